using CareTeam.Server.Clocks;
using CareTeam.Server.Tasks;

namespace CareTeam.Server.Therapy;

/// <summary>All that falls due in therapy, while a plan is under way.</summary>
public sealed class TherapyDues : IDueSource
{
    public const string Discharged = "The patient was discharged from this therapy.";

    private const string ShowsOtherwise = "Nobody looks for it any longer, or what was recorded since shows otherwise.";

    /// <summary>Shows in the weeks, and asks for a look; of weeks that are not over it is foreseen.</summary>
    public static bool IsObserved(string kind) => kind is HomeProgramme.Kind or ActivityProgress.PlateauKind or ActivityProgress.RegressionKind;

    public IEnumerable<Due> Dues(CarePlan plan, RuleTable rules, DateOnly today)
    {
        if (plan.Status is not (PlanStatus.Active or PlanStatus.OnHold)) return [];
        var dues = new List<Due>();
        foreach (var order in plan.TherapyOrders)
        {
            dues.AddRange(CertificationDues.Dues(plan, order, rules, today));
            if (order.Status != TherapyOrderStatus.Active) continue;
            dues.AddRange(TreatmentDues.Dues(plan, order, rules, today));
            dues.AddRange(HomeProgramme.Dues(plan, order, rules, today).Where(d => !IsSeenTo(plan, d)));
            dues.AddRange(ActivityProgress.Dues(plan, order, rules, today).Where(d => !IsSeenTo(plan, d)));
        }
        dues.AddRange(RehabilitationWindows.Dues(plan, rules, today));
        dues.AddRange(DeviceRules.Dues(plan, rules, today));
        dues.AddRange(TeachBackRules.Dues(plan, rules, today));
        return dues;
    }

    public DateOnly NextLook(CarePlan plan, RuleTable rules, DateOnly today) => RehabilitationWindows.NextLook(plan, rules, today);

    public DueEnd? EndOf(PlanDue raised, CarePlan plan, RuleTable rules, DateOnly today) => raised.Kind switch
    {
        _ when CertificationDues.Kinds.Contains(raised.Kind) => CertificationDues.EndOf(raised, plan, plan.TherapyOrder(raised.SubjectId), rules, today),
        TreatmentDues.ProgressReport or TreatmentDues.ReEvaluationKind => TreatmentDues.EndOf(raised, plan, plan.TherapyOrder(raised.SubjectId), rules, today),
        HomeProgramme.Kind => EndOfObserved(raised, plan, plan.TherapyOrder(raised.SubjectId)),
        ActivityProgress.PlateauKind or ActivityProgress.RegressionKind => EndOfObserved(raised, plan, plan.TherapyOrder(plan.ActivityQuota(raised.SubjectId).TherapyOrderId)),
        RehabilitationWindows.FirstVisitKind or RehabilitationWindows.ReassessmentKind => RehabilitationWindows.EndOf(raised, plan, rules, today),
        DeviceRules.StopKind => DeviceRules.EndOf(raised, plan),
        TeachBackRules.Kind => TeachBackRules.EndOf(plan, rules, today),
        _ => null,
    };

    private static DueEnd EndOfObserved(PlanDue raised, CarePlan plan, TherapyOrder order) => DueEnd.DoneIf(
        plan.Tasks.Any(t => t.TaskId == raised.TaskId && t.Status == TaskStatus.Completed),
        order.Status == TherapyOrderStatus.Discharged ? Discharged : ShowsOtherwise);

    /// <summary>
    /// Nothing undoes what was observed: it is done when somebody has closed the task that the clocks made of it. One that the clocks have taken back themselves nobody has looked at: the due comes
    /// back when the records show it again.
    /// </summary>
    private static bool IsSeenTo(CarePlan plan, Due due) => plan.Tasks.Any(t => t.DueKind == due.Kind && IsClosed(t)) && DueCalendar.TasksOf(plan, due.Key).Any(IsClosed);

    private static bool IsClosed(CareTask task) => task.Status == TaskStatus.Completed || (task.Status == TaskStatus.Cancelled && task.StatusReason != ShowsOtherwise);

    /// <summary>
    /// A signature, a report or a re-evaluation that is due: who ticks its task off has not signed, and nobody would be asked again. What only an order under way asks for, the discharge sets free.
    /// </summary>
    public static TaskOwner? OwnerOf(CarePlan plan, CareTask task)
    {
        if (Ends(task.DueKind) is not { } words || plan.Dues.FirstOrDefault(d => d.TaskId == task.TaskId) is not { } due) return null;
        var isStanding = plan.TherapyOrder(due.SubjectId).Status == TherapyOrderStatus.Active || CertificationDues.IsAskedAfterDischarge(due.Kind);
        return isStanding ? new("therapy-order", due.SubjectId, words) : null;
    }

    private static string? Ends(string dueKind) => dueKind switch
    {
        _ when CertificationDues.IsAskedAfterDischarge(dueKind) => "The task asks for a signature: certifying the therapy order completes it.",
        _ when CertificationDues.Kinds.Contains(dueKind) => "The task asks for a signature: certifying the therapy order, or discharging the patient from it, completes it.",
        TreatmentDues.ProgressReport => "The task asks for a progress report: completing the report completes it, and the discharge cancels it.",
        TreatmentDues.ReEvaluationKind => "The task asks for a re-evaluation: recording that session completes it; another day in the order, or the discharge, cancels it.",
        _ => null,
    };
}
