using System.Globalization;
using CareTeam.Server.Clocks;

namespace CareTeam.Server.Therapy;

/// <summary>What falls due as treatment goes on: the progress report and the re-evaluation.</summary>
public static class TreatmentDues
{
    public const string ProgressReport = "therapy.progress-report";
    public const string ReEvaluationKind = "therapy.re-evaluation";

    public static IEnumerable<Due> Dues(CarePlan plan, TherapyOrder order, RuleTable rules, DateOnly today)
    {
        if (Report(plan, order, rules, today) is { } report) yield return report;
        if (ReEvaluation(plan, order, rules, today) is { } again) yield return again;
    }

    /// <summary>
    /// Due on the treatment day that the rule names. While that day is to come it is told by the frequency of the order; when treatment pauses, a week later each week, and is never
    /// past.
    /// </summary>
    private static Due? Report(CarePlan plan, TherapyOrder order, RuleTable rules, DateOnly today)
    {
        if (rules.InForce(ReportClock.ProgressReport, plan, today) is not { } rule || !rule.IsAbout(order.Discipline)) return null;
        var clock = ReportClock.Of(plan, order);
        var (most, early) = (rule.Number("treatment_days"), Math.Max(1, Math.Min(rule.Number("notice_treatment_days"), rule.Number("treatment_days"))));
        if (clock.Days.Count < early) return null;
        var day = clock.Days.Count >= most ? clock.Days[most - 1] : NotPast(clock.Days[^1].AddDays((most - clock.Days.Count) * 7 / order.Prescription.SessionsPerWeek), today);
        return new(ProgressReport, order.TherapyOrderId, $"{clock.Reports + 1}", clock.Days[early - 1], day, rule.Id, "Complete the progress report",
            $"{clock.Days.Count} treatment days without one; due by the {most}th.", order.Discipline, plan.ResponsibleTherapist(order));
    }

    private static Due? ReEvaluation(CarePlan plan, TherapyOrder order, RuleTable rules, DateOnly today)
    {
        if (rules.InForce(TherapyRules.ReEvaluation, plan, today) is not { } rule || order.Prescription.ReevaluationDate.Length == 0) return null;
        var day = Dates.Of(order.Prescription.ReevaluationDate);
        return new(ReEvaluationKind, order.TherapyOrderId, day.Iso(), day.AddDays(-rule.Number("notice_days")), day, rule.Id, "Evaluate the patient again",
            $"Due on {day.Iso()} by the order.", order.Discipline, plan.ResponsibleTherapist(order));
    }

    public static DueEnd EndOf(PlanDue raised, CarePlan plan, TherapyOrder order, RuleTable rules, DateOnly today) => DueEnd.DoneIf(
        raised.Kind == ProgressReport ? ReportClock.Of(plan, order).Reports >= int.Parse(raised.Occurrence, CultureInfo.InvariantCulture) : IsEvaluatedAgain(raised, plan, order, rules, today),
        order.Status == TherapyOrderStatus.Discharged ? TherapyDues.Discharged
        : raised.Kind == ProgressReport || order.Prescription.ReevaluationDate.Length == 0 ? "The order asks for it no longer."
        : $"By the order it is due on {order.Prescription.ReevaluationDate}.");

    private static bool IsEvaluatedAgain(PlanDue raised, CarePlan plan, TherapyOrder order, RuleTable rules, DateOnly today)
    {
        var noticed = Dates.Of(raised.Occurrence).AddDays(-(rules.InForce(TherapyRules.ReEvaluation, plan, today)?.Number("notice_days") ?? 0));
        return TreatmentDays.Attended(plan, order).Any(s => s.Purpose == SessionPurpose.ReEvaluation && Dates.Of(s.SessionDate) >= noticed);
    }

    private static DateOnly NotPast(DateOnly day, DateOnly today) => day >= today ? day : day.AddDays((today.DayNumber - day.DayNumber + 6) / 7 * 7);
}
