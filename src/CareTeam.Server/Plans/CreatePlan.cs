namespace CareTeam.Server.Plans;

partial class PlanGrpc
{
    public override Task<CreatePlanResponse> CreatePlan(CreatePlanRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>A physiatrist opens a plan as a draft, and leads it.</summary>
public sealed class CreatePlan : PlanCommand<CreatePlanRequest, CreatePlanResponse>
{
    public override Permission Who => Permission.Anywhere(Capability.Lead);

    public override bool Creates => true;

    protected override void Validate(CreatePlanRequest request, Violations violations)
    {
        violations.Text("title", request.Title, 200);
        violations.AtMost("categories", request.Categories, 10);
        if (request.Patient is null) violations.Add("patient", "is required");
        else
        {
            violations.Text("patient.reference", request.Patient.Reference, 255);
            violations.Text("patient.name", request.Patient.Name, 200);
        }
        for (var i = 0; i < request.Categories.Count; i++)
        {
            violations.Text($"categories[{i}].code", request.Categories[i].Code, 64, required: request.Categories[i].Display.Length == 0);
            violations.Text($"categories[{i}].system", request.Categories[i].System, 255, required: false);
            violations.Text($"categories[{i}].display", request.Categories[i].Display, 200, required: false);
        }
        CoverageForm.Check(request.Coverage, violations);
        if (request.ExpectedVersion > 0) violations.Add("expected_version", "must be 0: the plan does not exist yet");
    }

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, CreatePlanRequest request, Caller caller, Timestamp now)
    {
        if (plan.Version > 0)
            throw Fault.Refused("id.unused", $"plan/{plan.PlanId}", "A plan with this id exists already; choose another id, or none.");
        Dates.MustHaveBegunAnywhere("patient.birth_date", request.Patient.BirthDate, now);
        yield return new PlanEvent
        {
            PlanCreated = new() { Title = request.Title, Patient = request.Patient, Categories = { request.Categories }, Lead = caller.Person, Coverage = request.Coverage },
        };
    }
}
