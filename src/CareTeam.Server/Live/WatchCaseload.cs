using System.Text.Json;
using CareTeam.Server.Live.Lists;

namespace CareTeam.Server.Live;

partial class LiveGrpc
{
    public override Task WatchCaseload(WatchCaseloadRequest request, IServerStreamWriter<WatchCaseloadResponse> responseStream, ServerCallContext context) =>
        Send(request, responseStream, context);
}

partial class CareHub
{
    /// <summary>LiveService.WatchCaseload for browsers: request and items are proto3 JSON.</summary>
    public IAsyncEnumerable<FeedItem<WatchCaseloadResponse>> WatchCaseload(JsonElement request, CancellationToken cancel) =>
        Open<WatchCaseloadRequest, WatchCaseloadResponse>(() => Request<WatchCaseloadRequest>(request), cancel);
}

/// <summary>The plans that the caller may read, each as it is now, and then each as it changes.</summary>
public sealed class WatchCaseload(ListWatch lists) : StreamUseCase<WatchCaseloadRequest, FeedItem<WatchCaseloadResponse>>
{
    public override Permission Who => Permission.AnyCaller;

    public override void Validate(WatchCaseloadRequest request, Violations violations)
    {
        violations.AtMost("statuses", request.Statuses, 10);
        ListWatch.Check(request.Cursors, violations);
    }

    public override IAsyncEnumerable<FeedItem<WatchCaseloadResponse>> Items(WatchCaseloadRequest request, Caller caller, CancellationToken cancel) =>
        lists.Follow(caller.Organization, new Caseload(caller.Organization, caller.OnlyTeamsOf(), request.Statuses), request.Cursors, cancel);
}
