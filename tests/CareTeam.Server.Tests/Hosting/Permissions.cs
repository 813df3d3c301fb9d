using CareTeam.Server.Access;
using Google.Protobuf.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace CareTeam.Server.Tests.Hosting;

/// <summary>What the use cases of a server ask of a role.</summary>
internal static class Permissions
{
    public static bool Allows(this ServerNode server, Role role, MethodDescriptor rpc) =>
        PermissionOf(server, rpc).Allows(role, server.Services.GetRequiredService<ScopeOfPractice>());

    /// <summary>Of the use case that answers the rpc; a batch goes the way of its single one.</summary>
    private static Permission PermissionOf(ServerNode server, MethodDescriptor rpc)
    {
        var answering = rpc is { IsClientStreaming: true } ? Rpcs.All.Single(r => r.InputType == rpc.InputType.Fields.InDeclarationOrder().Single().MessageType) : rpc;
        var types = typeof(Permission).Assembly.GetTypes();
        var useCase = types.Single(t => t is { IsAbstract: false } && t.BaseType is { IsGenericType: true } shape && shape.GetGenericArguments()[0] == answering.InputType.ClrType && t.GetProperty("Who") is not null);
        return (Permission)useCase.GetProperty("Who")!.GetValue(ActivatorUtilities.CreateInstance(server.Services, useCase))!;
    }
}
