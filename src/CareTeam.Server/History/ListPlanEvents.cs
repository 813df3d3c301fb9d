using System.Globalization;

namespace CareTeam.Server.History;

partial class HistoryGrpc
{
    public override Task<ListPlanEventsResponse> ListPlanEvents(ListPlanEventsRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>What happened to a plan, in order.</summary>
public sealed class ListPlanEvents(PlanStore plans, PlanHistory history) : RpcUseCase<ListPlanEventsRequest, ListPlanEventsResponse>
{
    private const int DefaultSize = 200;

    /// <summary>Events are read in pieces of this many, until the page is full: they may be large.</summary>
    private const int ReadAtOnce = 100;

    public override Permission Who => Permission.ReaderOrScreen;

    protected override void Validate(ListPlanEventsRequest request, Violations violations)
    {
        violations.Required("plan_id", request.PlanId);
        Page.Check(violations, request.PageSize, request.PageToken, keys: 1, most: 1_000);
        if (Page.Of(1, request.PageToken).After is [var last] && Version(last) is null) violations.Add("page_token", "is not one that this list gave");
    }

    public override async Task<ListPlanEventsResponse> Answer(ListPlanEventsRequest request, Caller caller, CancellationToken cancel)
    {
        await plans.ReadFor(caller, request.PlanId, cancel);
        var page = Page.Of(request.PageSize == 0 ? DefaultSize : request.PageSize, request.PageToken);
        var after = page.After is [var last] ? Version(last)!.Value : request.AfterVersion;
        var found = new List<PlanEvent>();
        while (true)
        {
            var most = Math.Min(ReadAtOnce, page.Size + 1 - found.Count);
            var events = await history.After(new(caller.Organization, request.PlanId), after + found.Count, most, cancel);
            found.AddRange(caller.Role == Role.Display ? events.Select(TextsBesideThePlan.ForDisplay) : events);
            var (shown, next) = page.Cut(found, e => e, e => [e.Version.ToString(CultureInfo.InvariantCulture)]);
            if (events.Count < most || shown.Count < found.Count) return new ListPlanEventsResponse { Events = { shown }, NextPageToken = next };
        }
    }

    private static int? Version(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
}
