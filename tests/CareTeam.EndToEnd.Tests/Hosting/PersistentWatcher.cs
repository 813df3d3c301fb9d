namespace CareTeam.EndToEnd.Tests.Hosting;

/// <summary>A dashboard: keeps its cursor, and reconnects for ever.</summary>
public sealed class PersistentWatcher(LiveService.LiveServiceClient live, string planId)
{
    private readonly List<PlanEvent> events = [];

    public int Reconnects { get; private set; }

    public async Task<IReadOnlyList<PlanEvent>> WatchUpTo(Func<int?> lastVersion, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                using var call = live.WatchPlan(new() { PlanId = planId, AfterVersion = events.Count }, cancellationToken: cancel);
                while (await call.ResponseStream.MoveNext(cancel))
                {
                    if (call.ResponseStream.Current.Event is { } e) events.Add(e);
                    if (events.Count == lastVersion()) return events;
                }
            }
            catch (RpcException e) when (e.StatusCode is StatusCode.Unavailable or StatusCode.Internal or StatusCode.Cancelled && !cancel.IsCancellationRequested)
            {
                Reconnects++;
                await Task.Delay(50, cancel);
            }
        }
    }
}
