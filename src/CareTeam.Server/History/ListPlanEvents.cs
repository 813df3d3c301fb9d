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

    public override Permission Who => Permission.Reader;

    protected override void Validate(ListPlanEventsRequest request, Violations violations)
    {
        violations.Required("plan_id", request.PlanId);
        Page.Check(violations, request.PageSize, request.PageToken, keys: 1, most: 1_000);
    }

    public override async Task<ListPlanEventsResponse> Answer(ListPlanEventsRequest request, Caller caller, CancellationToken cancel)
    {
        await plans.ReadFor(caller, request.PlanId, Who, cancel);
        var page = Page.Of(request.PageSize == 0 ? DefaultSize : request.PageSize, request.PageToken);
        var after = page.After is [var last] && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : request.AfterVersion;
        var found = await history.After(new(caller.Organization, request.PlanId), after, page.Size + 1, cancel);
        var (shown, next) = page.Cut(found, e => [e.Version.ToString(CultureInfo.InvariantCulture)]);
        return new ListPlanEventsResponse { Events = { shown }, NextPageToken = next };
    }
}
