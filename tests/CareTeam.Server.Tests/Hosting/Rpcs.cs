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
        var options = new CallOptions(deadline: DateTime.UtcNow.AddSeconds(20));
        switch (kind)
        {
            case MethodType.Unary:
                await server.AsyncUnaryCall(method, null, options, request.ToByteArray());
                break;
            case MethodType.ServerStreaming:
                await server.AsyncServerStreamingCall(method, null, options, request.ToByteArray()).ResponseStream.MoveNext(default);
                break;
            case MethodType.ClientStreaming:
                await CallStreaming(server, rpc, method, options, request);
                break;
            default: throw new NotSupportedException(rpc.FullName);
        }
    }

    /// <summary>A batch answers for each item: its first failure stands for the call's.</summary>
    private static async Task CallStreaming(CallInvoker server, MethodDescriptor rpc, Method<byte[], byte[]> method, CallOptions options, IMessage request)
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
        if (response.Results.Single().Failure is { } failure) throw failure.Status.Unpack<Google.Rpc.Status>().ToRpcException();
    }
}
