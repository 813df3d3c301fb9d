using System.Collections.Concurrent;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace CareTeam.Cli.Connection;

/// <summary>The unary rpc that a request belongs to, found in the contract's own description: no line of client code per rpc.</summary>
public static class RpcMethod
{
    private static readonly FileDescriptor[] Files =
    [
        PlanReflection.Descriptor, TeamReflection.Descriptor, TaskReflection.Descriptor, NoteReflection.Descriptor,
        HistoryReflection.Descriptor, InteropReflection.Descriptor,
    ];

    private static readonly Dictionary<MessageDescriptor, MethodDescriptor> Rpcs =
        Files.SelectMany(f => f.Services).SelectMany(s => s.Methods).Where(m => !m.IsClientStreaming && !m.IsServerStreaming).ToDictionary(m => m.InputType);

    private static readonly ConcurrentDictionary<MessageDescriptor, object> Methods = new();

    public static Method<IRpc<TResponse>, TResponse> Of<TResponse>(IRpc<TResponse> request) where TResponse : class, IMessage<TResponse>, new() =>
        (Method<IRpc<TResponse>, TResponse>)Methods.GetOrAdd(request.Descriptor, descriptor => Build<TResponse>(Rpcs[descriptor]));

    private static Method<IRpc<TResponse>, TResponse> Build<TResponse>(MethodDescriptor rpc) where TResponse : class, IMessage<TResponse>, new() =>
        new(MethodType.Unary, rpc.Service.FullName, rpc.Name,
            Marshallers.Create<IRpc<TResponse>>(r => r.ToByteArray(), _ => throw new NotSupportedException()),
            Marshallers.Create<TResponse>(r => r.ToByteArray(), new MessageParser<TResponse>(() => new()).ParseFrom));
}
