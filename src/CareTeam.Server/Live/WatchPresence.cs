using System.Runtime.CompilerServices;
using System.Text.Json;
using CareTeam.Server.Live.Presence;

namespace CareTeam.Server.Live;

partial class LiveGrpc
{
    public override Task WatchPresence(WatchPresenceRequest request, IServerStreamWriter<WatchPresenceResponse> responseStream, ServerCallContext context) =>
        Send(request, responseStream, context);
}

partial class CareHub
{
    /// <summary>LiveService.WatchPresence for browsers: request and items are proto3 JSON.</summary>
    public IAsyncEnumerable<FeedItem<WatchPresenceResponse>> WatchPresence(JsonElement request, CancellationToken cancel) =>
        Open<WatchPresenceRequest, WatchPresenceResponse>(() => Request<WatchPresenceRequest>(request), cancel);
}

/// <summary>Who has a plan open: all of them at first, and whenever that changes.</summary>
public sealed class WatchPresence(PlanStore plans, PlanFeeds feeds, PresenceBoard board, TimeProvider clock) : StreamUseCase<WatchPresenceRequest, FeedItem<WatchPresenceResponse>>
{
    public override Permission Who => Permission.Reader;

    public override void Validate(WatchPresenceRequest request, Violations violations) => violations.Required("plan_id", request.PlanId);

    public override async IAsyncEnumerable<FeedItem<WatchPresenceResponse>> Items(WatchPresenceRequest request, Caller caller, [EnumeratorCancellation] CancellationToken cancel)
    {
        var key = new PlanKey(caller.Organization, request.PlanId);
        var version = (await plans.ReadFor(caller, request.PlanId, cancel)).Version;
        using var feed = feeds.Lease(key, version);
        using var presence = board.Watch(key);
        FeedItem<WatchPresenceResponse>? sent = null;
        var heartbeatAt = clock.GetUtcNow();
        // Made once for what it waits for: each WhenAny stays registered with both until one of them comes.
        (Task People, Task Plan, Task Either) awaited = (Task.CompletedTask, Task.CompletedTask, Task.CompletedTask);
        while (true)
        {
            var (people, next) = presence.Now;
            // First whether the caller is still on the team. Far behind the ring the plan tells what the events would have.
            var events = feed.Feed.After(version, out var planChanged);
            if (events is null || events.Any(e => e.Message.Event.MembershipEnded?.PersonId == caller.Person.PersonId)) version = (await plans.ReadFor(caller, request.PlanId, cancel)).Version;
            else if (events.Count > 0) version = events[^1].Message.Event.Version;
            else
            {
                if (people != sent || clock.GetUtcNow() >= heartbeatAt)
                {
                    yield return people;
                    (sent, heartbeatAt) = (people, clock.GetUtcNow() + Heartbeats.Interval);
                }
                if (awaited.People != next || awaited.Plan != planChanged) awaited = (next, planChanged, Task.WhenAny(next, planChanged));
                await Heartbeats.WaitFor(awaited.Either, clock, cancel);
            }
        }
    }
}
