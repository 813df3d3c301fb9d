namespace CareTeam.Server.Plans;

partial class PlanGrpc
{
    public override Task<AddDiagnosisResponse> AddDiagnosis(AddDiagnosisRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>A physician of the team adds a diagnosis.</summary>
public sealed class AddDiagnosis : PlanCommand<AddDiagnosisRequest, AddDiagnosisResponse>
{
    public override Permission Who => Permission.To(Capability.Diagnose);

    protected override void Validate(AddDiagnosisRequest request, Violations violations)
    {
        violations.Text("text", request.Text, 500);
        violations.Required("icd10cm_code", request.Icd10CmCode);
        if (Icd10Cm.Problem(request.Icd10CmCode) is { } problem) violations.Add("icd10cm_code", problem);
    }

    public override AddDiagnosisResponse Reply(CarePlan after, AddDiagnosisRequest request) => new() { DiagnosisId = request.Or(request.DiagnosisId, "diagnosis") };

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, AddDiagnosisRequest request, Caller caller, Timestamp now)
    {
        plan.MustNotHaveEnded();
        var id = request.Or(request.DiagnosisId, "diagnosis");
        PlanState.MustBeNew("diagnosis", id, plan.Diagnoses.Any(d => d.DiagnosisId == id));
        Dates.MustHaveBegunAnywhere("onset_date", request.OnsetDate, now);
        Dates.MustNotBeBefore("onset_date", request.OnsetDate, plan.Patient.BirthDate, "the patient's birth");
        yield return new PlanEvent
        {
            DiagnosisAdded = new()
            {
                Diagnosis = new() { DiagnosisId = id, Icd10CmCode = request.Icd10CmCode, Text = request.Text, OnsetDate = request.OnsetDate },
            },
        };
    }
}
