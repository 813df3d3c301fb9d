namespace CareTeam.Server.Diagnostics;

partial class DiagnosticsGrpc
{
    public override Task<RecordExamResponse> RecordExam(RecordExamRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>Somebody who may examine records a physical examination, perhaps late, or corrects an own one.</summary>
public sealed class RecordExam(RuleTable rules) : PlanCommand<RecordExamRequest, RecordExamResponse>
{
    public override Permission Who => Permission.To(Capability.Examine);

    protected override void Validate(RecordExamRequest request, Violations violations)
    {
        OverrideForm.Check(request.Overrides, violations);
        ExamForm.Check(request.Body, violations);
        violations.Text("correction_reason", request.CorrectionReason, 2000, required: request.SupersedesExamId.Length > 0);
    }

    public override RecordExamResponse Reply(CarePlan after, RecordExamRequest request)
    {
        var exam = after.Exams.Single(e => e.ExamId == request.Or(request.ExamId, "exam"));
        return new() { ExamId = exam.ExamId, Findings = { exam.Findings }, Comparison = exam.Comparison };
    }

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, RecordExamRequest request, Caller caller, Timestamp now)
    {
        var id = request.Or(request.ExamId, "exam");
        PlanState.MustBeNew("exam", id, plan.Exams.Any(e => e.ExamId == id));
        if (request.SupersedesExamId.Length > 0) MustBeCorrectable(plan, request.SupersedesExamId, caller);
        var exam = new PhysicalExam
        {
            ExamId = id,
            Examiner = caller.Person,
            ExaminedAt = plan.OccurrenceTime("examined_at", request.ExaminedAt, now, "exam.within-plan", "examinations"),
            Body = ExamForm.WithKeyMuscles(request.Body),
            SupersedesExamId = request.SupersedesExamId,
            CorrectionReason = request.CorrectionReason,
            RecordedAt = now,
        };
        var findings = new RuleCheck(rules, plan, caller, now, request.Overrides).AskForRedFlags(plan, exam).Settle($"exam/{id}");
        foreach (var overridden in findings.Overrides) yield return overridden;
        exam.Findings.Add(findings.All);
        yield return new PlanEvent { ExamRecorded = new() { Exam = exam }, OccurredAt = exam.ExaminedAt };
    }

    private static void MustBeCorrectable(CarePlan plan, string examId, Caller caller)
    {
        var exam = plan.Exams.FirstOrDefault(e => e.ExamId == examId) ?? throw Fault.NotFound("exam", examId);
        if (!caller.Is(exam.Examiner))
            throw Fault.Refused("exam.corrected-by-examiner", $"exam/{examId}", "Only who examined corrects an examination; record one of your own instead.");
        if (exam.SupersededByExamId.Length > 0)
            throw Fault.Refused("exam.corrected-once", $"exam/{examId}", $"The examination was corrected before; correct exam {exam.SupersededByExamId} instead.");
    }
}
