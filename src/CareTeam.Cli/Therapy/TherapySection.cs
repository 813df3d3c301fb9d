namespace CareTeam.Cli.Therapy;

/// <summary>The therapy of a plan, order by order: exercises, quotas, the last sessions, reports.</summary>
internal sealed class TherapySection(Screen screen, CarePlan plan)
{
    private const int LastSessions = 5;

    public static void Draw(Screen screen, CarePlan plan) => new TherapySection(screen, plan).Orders();

    private void Orders()
    {
        if (plan.TherapyOrders.Count + plan.Sessions.Count == 0) return;
        screen.Heading("Therapy", plan.TherapyOrders.Count(o => o.Status == TherapyOrderStatus.Active), "active");
        foreach (var order in plan.TherapyOrders.OrderBy(o => o.Status)) Order(order);
        Sessions(plan.Sessions.Where(s => s.TherapyOrderId.Length == 0 && plan.TherapyOrders.All(o => o.EvaluationSessionId != s.SessionId)), LastSessions);
        foreach (var window in plan.RehabilitationWindows.Where(w => plan.Procedures.FirstOrDefault(p => p.ProcedureId == w.ProcedureId) is not { Therapeutic: false }))
        {
            var again = string.Join(", ", window.Reassessments.Select(r => r.ReassessDate));
            screen.Markup($"  Window for rehabilitation since the procedure of {window.OpenedDate}: [grey]first visit by {window.FirstVisitByDate}, measured again on {again}[/]");
        }
    }

    private void Order(TherapyOrder order)
    {
        var state = order.Status == TherapyOrderStatus.Active ? "[green]active[/]" : $"[grey]discharged {order.DischargedDate}, {Shown.Words(order.DischargeReason)}[/]";
        var (what, course) = (Shown.Safe(TherapyWords.Order(order.Discipline, order.Prescription)), Shown.Safe(TherapyWords.Course(order.Prescription)));
        screen.Markup($"  [grey]{Shown.ShortId(order.TherapyOrderId)}[/]  [bold]{what}[/]  {state}  {course}");
        Aside("precautions", [.. order.Prescription.Precautions, .. order.Prescription.WeightLimit is { } limit ? [$"no more than {ExerciseDoseOption.Words(limit)}"] : Array.Empty<string>()]);
        Aside("modalities", order.Prescription.Modalities);
        Aside("certified", order.Certifications.Select(c => $"{c.SignedDate} by {Shown.Name(c.CertifiedBy)}, {c.IntervalDays} days"));
        foreach (var exercise in plan.Exercises.Where(e => e.TherapyOrderId == order.TherapyOrderId).OrderBy(e => e.Status)) Exercise(exercise);
        foreach (var quota in plan.ActivityQuotas.Where(q => q.TherapyOrderId == order.TherapyOrderId)) Quota(quota);
        Sessions(plan.Sessions.Where(s => s.TherapyOrderId == order.TherapyOrderId || s.SessionId == order.EvaluationSessionId), order.Status == TherapyOrderStatus.Active ? LastSessions : 1);
        foreach (var report in plan.ProgressReports.Where(r => r.TherapyOrderId == order.TherapyOrderId))
        {
            var by = report.CompletedBy is { } clinician ? Shown.Safe($"completed by {Shown.Name(clinician)}") : "[yellow]in preparation[/]";
            screen.Markup($"    report through {report.PeriodEndDate}: {by}  [grey]{Shown.ShortId(report.ProgressReportId)}[/]");
        }
        Aside("discharged", order.DischargeSummary.Length > 0 ? [order.DischargeSummary] : []);
    }

    private void Exercise(Exercise exercise)
    {
        var stopped = exercise.Status == ExerciseStatus.Stopped ? " [grey](stopped)[/]" : "";
        var (first, last) = (exercise.History[0], exercise.History[^1]);
        var adjusted = exercise.History.Count > 1
            ? $" [grey]({Shown.Words(last.Change)} {Day(last)}; began {Day(first)} with {Shown.Safe(ExerciseDoseOption.Words(first.Dose))})[/]"
            : "";
        screen.Markup($"    [grey]{Shown.ShortId(exercise.ExerciseId)}[/]  {Shown.Safe(exercise.Name)}: {Shown.Safe(ExerciseDoseOption.Words(exercise.Dose))}{stopped}{adjusted}");
    }

    private static string Day(ExerciseStep step) => step.FromDate.Length > 0 ? step.FromDate : Shown.Day(step.ChangedAt);

    private void Quota(ActivityQuota quota)
    {
        var step = quota.Steps[^1];
        var level = step.Level == OccupationalLevel.Unspecified ? "" : $" ({Shown.Words(step.Level)})";
        var newest = quota.Weeks.Count == 0 ? "" : $", {TherapyWords.Amount(quota.Weeks[^1].Amount, quota.Activity)} in the week of {quota.Weeks[^1].WeekStartDate}";
        var target = step.WeeklyTarget > 0 ? $"{TherapyWords.Target(step.WeeklyTarget, quota.Activity)}{level} from {step.WeekStartDate}" : "no quota";
        screen.Markup($"    [grey]{Shown.ShortId(quota.ActivityQuotaId)}[/]  {Shown.Words(quota.Activity)}: {target}{newest}");
    }

    private void Sessions(IEnumerable<TherapySessionSummary> sessions, int last)
    {
        var superseded = sessions.Where(s => s.SupersededBySessionId.Length > 0).ToList();
        var all = sessions.Where(s => s.SupersededBySessionId.Length == 0).OrderByDescending(s => s.SessionDate, StringComparer.Ordinal).ToList();
        if (all.Count + superseded.Count == 0) return;
        var attended = all.Count(s => s.Attendance == SessionAttendance.Attended);
        screen.Markup($"    [grey]{attended} sessions attended, {all.Count - attended} not{(all.Count <= last ? "" : last == 1 ? "; the last" : $"; the last {last}")}[/]");
        foreach (var session in all.Take(last)) screen.Markup($"      {Shown.Safe(TherapyWords.Session(session))}  [grey]{Shown.ShortId(session.SessionId)}[/]");
        foreach (var session in superseded) Superseded(session, plan.Sessions.FirstOrDefault(s => s.SessionId == session.SupersededBySessionId));
    }

    /// <summary>What was mistaken stays to be seen, with who corrected it, when and why.</summary>
    private void Superseded(TherapySessionSummary session, TherapySessionSummary? by) => screen.Markup(
        $"      [grey][strikethrough]{Shown.Safe(TherapyWords.Session(session))}[/], corrected by {Shown.Safe(Shown.Name(by?.RecordedBy))} on {Shown.Day(by?.RecordedAt)}"
        + $"{Shown.Safe(Shown.Because(by?.CorrectionReason))}  {Shown.ShortId(session.SessionId)}[/]");

    private void Aside(string what, IEnumerable<string> texts)
    {
        if (string.Join("; ", texts) is { Length: > 0 } text) screen.Markup($"    [grey]{what}: {Shown.Safe(text)}[/]");
    }
}
