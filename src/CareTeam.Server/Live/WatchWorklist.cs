using System.Text.Json;
using CareTeam.Server.Live.Lists;

namespace CareTeam.Server.Live;

partial class LiveGrpc
{
    public override Task WatchWorklist(WatchWorklistRequest request, IServerStreamWriter<WatchWorklistResponse> responseStream, ServerCallContext context) =>
        Send(request, responseStream, context);
}

partial class CareHub
{
    /// <summary>LiveService.WatchWorklist for browsers: request and items are proto3 JSON.</summary>
    public IAsyncEnumerable<FeedItem<WatchWorklistResponse>> WatchWorklist(JsonElement request, CancellationToken cancel) =>
        Open<WatchWorklistRequest, WatchWorklistResponse>(() => Request<WatchWorklistRequest>(request), cancel);
}

/// <summary>A person's tasks, or a discipline's, in all plans that the caller may read: of each plan those of now, and then whenever they change.</summary>
public sealed class WatchWorklist(ListWatch lists) : StreamUseCase<WatchWorklistRequest, FeedItem<WatchWorklistResponse>>
{
    public override Permission Who => Permission.AnyCaller;

    public override void Validate(WatchWorklistRequest request, Violations violations)
    {
        if (request.AssigneeId.Length == 0 && request.Discipline == Discipline.Unspecified) violations.Add("assignee_id", "or a discipline is required");
        if (request.Unassigned && request.AssigneeId.Length > 0) violations.Add("unassigned", "contradicts assignee_id");
        violations.AtMost("statuses", request.Statuses, 10);
        ListWatch.Check(request.Cursors, violations);
    }

    public override IAsyncEnumerable<FeedItem<WatchWorklistResponse>> Items(WatchWorklistRequest request, Caller caller, CancellationToken cancel) =>
        lists.Follow(caller.Organization, new Worklist(caller.Organization, caller.OnlyTeamsOf(), request), request.Cursors, cancel);
}
