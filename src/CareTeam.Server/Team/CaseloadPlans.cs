using CareTeam.Server.Tasks;
using Marten;

namespace CareTeam.Server.Team;

/// <summary>The plans that one call transfers, and the last of them when there are more.</summary>
public sealed record CaseloadPlans(IReadOnlyList<string> PlanIds, string ContinueAfterPlanId)
{
    public const int MostPlans = 1_000;

    /// <summary>Of 100 bytes each, 700 where persons have the longest ids there can be, and most clients take no answer above 4 MB. One plan is never cut in two.</summary>
    private const int MostItems = 5_000;

    private static readonly int[] Open = [(int)PlanStatus.Draft, (int)PlanStatus.Active, (int)PlanStatus.OnHold];
    private static readonly int[] OpenTasks = [.. TaskState.Open.Select(status => (int)status)];

    /// <summary>Those that are named, or all of whose teams the person is; of somebody else's, without the say of an administrator, those that the caller leads.</summary>
    public static async Task<CaseloadPlans> Of(IQuerySession session, TransferCaseloadRequest request, Caller caller, CancellationToken cancel)
    {
        var after = request.AfterPlanId;
        IReadOnlyList<string> found = request.PlanIds.Count > 0
            ? [.. request.PlanIds.Order(StringComparer.Ordinal).Where(id => string.CompareOrdinal(id, after) > 0)]
            : await Memberships(session, request, caller).ToListAsync(cancel);
        var tasks = await Tasks(session, request.FromPersonId).ToListAsync(cancel);
        var count = tasks.CountBy(planId => planId).ToDictionary();
        var (plans, items) = (0, 0);
        while (plans < Math.Min(found.Count, MostPlans) && (plans == 0 || items + Items(found[plans]) <= MostItems)) items += Items(found[plans++]);
        return new([.. found.Take(plans)], plans < found.Count ? found[plans - 1] : "");

        // Beside its tasks a plan has a lead, a membership and now and then a supervision.
        int Items(string planId) => 3 + count.GetValueOrDefault(planId);
    }

    private static IQueryable<string> Memberships(IQuerySession session, TransferCaseloadRequest request, Caller caller)
    {
        var rows = session.Query<PlanRow>().WhereSql("d.data @> ?::jsonb", ReadableRows.MemberIs(request.FromPersonId)).WhereSql("(d.data ->> 'status')::int = any(?)", Open);
        if (!caller.Role.ReadsOrganization() && caller.Person.PersonId != request.FromPersonId) rows = rows.WhereSql("d.data ->> 'leadId' = ?", caller.Person.PersonId);
        if (request.AfterPlanId.Length > 0) rows = rows.WhereSql("d.id > ?", request.AfterPlanId);
        return rows.OrderBy(r => r.Id).Take(MostPlans + 1).Select(r => r.Id);
    }

    private static IQueryable<string> Tasks(IQuerySession session, string personId) => session.Query<Tasks.TaskRow>()
        .WhereSql("d.assignee_id = ?", personId).WhereSql("(d.data ->> 'status')::int = any(?)", OpenTasks).Select(r => r.PlanId);
}
