using CareTeam.Server.Clocks;
using CareTeam.Server.Tasks;

namespace CareTeam.Server.Plans;

/// <summary>
/// An open red flag is brought to the whole team: an emergency at once, whoever has it in hand, another one when some days have passed and nobody has taken its task on. It is so in
/// every status of a plan, and met by its resolution.
/// </summary>
public sealed class RedFlagDues : IDueSource
{
    private const string Kind = "red-flag.unresolved";

    public bool InEveryStatus => true;

    public IEnumerable<Due> Dues(CarePlan plan, RuleTable rules, DateOnly today)
    {
        if (rules.InForce(RedFlagRules.UrgentTask, plan, today) is not { } rule) yield break;
        foreach (var flag in plan.RedFlags.Where(f => f.IsOpen() && (RedFlagRules.IsEmergency(rule, f.Kind) || !IsInHand(plan, f))))
        {
            var day = rules.Day(plan.Coverage, flag.RaisedAt).AddDays(RedFlagRules.TeamDays(rule, flag.Kind));
            yield return new(Kind, flag.RedFlagId, "team", day, day, rule.Id, $"Red flag, not resolved: {flag.Kind.Spoken()}",
                RedFlagRules.IsEmergency(rule, flag.Kind) ? "An emergency, the same day." : "Nobody has taken it on.", Discipline.Unspecified, null, MakesTask: false);
        }
    }

    public DueEnd? EndOf(PlanDue raised, CarePlan plan, RuleTable rules, DateOnly today)
    {
        if (raised.Kind != Kind) return null;
        var flag = plan.RedFlags.Single(f => f.RedFlagId == raised.SubjectId);
        return !flag.IsOpen() ? DueEnd.Done : new(IsInHand(plan, flag) ? "Somebody has taken it on; it stays open until a physician resolves it." : "The rule that asked for it is off.");
    }

    private static bool IsInHand(CarePlan plan, RedFlag flag) => plan.Tasks.Any(t => t.TaskId == flag.TaskId && t.Status is TaskStatus.Accepted or TaskStatus.InProgress);
}
