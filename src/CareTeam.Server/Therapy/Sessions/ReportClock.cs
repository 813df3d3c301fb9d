namespace CareTeam.Server.Therapy;

/// <summary>
/// How many treatment days an order has had since its last completed progress report. The first day of the episode is day 1; the day after the one with which a report's
/// period ends is day 1 of the next period, whenever the report was written.
/// </summary>
public sealed record ReportClock(IReadOnlyList<DateOnly> Days, DateOnly? LastPeriodEnd, int Reports)
{
    public static readonly RuleKey ProgressReport = new("therapy.progress-report", "treatment_days", "notice_treatment_days", "disciplines");

    public static ReportClock Of(CarePlan plan, TherapyOrder order)
    {
        var completed = plan.ProgressReports.Where(r => r.TherapyOrderId == order.TherapyOrderId && r.Status == ProgressReportStatus.Completed).ToList();
        DateOnly? last = completed.Count == 0 ? null : completed.Max(r => Dates.Of(r.PeriodEndDate));
        return new([.. TreatmentDays.Of(plan, order).Where(d => !(d <= last))], last, completed.Count);
    }

    /// <summary>With a session of this day; one that falls into a period that was reported on counts in none.</summary>
    public int CountWith(DateOnly day) => Days.Count + (day <= LastPeriodEnd || Days.Contains(day) ? 0 : 1);

    /// <summary>Whether another session may follow without a report.</summary>
    public string? Missing(RuleVersion rule, Discipline discipline, DateOnly day)
    {
        var (count, most) = (CountWith(day), rule.Number("treatment_days"));
        return !rule.IsAbout(discipline) || day <= LastPeriodEnd || count <= most
            ? null
            : $"This is treatment day {count} since {(LastPeriodEnd is { } end ? $"the report up to {end.Iso()}" : "the episode began")}; a clinician completes the report by day {most}.";
    }
}
