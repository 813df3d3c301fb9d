using Google.Protobuf;
using Google.Protobuf.Collections;

namespace CareTeam.Cli.Connection;

/// <summary>Makes shortened ids whole by looking at what there is; a request with whole ids is sent as it is.</summary>
public static class ShortIds
{
    public static async Task Lengthen(this ServerConnection connection, IMessage request, CancellationToken cancel)
    {
        if (request.Has(RequestField.PlanId) && request.Get<string>(RequestField.PlanId) is { Length: > 0 } planId)
            request.Set(RequestField.PlanId, await connection.WholePlanId(planId, cancel));
        if (request.Has(RequestField.PlanIds) && request.Get<RepeatedField<string>>(RequestField.PlanIds) is { } planIds)
            for (var i = 0; i < planIds.Count; i++) planIds[i] = await connection.WholePlanId(planIds[i], cancel);
        CarePlan? plan = null;
        foreach (var (field, what, idsOf) in Kinds)
        {
            if (!request.Has(field)) continue;
            var value = request.Get<object>(field);
            if (value is string id && IsShort(id)) request.Set(field, Match(what, id, idsOf(plan ??= await Plan())));
            if (value is not RepeatedField<string> ids) continue;
            for (var i = 0; i < ids.Count; i++)
                if (IsShort(ids[i])) ids[i] = Match(what, ids[i], idsOf(plan ??= await Plan()));
        }

        async Task<CarePlan> Plan() => request.Get<string>(RequestField.PlanId) is { Length: > 0 } planId
            ? (await connection.Send(new GetPlanRequest { PlanId = planId }, cancel)).Plan
            : throw new UsageException("Without a plan, other ids must be whole.");
    }

    public static async Task<string> WholePlanId(this ServerConnection connection, string planId, CancellationToken cancel)
    {
        if (!IsShort(planId)) return planId;
        var plans = await connection.AllPages(new ListPlansRequest(), 0, cancel);
        return Match("plan", planId, plans.Plans.Select(p => p.PlanId));
    }

    private static readonly (string Field, string What, Func<CarePlan, IEnumerable<string>> Ids)[] Kinds =
    [
        ("task_id", "task", p => p.Tasks.Select(t => t.TaskId)),
        ("task_ids", "task", p => p.Tasks.Select(t => t.TaskId)),
        ("depends_on", "task", p => p.Tasks.Select(t => t.TaskId)),
        ("goal_id", "goal", p => p.Goals.Select(g => g.GoalId)),
        ("goal_ids", "goal", p => p.Goals.Select(g => g.GoalId)),
        ("red_flag_id", "red flag", p => p.RedFlags.Select(f => f.RedFlagId)),
        ("note_id", "note", p => p.Notes.Select(n => n.NoteId)),
        ("amendment_ids", "amendment", p => p.Notes.SelectMany(n => n.AmendmentIds)),
        ("handover_id", "hand-over", p => p.PendingHandover is { } pending ? [pending.HandoverId] : []),
    ];

    private static bool IsShort(string id) => id.Length > 0 && !Guid.TryParseExact(id, "D", out _);

    public static string Match(string what, string given, IEnumerable<string> ids) => ids.Where(id => id.StartsWith(given, StringComparison.Ordinal)).ToArray() switch
    {
        [var whole] => whole,
        [] => throw new UsageException($"There is no {what} whose id begins with {given}."),
        _ => throw new UsageException($"More than one {what} id begins with {given}; give more of it."),
    };
}
