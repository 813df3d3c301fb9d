using System.Reflection;
using Grpc.Core;

namespace CareTeam.Server.Pipeline;

public static class ServiceMapping
{
    private static readonly MethodInfo MapGrpcService = typeof(GrpcEndpointRouteBuilderExtensions).GetMethod(nameof(GrpcEndpointRouteBuilderExtensions.MapGrpcService), 1, [typeof(IEndpointRouteBuilder)])!;

    /// <summary>Maps every gRPC service of this assembly: one is there as soon as its class is.</summary>
    public static void MapServices(this IEndpointRouteBuilder app)
    {
        foreach (var service in typeof(ServiceMapping).Assembly.GetTypes().Where(t => !t.IsAbstract && t.BaseType?.GetCustomAttribute<BindServiceMethodAttribute>() is not null))
            MapGrpcService.MakeGenericMethod(service).Invoke(null, [app]);
    }
}
