using CareTeam.Server.Clocks;

namespace CareTeam.Server.Therapy;

/// <summary>All that falls due in therapy, while a plan is under way.</summary>
public sealed class TherapyDues : IDueSource
{
    /// <summary>Shows in the weeks, and asks for a look; of the week that is not over it is foreseen.</summary>
    public static bool IsObserved(string kind) => kind is "therapy.home-adherence" or "therapy.plateau" or "therapy.regression";

    public IEnumerable<Due> Dues(CarePlan plan, RuleTable rules, DateOnly today)
    {
        if (plan.Status is not (PlanStatus.Active or PlanStatus.OnHold)) return [];
        var dues = new List<Due>();
        foreach (var order in plan.TherapyOrders.Where(o => o.Status == TherapyOrderStatus.Active))
        {
            dues.AddRange(CertificationDues.Dues(plan, order, rules, today));
            dues.AddRange(TreatmentDues.Dues(plan, order, rules, today));
            dues.AddRange(HomeProgramme.Dues(plan, order, rules, today).Where(d => !IsSeenTo(plan, d)));
            dues.AddRange(ActivityProgress.Dues(plan, order, rules, today).Where(d => !IsSeenTo(plan, d)));
        }
        dues.AddRange(RehabilitationWindows.Dues(plan, rules, today));
        dues.AddRange(DeviceRules.Dues(plan, rules, today));
        dues.AddRange(TeachBackRules.Dues(plan, rules, today));
        return dues;
    }

    /// <summary>Nothing undoes what was observed: it is done when somebody has closed the task that the clocks made of it.</summary>
    private static bool IsSeenTo(CarePlan plan, Due due) =>
        plan.Tasks.Any(t => t.DueKind == due.Kind && t.Status is TaskStatus.Completed or TaskStatus.Cancelled && t.TaskId == DueCalendar.TaskId(plan, due.Key));
}
