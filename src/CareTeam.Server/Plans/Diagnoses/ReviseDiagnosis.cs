namespace CareTeam.Server.Plans;

partial class PlanGrpc
{
    public override Task<ReviseDiagnosisResponse> ReviseDiagnosis(ReviseDiagnosisRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>A physician of the team says how sure a diagnosis is, refutes it, withdraws what was entered in error, or corrects its onset; two revisions must not pass over each other.</summary>
public sealed class ReviseDiagnosis(RuleTable rules) : PlanCommand<ReviseDiagnosisRequest, ReviseDiagnosisResponse>, IMustSee<ReviseDiagnosisRequest>
{
    public override Permission Who => Permission.To(Capability.Diagnose);

    protected override void Validate(ReviseDiagnosisRequest request, Violations violations)
    {
        violations.Required("diagnosis_id", request.DiagnosisId);
        violations.Text("reason", request.Reason, 2000);
        if (request.Verification == DiagnosisVerification.Unspecified && !request.HasOnsetDate) violations.Add("verification", "is required, unless the onset is corrected");
    }

    public bool MustSee(ReviseDiagnosisRequest request, PlanEvent other) => other.DiagnosisRevised?.Diagnosis.DiagnosisId == request.DiagnosisId;

    public override ReviseDiagnosisResponse Reply(CarePlan after, ReviseDiagnosisRequest request) => new() { Findings = { after.Diagnosis(request.DiagnosisId).Findings } };

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, ReviseDiagnosisRequest request, Caller caller, Timestamp now)
    {
        var diagnosis = plan.Diagnosis(request.DiagnosisId);
        var revised = diagnosis.Clone();
        if (request.Verification != DiagnosisVerification.Unspecified) revised.Verification = request.Verification;
        if (request.HasOnsetDate) revised.OnsetDate = request.OnsetDate;
        if (revised.Equals(diagnosis)) yield break;
        plan.MustNotHaveEnded();
        Dates.MustHaveBegunAnywhere("onset_date", request.OnsetDate, now);
        Dates.MustNotBeBefore("onset_date", request.OnsetDate, plan.Patient.BirthDate, "the patient's birth");
        var findings = new RuleCheck(rules, plan, caller, now).AskInUse(plan, revised).Settle($"diagnosis/{diagnosis.DiagnosisId}");
        (revised.RevisionReason, revised.RevisedBy, revised.RevisedAt) = (request.Reason, null, null);
        revised.Findings.Clear();
        revised.Findings.Add(findings.All);
        yield return new PlanEvent { DiagnosisRevised = new() { Diagnosis = revised } };
    }
}
