using System.Collections.Concurrent;
using System.Reflection;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace CareTeam.Cli.Connection;

/// <summary>The unary rpc that a request belongs to, found in the contract's own description: no line of client code per rpc.</summary>
public static class RpcMethod
{
    private static readonly ConcurrentDictionary<MessageDescriptor, object> Methods = new();

    public static Method<IRpc<TResponse>, TResponse> Of<TResponse>(IRpc<TResponse> request) where TResponse : class, IMessage<TResponse>, new() =>
        (Method<IRpc<TResponse>, TResponse>)Methods.GetOrAdd(request.Descriptor, descriptor => Build<TResponse>(RpcOf(descriptor)));

    /// <summary>By their requests, which need not stand in the file of their service.</summary>
    private static readonly Lazy<IReadOnlyDictionary<MessageDescriptor, MethodDescriptor>> Rpcs = new(() => typeof(PlanEvent).Assembly.GetTypes()
        .Where(t => t.Name.EndsWith("Reflection", StringComparison.Ordinal))
        .Select(t => (FileDescriptor)t.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!)
        .SelectMany(file => file.Services).SelectMany(service => service.Methods).ToDictionary(rpc => rpc.InputType));

    private static MethodDescriptor RpcOf(MessageDescriptor request) => Rpcs.Value[request];

    private static Method<IRpc<TResponse>, TResponse> Build<TResponse>(MethodDescriptor rpc) where TResponse : class, IMessage<TResponse>, new() =>
        new(MethodType.Unary, rpc.Service.FullName, rpc.Name,
            Marshallers.Create<IRpc<TResponse>>(r => r.ToByteArray(), _ => throw new NotSupportedException()),
            Marshallers.Create<TResponse>(r => r.ToByteArray(), new MessageParser<TResponse>(() => new()).ParseFrom));
}
