using CareTeam.Server.Procedures;

namespace CareTeam.Server.Diagnostics;

partial class DiagnosticsGrpc
{
    public override Task<RecordDiagnosticBlockResponse> RecordDiagnosticBlock(RecordDiagnosticBlockRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>Who performed a diagnostic block records it; the threshold that is in force that day judges it, once and for all.</summary>
public sealed class RecordDiagnosticBlock(RuleTable rules) : PlanCommand<RecordDiagnosticBlockRequest, RecordDiagnosticBlockResponse>
{
    private const int Year = 365 * 24 * 60;

    public override Permission Who => Permission.To(Capability.PerformProcedures);

    protected override void Validate(RecordDiagnosticBlockRequest request, Violations violations)
    {
        violations.Required("target", request.Target);
        violations.Required("performed_date", request.PerformedDate);
        violations.Text("provoking_activity", request.ProvokingActivity, 200);
        if (request.NprsBefore is < 1 or > Relief.Worst) violations.Add("nprs_before", $"must be from 1 to {Relief.Worst}: without pain before there is nothing to relieve");
        if (!request.HasNprsAfter) violations.Add("nprs_after", "is required");
        violations.Range("nprs_after", request.NprsAfter, 0, Relief.Worst);
        violations.Range("stated_percent", request.StatedPercent, 0, 100);
        violations.Range("relief_minutes", request.ReliefMinutes, 0, Year);
        InjectionForm.Check("indication", request.Indication, violations);
        if (request.Checklist is null) violations.Add("checklist", "is required");
        InjectionForm.Check("checklist", request.Checklist, violations);
        violations.Text("correction_reason", request.CorrectionReason, 2000, required: request.SupersedesDiagnosticBlockId.Length > 0);
        OverrideForm.Check(request.Overrides, violations);
        BlockForm.Check(request.Target, request.Technique, violations);
    }

    public override RecordDiagnosticBlockResponse Reply(CarePlan after, RecordDiagnosticBlockRequest request)
    {
        var id = request.Or(request.DiagnosticBlockId, "diagnostic-block");
        var block = after.DiagnosticBlock(id);
        return new()
        {
            DiagnosticBlockId = id,
            ReliefPercent = block.ReliefPercent,
            Concordance = block.Concordance,
            ThresholdPercent = block.ThresholdPercent,
            Findings = { block.Findings },
        };
    }

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, RecordDiagnosticBlockRequest request, Caller caller, Timestamp now)
    {
        plan.MustNotHaveEnded();
        var id = request.Or(request.DiagnosticBlockId, "diagnostic-block");
        PlanState.MustBeNew("diagnostic block", id, plan.DiagnosticBlocks.Any(b => b.DiagnosticBlockId == id));
        Dates.MustNotBeInFuture("performed_date", request.PerformedDate, rules.Day(plan.Coverage, now));
        Dates.MustNotBeBefore("performed_date", request.PerformedDate, plan.Patient.BirthDate, "the patient's birth");
        foreach (var study in request.Indication.StudyIds) plan.Study(study);
        var corrected = request.SupersedesDiagnosticBlockId.Length > 0 ? plan.MustBeCorrectable(request.SupersedesDiagnosticBlockId, caller) : null;
        var check = new RuleCheck(rules, plan, caller, now, request.Overrides, corrected?.Findings) { OfWhatHappened = true };
        var block = new DiagnosticBlock
        {
            DiagnosticBlockId = id,
            Target = request.Target,
            Technique = request.Technique,
            PerformedDate = request.PerformedDate,
            PerformedBy = caller.Person,
            ProvokingActivity = request.ProvokingActivity,
            NprsBefore = request.NprsBefore,
            NprsAfter = request.NprsAfter,
            ReliefPercent = Relief.Percent(request.NprsBefore, request.NprsAfter)!.Value,
            ReliefMinutes = request.ReliefMinutes,
            Indication = request.Indication,
            Checklist = request.Checklist,
            SupersedesDiagnosticBlockId = request.SupersedesDiagnosticBlockId,
            CorrectionReason = request.CorrectionReason,
        };
        if (request.HasStatedPercent) block.StatedPercent = request.StatedPercent;
        if (check.InForce(BlockRules.Concordance(request.Target)) is { } threshold)
        {
            block.ThresholdPercent = threshold.Number("percent");
            block.Concordance = Relief.Reaches(block.ThresholdPercent, block.NprsBefore, block.NprsAfter) ? BlockConcordance.Positive : BlockConcordance.Negative;
        }
        var findings = check.AskBlock(rules, plan, request, corrected).Ask(BlockRules.StatedRelief, _ => Disagreement(block)).Settle($"diagnostic-block/{id}");
        block.Findings.Add(findings.OfNewRecord);
        foreach (var e in findings.Overrides) yield return e;
        yield return new PlanEvent { DiagnosticBlockRecorded = new() { Block = block }, OccurredAt = rules.OccurredBy(plan.Coverage, Dates.Of(request.PerformedDate), now) };
    }

    private static string? Disagreement(DiagnosticBlock block) =>
        block.HasStatedPercent && block.Concordance != BlockConcordance.Unspecified
        && (block.StatedPercent >= block.ThresholdPercent) != (block.Concordance == BlockConcordance.Positive)
            ? $"By the scores relief is {ProcedureWords.Percent(block.ReliefPercent)}, and the patient states {block.StatedPercent} %; the threshold is {block.ThresholdPercent} %."
            : null;
}
