using Google.Protobuf;
using Grpc.Core;

namespace CareTeam.Server.Tests.Hosting;

/// <summary>What an error says.</summary>
public static class Expect
{
    public static async Task<RpcException> Status(StatusCode code, Func<Task> call)
    {
        var error = await Assert.ThrowsAsync<RpcException>(call);
        Assert.True(error.StatusCode == code, $"Expected {code}, was {error.Status}");
        return error;
    }

    public static Task<RpcException> Status<T>(StatusCode code, AsyncUnaryCall<T> call) => Status(code, () => call.ResponseAsync);

    public static TDetail Detail<TDetail>(this RpcException error) where TDetail : class, IMessage<TDetail>, new() =>
        error.GetRpcStatus()?.GetDetail<TDetail>() ?? throw new Xunit.Sdk.XunitException($"No {typeof(TDetail).Name} in {error.Status}");

    public static string Rule(this RpcException error) => error.Detail<Google.Rpc.PreconditionFailure>().Violations.Single().Type;
}
