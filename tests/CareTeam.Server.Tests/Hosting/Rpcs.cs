using System.Reflection;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace CareTeam.Server.Tests.Hosting;

/// <summary>Every rpc of the contract, callable by its descriptor alone: a new one is under test as soon as its proto is there.</summary>
public static class Rpcs
{
    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create<byte[]>(b => b, b => b);

    public static IReadOnlyList<MethodDescriptor> All { get; } =
    [
        .. typeof(PlanReflection).Assembly.GetTypes().Where(t => t.Name.EndsWith("Reflection", StringComparison.Ordinal))
            .Select(t => (FileDescriptor)t.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!)
            .SelectMany(file => file.Services).SelectMany(service => service.Methods).OrderBy(rpc => rpc.FullName, StringComparer.Ordinal),
    ];

    /// <summary>Those that change something: a request that has an id, or a stream of such.</summary>
    public static IReadOnlyList<MethodDescriptor> Commands { get; } = [.. All.Where(rpc => rpc.IsClientStreaming || rpc.InputType.FindFieldByName("request_id") is not null)];

    /// <summary>Calls the rpc, of whichever kind, with one request, and reads it to its end or its first answer.</summary>
    public static async Task Call(this CallInvoker server, MethodDescriptor rpc, IMessage request)
    {
        var kind = (rpc.IsClientStreaming, rpc.IsServerStreaming) switch
        {
            (false, false) => MethodType.Unary,
            (true, false) => MethodType.ClientStreaming,
            (false, true) => MethodType.ServerStreaming,
            _ => MethodType.DuplexStreaming,
        };
        var method = new Method<byte[], byte[]>(kind, rpc.Service.FullName, rpc.Name, Bytes, Bytes);
        var options = new CallOptions(deadline: DateTime.UtcNow.AddMinutes(2));
        switch (kind)
        {
            case MethodType.Unary:
                await server.AsyncUnaryCall(method, null, options, request.ToByteArray());
                break;
            case MethodType.ServerStreaming:
                await server.AsyncServerStreamingCall(method, null, options, request.ToByteArray()).ResponseStream.MoveNext(default);
                break;
            case MethodType.ClientStreaming:
                await AskStreaming(server, rpc, method, options, request);
                break;
            default: throw new NotSupportedException(rpc.FullName);
        }
    }

    /// <summary>Sends the request of a rpc that answers once, whichever it is.</summary>
    public static async Task<IMessage> Ask(this CallInvoker server, IMessage request)
    {
        var rpc = All.Single(r => r.InputType == request.Descriptor);
        var method = new Method<byte[], byte[]>(rpc.IsClientStreaming ? MethodType.ClientStreaming : MethodType.Unary, rpc.Service.FullName, rpc.Name, Bytes, Bytes);
        return rpc.IsClientStreaming
            ? await AskStreaming(server, rpc, method, default, request)
            : rpc.OutputType.Parser.ParseFrom(await server.AsyncUnaryCall(method, null, default, request.ToByteArray()));
    }

    /// <summary>A batch answers for each item: its first failure stands for the call's.</summary>
    private static async Task<IMessage> AskStreaming(CallInvoker server, MethodDescriptor rpc, Method<byte[], byte[]> method, CallOptions options, IMessage request)
    {
        using var call = server.AsyncClientStreamingCall(method, null, options);
        try
        {
            await call.RequestStream.WriteAsync(request.ToByteArray());
            await call.RequestStream.CompleteAsync();
        }
        catch (RpcException)
        {
            // The server answered before all was written; what it answered is in the response.
        }
        var response = (SubmitNotesResponse)rpc.OutputType.Parser.ParseFrom(await call.ResponseAsync);
        return response.Results.Single().Failure is { } failure ? throw failure.Status.Unpack<Google.Rpc.Status>().ToRpcException() : response;
    }
}
