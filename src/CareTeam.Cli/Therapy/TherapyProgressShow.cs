using CareTeam.Cli.Plans;

namespace CareTeam.Cli.Therapy;

public static class TherapyProgressShow
{
    public static Command Command()
    {
        var plan = IdOption.Plan();
        return new Command("progress", "What the records add up to: treatment days, certification, adherence, quotas, windows, and what falls due") { plan }
            .Reads(parse => new GetTherapyProgressRequest { PlanId = parse.GetValue(plan) }, Show);
    }

    private static void Show(Screen screen, GetTherapyProgressResponse progress)
    {
        if (progress.Orders.Count + progress.Windows.Count + progress.Dues.Count == 0) screen.Line("No therapy.");
        foreach (var order in progress.Orders) Order(screen, order);
        foreach (var window in progress.Windows)
        {
            var weeks = window.ReassessedWeeks.Count == 0 ? "none yet" : string.Join(", ", window.ReassessedWeeks);
            screen.Markup($"window [grey]{Shown.ShortId(window.RehabilitationWindowId)}[/]: {window.SessionIds.Count} sessions in it; measured again after weeks: {weeks}");
        }
        if (progress.Dues.Count == 0) return;
        screen.Line();
        screen.Markup("[bold]Due[/]");
        foreach (var due in progress.Dues)
            screen.Markup($"  {PlanStyle.Due(due.DueDate)}  {Shown.Safe(due.Title)}  [grey]{Shown.Safe(Who(due))}  {Shown.ShortId(due.SubjectId)}[/]");
    }

    private static void Order(Screen screen, TherapyOrderProgress order)
    {
        var days = order.FirstTreatmentDate.Length > 0 ? $" from {order.FirstTreatmentDate} to {order.LastTreatmentDate}" : "";
        screen.Markup($"order [bold]{Shown.ShortId(order.TherapyOrderId)}[/]: {order.TreatmentDays} treatment days{days}, {order.TreatmentDaysSinceReport} since the last report");
        screen.Markup($"  sessions: {order.Attended} attended, {order.Missed} missed, {order.Cancelled} cancelled");
        screen.Markup($"  {(order.CertifiedThroughDate.Length > 0 ? $"certified through {order.CertifiedThroughDate}" : order.Certified ? "certified" : "[yellow]not certified[/]")}");
        foreach (var week in order.HomeAdherence) screen.Markup($"  home, week of {week.WeekStartDate}: {week.Completed} of {week.Prescribed}, {week.Percent} %");
        foreach (var quota in order.Quotas) Quota(screen, quota);
    }

    private static void Quota(Screen screen, QuotaProgress quota)
    {
        var level = quota.Level == OccupationalLevel.Unspecified ? "" : $" [grey]{Shown.Words(quota.Level)} work[/]";
        screen.Markup($"  {Shown.Words(quota.Activity)}{(quota.Plateau ? " [yellow]plateau[/]" : "")}{(quota.Regression ? " [red]regression[/]" : "")}{level}");
        foreach (var week in quota.Weeks)
        {
            var (amount, target) = (TherapyWords.Amount(week.Amount, quota.Activity), TherapyWords.Amount(week.Target, quota.Activity));
            screen.Markup($"    week of {week.WeekStartDate}: {amount} of {target}{(week.Reached ? " [green]reached[/]" : "")}");
        }
    }

    private static string Who(TherapyDue due) => due.Assignee is { } person ? Shown.Name(person) : due.Discipline == Discipline.Unspecified ? "the team" : $"anyone of {Shown.Words(due.Discipline)}";
}
