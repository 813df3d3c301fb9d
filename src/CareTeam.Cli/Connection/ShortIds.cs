using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Collections;
using Google.Protobuf.Reflection;

namespace CareTeam.Cli.Connection;

/// <summary>Makes shortened ids whole by looking at what there is; a request with whole ids is sent as it is.</summary>
public static class ShortIds
{
    public static async Task Lengthen(this ServerConnection connection, IMessage request, CancellationToken cancel)
    {
        if (request.Has(RequestField.PlanId) && request.Get<string>(RequestField.PlanId) is { Length: > 0 } planId)
            request.Set(RequestField.PlanId, await connection.WholePlanId(planId, cancel));
        CarePlan? plan = null;
        foreach (var message in WithInner(request))
        {
            foreach (var (field, what, idsOf) in Kinds.Where(k => message.Has(k.Field)))
            {
                var value = message.Get<object>(field);
                if (value is string id && IsShort(id)) message.Set(field, Match(what, id, idsOf(plan ??= await Plan())));
                if (value is not RepeatedField<string> ids) continue;
                for (var i = 0; i < ids.Count; i++)
                    if (IsShort(ids[i])) ids[i] = Match(what, ids[i], idsOf(plan ??= await Plan()));
            }
        }

        async Task<CarePlan> Plan() => request.Get<string>(RequestField.PlanId) is { Length: > 0 } planId
            ? (await connection.Send(new GetPlanRequest { PlanId = planId }, cancel)).Plan
            : throw new UsageException("Without a plan, other ids must be whole.");
    }

    /// <summary>The request, and the messages in it.</summary>
    private static IEnumerable<IMessage> WithInner(IMessage message) => message.Descriptor.Fields.InDeclarationOrder().Where(f => f.FieldType == FieldType.Message && !f.IsMap)
        .SelectMany(f => f.Accessor.GetValue(message) switch { IMessage inner => [inner], IEnumerable inner => inner.Cast<IMessage>(), _ => Enumerable.Empty<IMessage>() })
        .SelectMany(WithInner).Prepend(message);

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
        ("diagnosis_ids", "diagnosis", p => p.Diagnoses.Select(d => d.DiagnosisId)),
        ("therapy_order_id", "therapy order", p => p.TherapyOrders.Select(o => o.TherapyOrderId)),
        ("evaluation_session_id", "session", p => p.Sessions.Select(s => s.SessionId)),
        ("exercise_id", "exercise", p => p.Exercises.Select(e => e.ExerciseId)),
        ("exercise_ids", "exercise", p => p.Exercises.Select(e => e.ExerciseId)),
        ("activity_quota_id", "quota", p => p.ActivityQuotas.Select(q => q.ActivityQuotaId)),
        ("progress_report_id", "report", p => p.ProgressReports.Select(r => r.ProgressReportId)),
        ("device_id", "device", p => p.Devices.Select(d => d.DeviceId)),
    ];

    private static bool IsShort(string id) => id.Length > 0 && !Guid.TryParseExact(id, "D", out _);

    public static string Match(string what, string given, IEnumerable<string> ids) => ids.Where(id => id.StartsWith(given, StringComparison.Ordinal)).ToArray() switch
    {
        [var whole] => whole,
        [] => throw new UsageException($"There is no {what} whose id begins with {given}."),
        _ => throw new UsageException($"More than one {what} id begins with {given}; give more of it."),
    };
}
