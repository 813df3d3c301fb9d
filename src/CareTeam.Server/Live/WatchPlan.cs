using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;

namespace CareTeam.Server.Live;

partial class LiveGrpc
{
    public override Task WatchPlan(WatchPlanRequest request, IServerStreamWriter<WatchPlanResponse> responseStream, ServerCallContext context) =>
        Send(request, responseStream, context);
}

partial class CareHub
{
    /// <summary>LiveService.WatchPlan for browsers: each item the proto3 JSON of WatchPlanResponse.</summary>
    public IAsyncEnumerable<FeedItem<WatchPlanResponse>> WatchPlan(string planId, int afterVersion, CancellationToken cancel) =>
        Open<WatchPlanRequest, WatchPlanResponse>(() => new() { PlanId = planId ?? "", AfterVersion = afterVersion }, cancel);
}

/// <summary>Every event of a plan after a version, in order, once, and then live.</summary>
public sealed class WatchPlan(PlanStore plans, PlanHistory history, PlanFeeds feeds, IOptions<LiveOptions> options, TimeProvider clock) : StreamUseCase<WatchPlanRequest, FeedItem<WatchPlanResponse>>
{
    private const int CatchUpPage = 200;

    /// <summary>A heartbeat promises "complete up to this version": only while the comparison with the store is this young.</summary>
    private readonly TimeSpan trust = 3 * options.Value.SweepInterval;

    public override Permission Who => Permission.Reader;

    public override void Validate(WatchPlanRequest request, Violations violations) => violations.Required("plan_id", request.PlanId);

    public override async IAsyncEnumerable<FeedItem<WatchPlanResponse>> Items(WatchPlanRequest request, Caller caller, [EnumeratorCancellation] CancellationToken cancel)
    {
        var key = new PlanKey(caller.Organization, request.PlanId);
        var plan = await plans.ReadFor(caller, request.PlanId, cancel);
        if (request.AfterVersion > plan.Version) throw Fault.Invalid("after_version", $"is {request.AfterVersion}; the plan is at version {plan.Version}");

        using var lease = feeds.Lease(key, plan.Version);
        var cursor = request.AfterVersion;
        var live = false;
        while (true)
        {
            var items = lease.Feed.After(cursor, out var next) ?? await FromStore(key, cursor, cancel);
            foreach (var item in items)
            {
                yield return item;
                cursor = item.Message.Event.Version;
                if (item.Message.Event.MembershipEnded?.PersonId == caller.Person.PersonId) await plans.ReadFor(caller, request.PlanId, cancel);
            }
            if (items.Count > 0) continue;

            // "Complete up to here" must be true: the feed may just be reading what the plan's version at the start promised.
            if (lease.Feed.IsCurrent && cursor >= lease.Feed.Head && (!live || Confirmed())) yield return Heartbeat(key, cursor);
            live = true;
            await Heartbeats.WaitFor(next, clock, cancel);
        }
    }

    private async Task<IReadOnlyList<FeedItem<WatchPlanResponse>>> FromStore(PlanKey key, int cursor, CancellationToken cancel) =>
        [.. (await history.After(key, cursor, CatchUpPage, cancel)).Select(FeedItem.Of)];

    private bool Confirmed() => clock.GetUtcNow() - feeds.ComparedAt < trust;

    private static FeedItem<WatchPlanResponse> Heartbeat(PlanKey key, int version) => new(new WatchPlanResponse { Heartbeat = new() { PlanId = key.PlanId, Version = version } });
}
