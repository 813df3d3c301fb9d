namespace CareTeam.Server.Plans;

partial class PlanGrpc
{
    public override Task<RecordCoverageResponse> RecordCoverage(RecordCoverageRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>A clinician of the team records who pays for the care and where it is given: the rules of that payer and region hold from then on.</summary>
public sealed class RecordCoverage : PlanCommand<RecordCoverageRequest, RecordCoverageResponse>
{
    public override Permission Who => Permission.ClinicianOfTeam;

    protected override void Validate(RecordCoverageRequest request, Violations violations)
    {
        if (request.Coverage is null) violations.Add("coverage", "is required");
        CoverageForm.Check(request.Coverage, violations);
    }

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, RecordCoverageRequest request, Caller caller, Timestamp now)
    {
        if (request.Coverage.Equals(plan.Coverage)) yield break;
        plan.MustNotHaveEnded();
        yield return new PlanEvent { CoverageRecorded = new() { Coverage = request.Coverage } };
    }
}
