using CareTeam.Server.Team;

namespace CareTeam.Server.Therapy;

partial class TherapyGrpc
{
    public override Task<FileProgressReportResponse> FileProgressReport(FileProgressReportRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>
/// A clinician completes a progress report; an assistant prepares elements of it, what was seen and told, and never judges or completes (CMS Benefit Policy Manual ch. 15
/// s. 220.3). A completed report is never changed.
/// </summary>
public sealed class FileProgressReport(RuleTable rules, ScopeOfPractice scope) : PlanCommand<FileProgressReportRequest, FileProgressReportResponse>, IMustSee<FileProgressReportRequest>
{
    public override Permission Who => Permission.To(Capability.CompleteProgressReports, Capability.TreatInTherapy);

    protected override void Validate(FileProgressReportRequest request, Violations violations)
    {
        violations.Required("therapy_order_id", request.TherapyOrderId);
        var text = request.Text ?? new();
        violations.Text("text.subjective", text.Subjective, 5000, required: false);
        violations.Text("text.objective", text.Objective, 5000, required: false);
        violations.Text("text.assessment", text.Assessment, 5000, required: request.Complete);
        violations.Text("text.plan", text.Plan, 5000, required: request.Complete);
        if (request.Complete) violations.Required("recommendation", request.Recommendation);
        if (string.IsNullOrWhiteSpace(text.Subjective + text.Objective + text.Assessment + text.Plan)) violations.Add("text", "has nothing in any of its sections");
        OverrideForm.Check(request.Overrides, violations);
    }

    public bool MustSee(FileProgressReportRequest request, PlanEvent other) =>
        other.ProgressReportFiled is { } filed && request.ProgressReportId.Length > 0 && filed.Report.ProgressReportId == request.ProgressReportId;

    public override FileProgressReportResponse Reply(CarePlan after, FileProgressReportRequest request)
    {
        // Filed just now: what goes on with a report in preparation has its id, whatever the request named.
        var report = after.ProgressReports.FirstOrDefault(r => r.ProgressReportId == request.Or(request.ProgressReportId, "progress-report"))
            ?? after.ProgressReports.Last(r => r.TherapyOrderId == request.TherapyOrderId
                && (request.Complete ? after.UpdatedAt.Equals(r.CompletedAt) : r.Status == ProgressReportStatus.InPreparation));
        return new() { ProgressReportId = report.ProgressReportId, TreatmentDays = report.TreatmentDays, Findings = { report.Findings } };
    }

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, FileProgressReportRequest request, Caller caller, Timestamp now)
    {
        var order = plan.TherapyOrder(request.TherapyOrderId);
        caller.MustBeOfDiscipline(order.Discipline);
        MustBeAllowed(request, caller);
        var prepared = Prepared(plan, request);
        var id = prepared?.ProgressReportId ?? request.Or(request.ProgressReportId, "progress-report");
        if (prepared is not null) MustGoOn(prepared, order);

        var check = new RuleCheck(rules, plan, caller, now, request.Overrides).AskSupervised(plan, caller);
        var clock = ReportClock.Of(plan, order);
        var covered = Covered(check, order, clock, request);
        if (request.Complete)
        {
            if (request.Text.Objective.Length == 0 && prepared is null) throw Fault.Invalid("text.objective", "is required: nobody has prepared it");
            check.Ask(ReportClock.ProgressReport, rule => !rule.IsAbout(order.Discipline) || covered.Count <= rule.Number("treatment_days")
                ? null
                : $"The report covers {covered.Count} treatment days; one is due every {rule.Number("treatment_days")}.");
        }
        var findings = check.Settle($"progress-report/{id}");
        foreach (var e in findings.Overrides) yield return e;
        var report = new ProgressReport
        {
            ProgressReportId = id,
            TherapyOrderId = order.TherapyOrderId,
            Status = request.Complete ? ProgressReportStatus.Completed : ProgressReportStatus.InPreparation,
            PeriodEndDate = covered[^1].Iso(),
            TreatmentDays = covered.Count,
            ElementsBy = { Elements(prepared, request, caller) },
            Recommendation = request.Recommendation,
            Findings = { findings.All },
        };
        if (request.Complete) (report.CompletedBy, report.CompletedAt) = (caller.Person, now);
        yield return new PlanEvent { ProgressReportFiled = new() { Report = report, Text = request.Text } };
    }

    private void MustBeAllowed(FileProgressReportRequest request, Caller caller)
    {
        if (scope.May(caller.Role, Capability.CompleteProgressReports)) return;
        if (request.Complete) throw Fault.Forbidden("MAY_NOT_COMPLETE_PROGRESS_REPORTS", "A clinician completes a progress report; an assistant prepares elements of it.");
        if (request.Text.Assessment.Length > 0 || request.Text.Plan.Length > 0 || request.Recommendation != ProgressRecommendation.Unspecified)
            throw Fault.Forbidden("MAY_NOT_COMPLETE_PROGRESS_REPORTS", "An assistant writes what was seen and told; assessment, plan and recommendation are a clinician's.");
    }

    private static void MustGoOn(ProgressReport prepared, TherapyOrder order)
    {
        Lifecycle.MustBe("progress-report.lifecycle", "progress report", prepared.ProgressReportId, prepared.Status, "be filed again", ProgressReportStatus.InPreparation);
        if (prepared.TherapyOrderId != order.TherapyOrderId)
            throw Fault.Refused("progress-report.of-its-order", $"progress-report/{prepared.ProgressReportId}", "The report in preparation is of another order.");
    }

    /// <summary>Treatment days since the report before, up to the day that was named, or the day on which the report is due.</summary>
    private static IReadOnlyList<DateOnly> Covered(RuleCheck check, TherapyOrder order, ReportClock clock, FileProgressReportRequest request)
    {
        if (clock.Days.Count == 0)
            throw Fault.Refused("progress-report.covers-treatment", $"therapy-order/{order.TherapyOrderId}", "There has been no treatment since the last report.");
        if (request.PeriodEndDate.Length == 0)
        {
            var most = check.InForce(ReportClock.ProgressReport) is { } rule && rule.IsAbout(order.Discipline) ? rule.Number("treatment_days") : int.MaxValue;
            return [.. clock.Days.Take(most)];
        }
        var end = Dates.Of(request.PeriodEndDate);
        return clock.Days.Contains(end) ? [.. clock.Days.TakeWhile(d => d <= end)] : throw Fault.Invalid("period_end_date", "is no treatment day since the last report");
    }

    private static IEnumerable<Person> Elements(ProgressReport? prepared, FileProgressReportRequest request, Caller caller)
    {
        var before = prepared?.ElementsBy ?? [];
        return request.Complete || before.Any(caller.Is) ? before : before.Append(caller.Person);
    }

    /// <summary>The report that was named; without a name, the one of the order that is in preparation.</summary>
    private static ProgressReport? Prepared(CarePlan plan, FileProgressReportRequest request) => request.ProgressReportId.Length > 0
        ? plan.ProgressReports.FirstOrDefault(r => r.ProgressReportId == request.ProgressReportId)
        : plan.ProgressReports.LastOrDefault(r => r.TherapyOrderId == request.TherapyOrderId && r.Status == ProgressReportStatus.InPreparation);
}
