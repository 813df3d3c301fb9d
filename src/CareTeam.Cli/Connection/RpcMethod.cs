using System.Collections.Concurrent;
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

    // A request stands in the file of its service.
    private static MethodDescriptor RpcOf(MessageDescriptor request) => request.File.Services.SelectMany(s => s.Methods).Single(m => m.InputType == request);

    private static Method<IRpc<TResponse>, TResponse> Build<TResponse>(MethodDescriptor rpc) where TResponse : class, IMessage<TResponse>, new() =>
        new(MethodType.Unary, rpc.Service.FullName, rpc.Name,
            Marshallers.Create<IRpc<TResponse>>(r => r.ToByteArray(), _ => throw new NotSupportedException()),
            Marshallers.Create<TResponse>(r => r.ToByteArray(), new MessageParser<TResponse>(() => new()).ParseFrom));
}
