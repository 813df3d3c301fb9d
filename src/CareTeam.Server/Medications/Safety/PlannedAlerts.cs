using CareTeam.Server.Diagnostics;
using CareTeam.Server.Procedures;

namespace CareTeam.Server.Medications;

/// <summary>What a fact speaks against beside medications: studies that are ordered and procedures that are scheduled. Their rules were asked before it was known.</summary>
public static class PlannedAlerts
{
    /// <summary>What is found anew, with what it is found on; the plan being what it was before the fact and is with it.</summary>
    public static IReadOnlyList<(string What, RuleFinding Finding)> Between(RuleTable rules, CarePlan before, CarePlan after, Timestamp now)
    {
        var found = new List<(string, RuleFinding)>();
        foreach (var study in after.Studies.Where(s => s.IsOpen()))
            found.AddRange(New(study.Findings, (check, plan) => check.AskImagingSafety(plan, study)).Select(f => (study.Title(), f)));
        foreach (var procedure in after.Procedures.Where(p => p.Status == ProcedureStatus.Scheduled))
        {
            found.AddRange(New(procedure.Findings, (check, plan) => check.AskRisks(InjectionRisks.Of(rules, plan, procedure.StandingChecklist(plan), procedure.Day()), procedure.Planned)
                .AskAntithrombotics(plan, procedure.Day(), procedure.Checklist?.Antithrombotics))
                .Select(f => ($"{procedure.Kind.Title()} on {procedure.PlannedDate}", f)));
        }
        return found;

        // What was overridden when it was ordered is not asked again.
        IEnumerable<RuleFinding> New(IReadOnlyList<RuleFinding> standing, Action<RuleCheck, CarePlan> ask)
        {
            var known = Findings(before, standing, ask);
            return Findings(after, standing, ask).Where(f => !known.Any(k => k.RuleId == f.RuleId && k.Text == f.Text));
        }

        IReadOnlyList<RuleFinding> Findings(CarePlan plan, IReadOnlyList<RuleFinding> standing, Action<RuleCheck, CarePlan> ask)
        {
            var check = new RuleCheck(rules, plan, SafetyAlerts.Nobody, now, standing: standing);
            ask(check, plan);
            return check.SettleFact("").All;
        }
    }
}
