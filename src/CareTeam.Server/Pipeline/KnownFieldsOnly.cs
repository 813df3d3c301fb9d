using System.Reflection;
using Google.Protobuf;
using Grpc.AspNetCore.Server.Model;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CareTeam.Server.Pipeline;

/// <summary>
/// Binds the methods of gRPC services, and reads their requests without the fields that this build does not know. Parts of a request go into events and so into the
/// plan in memory, but the store keeps declared fields only: a plan must be the same on the node that decided it and on one that read it. The hub's JSON is read so too.
/// </summary>
public sealed class KnownFieldsOnly<TService> : IServiceMethodProvider<TService> where TService : class
{
    public void OnServiceMethodDiscovery(ServiceMethodProviderContext<TService> context)
    {
        var service = typeof(TService);
        while (service is not null && service.GetCustomAttribute<BindServiceMethodAttribute>(inherit: false) is null) service = service.BaseType;
        if (service is null) return;
        var attribute = service.GetCustomAttribute<BindServiceMethodAttribute>(inherit: false)!;
        var bind = attribute.BindType.GetMethod(attribute.BindMethodName, [typeof(ServiceBinderBase), service])!;
        bind.Invoke(null, [new Binder(context), null]);
    }

    private sealed class Binder(ServiceMethodProviderContext<TService> context) : ServiceBinderBase
    {
        public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler)
        {
            var its = Handler(method.Name, typeof(TRequest), typeof(ServerCallContext));
            context.AddUnaryMethod(Reading(method), Metadata(its), its.CreateDelegate<UnaryServerMethod<TService, TRequest, TResponse>>());
        }

        public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse>? handler)
        {
            var its = Handler(method.Name, typeof(IAsyncStreamReader<TRequest>), typeof(ServerCallContext));
            context.AddClientStreamingMethod(Reading(method), Metadata(its), its.CreateDelegate<ClientStreamingServerMethod<TService, TRequest, TResponse>>());
        }

        public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler)
        {
            var its = Handler(method.Name, typeof(TRequest), typeof(IServerStreamWriter<TResponse>), typeof(ServerCallContext));
            context.AddServerStreamingMethod(Reading(method), Metadata(its), its.CreateDelegate<ServerStreamingServerMethod<TService, TRequest, TResponse>>());
        }

        public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler)
        {
            var its = Handler(method.Name, typeof(IAsyncStreamReader<TRequest>), typeof(IServerStreamWriter<TResponse>), typeof(ServerCallContext));
            context.AddDuplexStreamingMethod(Reading(method), Metadata(its), its.CreateDelegate<DuplexStreamingServerMethod<TService, TRequest, TResponse>>());
        }

        private static MethodInfo Handler(string name, params Type[] parameters) => typeof(TService).GetMethod(name, parameters)!;

        /// <summary>Browsers ask before they send gRPC-Web to another origin.</summary>
        private static List<object> Metadata(MethodInfo handler) =>
            [.. typeof(TService).GetCustomAttributes(inherit: true), .. handler.GetCustomAttributes(inherit: true), new HttpMethodMetadata(["POST"], acceptCorsPreflight: true)];

        private static Method<TRequest, TResponse> Reading<TRequest, TResponse>(Method<TRequest, TResponse> method)
            where TRequest : class
            where TResponse : class
        {
            var parser = ((IMessage)Activator.CreateInstance<TRequest>()).Descriptor.Parser.WithDiscardUnknownFields(true);
            var marshaller = Marshallers.Create(method.RequestMarshaller.ContextualSerializer, wire => (TRequest)parser.ParseFrom(wire.PayloadAsReadOnlySequence()));
            return new(method.Type, method.ServiceName, method.Name, marshaller, method.ResponseMarshaller);
        }
    }
}

public static class KnownFieldsOnlyRegistration
{
    /// <summary>After AddGrpc, whose own binding it takes the place of.</summary>
    public static void AddKnownFieldsOnly(this IServiceCollection services)
    {
        services.RemoveAll(typeof(IServiceMethodProvider<>));
        services.AddSingleton(typeof(IServiceMethodProvider<>), typeof(KnownFieldsOnly<>));
    }
}
