using Grpc.Core;

namespace CareTeam.Cli.Live;

/// <summary>LiveService.WatchPlan.</summary>
public static class GrpcRoad
{
    public static Func<int, CancellationToken, IAsyncEnumerable<WatchPlanResponse>> Of(ServerConnection connection, string planId) =>
        (after, cancel) => Open(connection, new WatchPlanRequest { PlanId = planId, AfterVersion = after }, cancel);

    private static async IAsyncEnumerable<WatchPlanResponse> Open(
        ServerConnection connection, WatchPlanRequest request, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        using var call = connection.Live.WatchPlan(request, connection.Options(cancel));
        await foreach (var item in call.ResponseStream.ReadAllAsync(cancel)) yield return item;
    }
}
