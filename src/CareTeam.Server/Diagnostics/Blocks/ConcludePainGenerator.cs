namespace CareTeam.Server.Diagnostics;

partial class DiagnosticsGrpc
{
    public override Task<ConcludePainGeneratorResponse> ConcludePainGenerator(ConcludePainGeneratorRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>A physician concludes what the pain comes from, or revises such a conclusion, which stays to be seen.</summary>
public sealed class ConcludePainGenerator(RuleTable rules) : PlanCommand<ConcludePainGeneratorRequest, ConcludePainGeneratorResponse>
{
    public override Permission Who => Permission.To(Capability.Diagnose);

    protected override void Validate(ConcludePainGeneratorRequest request, Violations violations)
    {
        PainGeneratorForm.Check(request, violations);
        OverrideForm.Check(request.Overrides, violations);
    }

    public override ConcludePainGeneratorResponse Reply(CarePlan after, ConcludePainGeneratorRequest request)
    {
        var id = request.Or(request.PainGeneratorId, "pain-generator");
        return new() { PainGeneratorId = id, Findings = { after.PainGenerators.First(g => g.PainGeneratorId == id).Findings } };
    }

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, ConcludePainGeneratorRequest request, Caller caller, Timestamp now)
    {
        plan.MustNotHaveEnded();
        var id = request.Or(request.PainGeneratorId, "pain-generator");
        PlanState.MustBeNew("pain generator", id, plan.PainGenerators.Any(g => g.PainGeneratorId == id));
        if (request.RevisesPainGeneratorId.Length > 0) MustBeCurrent(plan, request.RevisesPainGeneratorId);
        foreach (var exam in request.ExamIds)
            if (plan.Exams.All(e => e.ExamId != exam)) throw Fault.NotFound("exam", exam);
        foreach (var study in request.StudyIds) plan.Study(study);
        var blocks = request.DiagnosticBlockIds.Select(plan.DiagnosticBlock).ToList();
        var findings = new RuleCheck(rules, plan, caller, now, request.Overrides).AskEvidence(plan, request, blocks).Settle($"pain-generator/{id}");
        foreach (var e in findings.Overrides) yield return e;
        yield return new PlanEvent
        {
            PainGeneratorConcluded = new()
            {
                PainGenerator = new()
                {
                    PainGeneratorId = id,
                    Kind = request.Kind,
                    Levels = { request.Levels },
                    Side = request.Side,
                    Structure = request.Structure,
                    Confidence = request.Confidence,
                    Conclusion = request.Conclusion,
                    ExamIds = { request.ExamIds },
                    StudyIds = { request.StudyIds },
                    DiagnosticBlockIds = { request.DiagnosticBlockIds },
                    Explanation = request.Explanation,
                    ConcludedBy = caller.Person,
                    ConcludedAt = now,
                    RevisesPainGeneratorId = request.RevisesPainGeneratorId,
                    Findings = { findings.All },
                },
            },
        };
    }

    private static void MustBeCurrent(CarePlan plan, string revisedId)
    {
        if (plan.PainGenerators.All(g => g.PainGeneratorId != revisedId)) throw Fault.NotFound("pain generator", revisedId);
        if (plan.PainGenerators.Any(g => g.RevisesPainGeneratorId == revisedId))
            throw Fault.Refused("pain-generator.current", $"pain-generator/{revisedId}", "The conclusion was revised already; revise the one that holds now.");
    }
}
