using System.Reflection;
using CareTeam.Cli.Connection;
using Google.Protobuf;

namespace CareTeam.Cli.Tests.Connection;

public sealed class RpcMethodTests
{
    // The server's own command to itself has no rpc.
    public static TheoryData<Type> Requests => [.. typeof(IRpc<>).Assembly.GetTypes().Where(t => ResponseOf(t) is not null && !t.IsInterface && t != typeof(RaiseDuesRequest))];

    [Theory]
    [MemberData(nameof(Requests))]
    public void Every_request_finds_its_rpc(Type request)
    {
        var method = typeof(RpcMethod).GetMethod(nameof(RpcMethod.Of))!.MakeGenericMethod(ResponseOf(request)!).Invoke(null, [Activator.CreateInstance(request)])!;
        var name = (string)method.GetType().GetProperty("Name", BindingFlags.Public | BindingFlags.Instance)!.GetValue(method)!;
        Assert.Equal(request.Name, name + "Request");
    }

    private static Type? ResponseOf(Type type) => typeof(IMessage).IsAssignableFrom(type)
        ? type.GetInterfaces().FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRpc<>))?.GetGenericArguments()[0]
        : null;
}
