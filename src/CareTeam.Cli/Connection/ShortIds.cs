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
        CarePlan? plan = null;
        foreach (var field in request.Descriptor.Fields.InDeclarationOrder().Where(f => f.FieldType == FieldType.String))
        {
            if (!Things.TryGetValue(field.Name, out var things)) continue;
            var value = field.Accessor.GetValue(request);
            if (value is string id && IsShort(id)) field.Accessor.SetValue(request, Match(things.What, id, things.Ids(plan ??= await Plan())));
            if (value is not RepeatedField<string> ids) continue;
            for (var i = 0; i < ids.Count; i++)
                if (IsShort(ids[i])) ids[i] = Match(things.What, ids[i], things.Ids(plan ??= await Plan()));
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
        return things;
    }

    private static bool IsShort(string id) => id.Length > 0 && !Guid.TryParseExact(id, "D", out _);

    public static string Match(string what, string given, IEnumerable<string> ids) => ids.Where(id => id.StartsWith(given, StringComparison.Ordinal)).ToArray() switch
    {
        [var whole] => whole,
        [] => throw new UsageException($"There is no {what} whose id begins with {given}."),
        _ => throw new UsageException($"More than one {what} id begins with {given}; give more of it."),
    };
}
