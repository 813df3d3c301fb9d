using CareTeam.Server.Clocks;

namespace CareTeam.Server.Therapy;

/// <summary>All that falls due in therapy, while a plan is under way.</summary>
public sealed class TherapyDues : IDueSource
{
    public IEnumerable<Due> Dues(CarePlan plan, RuleTable rules, DateOnly today) => plan.Status is not (PlanStatus.Active or PlanStatus.OnHold)
        ? []
        : plan.TherapyOrders.Where(o => o.Status == TherapyOrderStatus.Active).SelectMany(order => CertificationDues.Dues(plan, order, rules, today)
                .Concat(TreatmentDues.Dues(plan, order, rules, today))
                .Concat(HomeProgramme.Dues(plan, order, rules, today))
                .Concat(ActivityProgress.Dues(plan, order, rules, today)))
            .Concat(RehabilitationWindows.Dues(plan, rules, today))
            .Concat(DeviceRules.Dues(plan, rules, today))
            .Concat(TeachBackRules.Dues(plan, rules, today));
}
