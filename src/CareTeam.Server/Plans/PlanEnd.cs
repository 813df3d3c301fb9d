using CareTeam.Server.Diagnostics;
using CareTeam.Server.Outcomes;
using CareTeam.Server.Procedures;
using CareTeam.Server.Tasks;
using CareTeam.Server.Team;
using CareTeam.Server.Therapy;

namespace CareTeam.Server.Plans;

/// <summary>
/// What must be over before a plan is completed, and what ends with one that is revoked. Medications, devices and home exercises go on: they are the patient's.
/// </summary>
public static class PlanEnd
{
    /// <summary>Throws Refused while a warning sign is open or a safety review is not done: however a plan ends, somebody stands for those first.</summary>
    public static void MustLeaveNobodyInDanger(CarePlan plan, RuleTable rules, DateOnly today)
    {
        if (plan.RedFlags.FirstOrDefault(RedFlagRules.IsOpen) is { } flag)
        {
            throw Fault.Refused("plan.red-flags-resolved", $"red-flag/{flag.RedFlagId}",
                $"A red flag is open ({flag.Kind.Spoken()}); a physician signs its resolution first.");
        }
        SafetyReviewDues.MustBeDone(plan, rules, today);
    }

    /// <summary>Throws Refused while something waits that somebody has to end first.</summary>
    public static void MustHaveNothingOpen(CarePlan plan)
    {
        var open = plan.Tasks.Count(t => t.IsOpen());
        if (open > 0)
            throw Fault.Refused("plan.tasks-closed", $"plan/{plan.PlanId}", $"{open} tasks of the plan are open; complete or cancel them first.");
        // The task of one may have been declined, so that no open task tells of it.
        if (plan.Procedures.FirstOrDefault(p => p.Status == ProcedureStatus.Scheduled) is { } procedure)
            throw Fault.Refused("plan.procedures-done", $"procedure/{procedure.ProcedureId}", "A procedure of the plan is scheduled; record or cancel it first.");
        var waiting = plan.Studies.Count(s => s.IsOpen());
        if (waiting > 0)
            throw Fault.Refused("plan.studies-closed", $"plan/{plan.PlanId}", $"{waiting} studies of the plan have no result; record it or cancel them first.");
        if (plan.TherapyOrders.FirstOrDefault(o => o.Status == TherapyOrderStatus.Active) is { } order)
            throw Fault.Refused("plan.therapy-ended", $"therapy-order/{order.TherapyOrderId}",
                $"The patient is not discharged from {order.Discipline.Spoken()}; the therapist or a physician does that first.");
    }

    /// <summary>Ends all of it.</summary>
    public static IEnumerable<PlanEvent> OfAllThatIsOpen(CarePlan plan, string reason, DateOnly today)
    {
        foreach (var study in plan.Studies.Where(s => s.IsOpen()))
            yield return new PlanEvent { StudyCancelled = new() { StudyId = study.StudyId, Reason = reason } };
        foreach (var procedure in plan.Procedures.Where(p => p.Status == ProcedureStatus.Scheduled))
            yield return new PlanEvent { ProcedureCancelled = new() { ProcedureId = procedure.ProcedureId, Reason = reason } };
        foreach (var order in plan.TherapyOrders.Where(o => o.Status == TherapyOrderStatus.Active))
            yield return new PlanEvent { TherapyDischarged = new() { TherapyOrderId = order.TherapyOrderId, Reason = DischargeReason.Other, Summary = reason, DischargedDate = today.Iso() } };
        foreach (var task in plan.Tasks.Where(t => t.IsOpen()))
            yield return new PlanEvent { TaskCancelled = new() { TaskId = task.TaskId, Reason = reason } };
        foreach (var e in HandoverState.Withdrawn(plan, "The plan ended.")) yield return e;
    }
}
