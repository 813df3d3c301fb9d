using CareTeam.Server.Tasks;

namespace CareTeam.Server.Medications;

/// <summary>
/// What becomes of rules when something comes to be known that cannot be refused: an allergy, a laboratory value, a medication from elsewhere. What would have blocked is an
/// urgent task for the lead.
/// </summary>
public static class SafetyAlerts
{
    public static readonly RuleKey UrgentTask = new("medication.alert-task", "days");

    /// <summary>A task's title has 200 characters.</summary>
    private const int MostNames = 150;

    /// <summary>A fact is nobody's decision: there is nobody whose overrides could count.</summary>
    internal static readonly Caller Nobody = new("", new Person());

    /// <summary>What the rules say anew of the medications that are taken, or will be, and what no longer; the plan being what it was before the fact and is with it.</summary>
    public static IReadOnlyList<MedicationAlert> Between(RuleTable rules, CarePlan before, CarePlan after, Timestamp now)
    {
        var alerts = new List<MedicationAlert>();
        foreach (var medication in after.Medications.Where(m => m.IsTakenBetween(rules.Day(after.Coverage, now), to: null)))
        {
            var (known, found) = (Findings(before, medication), Findings(after, medication));
            var alert = new MedicationAlert
            {
                MedicationId = medication.MedicationId,
                Findings = { found.Where(f => !known.Any(k => k.RuleId == f.RuleId && k.Text == f.Text)) },
                MetRules = { known.Select(k => k.RuleId).Except(found.Select(f => f.RuleId)) },
            };
            if (alert.Findings.Count + alert.MetRules.Count > 0) alerts.Add(alert);
        }
        return alerts;

        IReadOnlyList<RuleFinding> Findings(CarePlan plan, Medication medication) => new RuleCheck(rules, plan, Nobody, now).AskAll(plan, medication).SettleFact(medication.Subject()).All;
    }

    /// <summary>An urgent task for the lead, when something was found that would have blocked.</summary>
    public static IEnumerable<PlanEvent> TaskFor(RuleTable rules, CarePlan plan, Caller caller, Timestamp now, string taskId, IEnumerable<(string What, RuleFinding Finding)> found)
    {
        var check = new RuleCheck(rules, plan, caller, now);
        var blocking = found.Where(f => f.Finding.Severity == RuleSeverity.Block).ToList();
        if (blocking.Count == 0 || check.InForce(UrgentTask) is not { } rule) yield break;
        yield return new PlanEvent
        {
            TaskAdded = new()
            {
                Task = new()
                {
                    TaskId = taskId,
                    Title = $"Safety: {string.Join(", ", blocking.Select(f => f.What).Distinct()).Shortened(MostNames)}",
                    Description = string.Join("\n", blocking.Select(f => $"{f.What}: {f.Finding.RuleId}: {f.Finding.Text}")),
                    Discipline = Discipline.PhysicalMedicine,
                    Kind = TaskKind.FollowUp,
                    Priority = TaskPriority.Urgent,
                    Status = TaskStatus.Requested,
                    Assignee = plan.Lead,
                    Requester = caller.Person,
                    DueDate = check.Today.AddDays(rule.Number("days")).Iso(),
                },
            },
        };
    }

    public static IEnumerable<PlanEvent> TaskFor(RuleTable rules, CarePlan plan, Caller caller, Timestamp now, string taskId, IEnumerable<MedicationAlert> alerts, IEnumerable<(string What, RuleFinding Finding)> planned) => TaskFor(
        rules, plan, caller, now, taskId, alerts.SelectMany(a => a.Findings.Select(f => (plan.Medications.First(m => m.MedicationId == a.MedicationId).Name, f))).Concat(planned));
}
