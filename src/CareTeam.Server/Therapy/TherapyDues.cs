using CareTeam.Server.Clocks;

namespace CareTeam.Server.Therapy;

/// <summary>All that falls due in therapy, while a plan is under way.</summary>
public sealed class TherapyDues : IDueSource
{
    public IEnumerable<Due> Dues(CarePlan plan, RuleTable rules, DateOnly today) => plan.Status is not (PlanStatus.Active or PlanStatus.OnHold)
        ? []
        : plan.TherapyOrders.Where(o => o.Status == TherapyOrderStatus.Active).SelectMany(order => CertificationDues.Dues(plan, order, rules, today)
                .Concat(TreatmentDues.Dues(plan, order, rules, today))
                .Concat(Observed(plan, order, rules, today).Where(d => !IsSeenTo(plan, d))))
            .Concat(RehabilitationWindows.Dues(plan, rules, today))
            .Concat(DeviceRules.Dues(plan, rules, today))
            .Concat(TeachBackRules.Dues(plan, rules, today));

    /// <summary>What shows in the weeks, and asks for a look.</summary>
    private static IEnumerable<Due> Observed(CarePlan plan, TherapyOrder order, RuleTable rules, DateOnly today) =>
        HomeProgramme.Dues(plan, order, rules, today).Concat(ActivityProgress.Dues(plan, order, rules, today));

    /// <summary>Nothing undoes what was observed: it is done when somebody has closed the task that the clocks made of it.</summary>
    private static bool IsSeenTo(CarePlan plan, Due due) =>
        plan.Tasks.Any(t => t.DueKind == due.Kind && t.Status is TaskStatus.Completed or TaskStatus.Cancelled && t.TaskId == DueCalendar.TaskId(plan, due.Key));
}
