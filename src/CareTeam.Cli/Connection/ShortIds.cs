using System.Collections;
using CareTeam.Cli.History;
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
        if (request.Has(RequestField.PlanIds) && request.Get<RepeatedField<string>>(RequestField.PlanIds) is { } planIds)
            for (var i = 0; i < planIds.Count; i++) planIds[i] = await connection.WholePlanId(planIds[i], cancel);
        CarePlan? plan = null;
        await Within(request);

        async Task Within(IMessage message)
        {
            foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
            {
                var value = field.Accessor.GetValue(message);
                if (value is IMessage inner) await Within(inner);
                else if (field is { FieldType: FieldType.Message, IsRepeated: true, IsMap: false }) foreach (var one in ((IList)value).Cast<IMessage>()) await Within(one);
                if (Named(field) is not { } things) continue;
                if (value is string id && IsShort(id)) field.Accessor.SetValue(message, Match(things.What, id, things.Ids(plan ??= await Plan())));
                if (value is not RepeatedField<string> ids) continue;
                for (var i = 0; i < ids.Count; i++)
                    if (IsShort(ids[i])) ids[i] = Match(things.What, ids[i], things.Ids(plan ??= await Plan()));
            }
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

    private sealed record Thing(string What, Func<CarePlan, IEnumerable<string>> Ids);

    /// <summary>By the names of the fields that hold ids of things that a plan lists: goal_id, goal_ids, red_flag_id ...</summary>
    private static readonly Dictionary<string, Thing> Things = Listed();

    private static Dictionary<string, Thing> Listed()
    {
        var things = new Dictionary<string, Thing>();
        foreach (var list in CarePlan.Descriptor.Fields.InDeclarationOrder().Where(f => f.IsRepeated && f.FieldType == FieldType.Message))
        {
            if (PlanNames.IdOf(list.MessageType) is not { } id) continue;
            var thing = new Thing(id.Name[..^"_id".Length].Replace('_', ' '), plan => ((IList)list.Accessor.GetValue(plan)).Cast<IMessage>().Select(t => (string)id.Accessor.GetValue(t)));
            things[id.Name] = things[id.Name + "s"] = thing;
        }
        things["depends_on"] = things["task_id"];
        things["amendment_ids"] = new("amendment", plan => plan.Notes.SelectMany(n => n.AmendmentIds));
        things["handover_id"] = new("hand-over", plan => plan.PendingHandover is { } pending ? [pending.HandoverId] : []);
        things["follow_up_id"] = new("follow-up", plan => plan.Procedures.SelectMany(p => p.FollowUps).Select(f => f.FollowUpId));
        things["result_id"] = new("result", plan => plan.Studies.SelectMany(s => s.Results).Select(r => r.ResultId));
        return things;
    }

    /// <summary>What a field's ids are of: exam_id names an exam, and so does supersedes_exam_id.</summary>
    private static Thing? Named(FieldDescriptor field) => field.FieldType != FieldType.String ? null
        : Things.GetValueOrDefault(field.Name) ?? Things.FirstOrDefault(t => field.Name.EndsWith($"_{t.Key}", StringComparison.Ordinal)).Value;

    private static bool IsShort(string id) => id.Length > 0 && !Guid.TryParseExact(id, "D", out _);

    public static string Match(string what, string given, IEnumerable<string> ids) => ids.Where(id => id.StartsWith(given, StringComparison.Ordinal)).ToArray() switch
    {
        [var whole] => whole,
        [] => throw new UsageException($"There is no {what} whose id begins with {given}."),
        _ => throw new UsageException($"More than one {what} id begins with {given}; give more of it."),
    };
}
