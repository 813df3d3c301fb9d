using MediatR;

namespace CareTeam.Server.Pipeline;

public static class PipelineRegistration
{
    /// <summary>The behaviors in the order a request passes them, and every use case of this assembly.</summary>
    public static IServiceCollection AddPipeline(this IServiceCollection services)
    {
        services.AddScoped<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped<RpcPipeline>();
        services.AddSingleton<StreamPlaces>();
        services.AddSingleton<StreamEnds>();
        services.AddSingleton<StreamPipeline>();

        services.AddSingleton(typeof(IPipelineBehavior<,>), typeof(TraceBehavior<,>));
        services.AddSingleton(typeof(IPipelineBehavior<,>), typeof(AuthorizeBehavior<,>));
        services.AddSingleton(typeof(IPipelineBehavior<,>), typeof(ValidateBehavior<,>));
        services.AddSingleton(typeof(IPipelineBehavior<,>), typeof(ReceiptBehavior<,>));
        services.AddSingleton(typeof(IPipelineBehavior<,>), typeof(RetryBehavior<,>));

        foreach (var useCase in typeof(PipelineRegistration).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false }))
        {
            if (Arguments(useCase, typeof(PlanCommand<,>)) is { } command) Add(services, useCase, command, typeof(PlanCommand<,>), typeof(PlanCommandHandler<,>));
            else if (Arguments(useCase, typeof(RpcUseCase<,>)) is { } rpc) Add(services, useCase, rpc, typeof(RpcUseCase<,>), typeof(RpcHandler<,>));
            else if (Arguments(useCase, typeof(StreamUseCase<,>)) is { } stream) services.AddSingleton(typeof(StreamUseCase<,>).MakeGenericType(stream), useCase);
        }
        return services;
    }

    private static void Add(IServiceCollection services, Type useCase, Type[] requestAndResponse, Type shape, Type handler)
    {
        var closed = shape.MakeGenericType(requestAndResponse);
        services.AddSingleton(closed, useCase);
        services.AddSingleton(typeof(IUseCase<>).MakeGenericType(requestAndResponse[1]), provider => provider.GetRequiredService(closed));
        services.AddSingleton(
            typeof(IRequestHandler<,>).MakeGenericType(typeof(Call<>).MakeGenericType(requestAndResponse[1]), requestAndResponse[1]),
            handler.MakeGenericType(requestAndResponse));
    }

    private static Type[]? Arguments(Type? type, Type shape)
    {
        for (; type is not null; type = type.BaseType)
            if (type.IsGenericType && type.GetGenericTypeDefinition() == shape) return type.GetGenericArguments();
        return null;
    }
}
