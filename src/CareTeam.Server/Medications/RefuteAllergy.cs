namespace CareTeam.Server.Medications;

partial class MedicationGrpc
{
    public override Task<RefuteAllergyResponse> RefuteAllergy(RefuteAllergyRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>A prescriber of the team states that a recorded allergy is none: otherwise a mistake would block treatment for ever.</summary>
public sealed class RefuteAllergy(RuleTable rules) : PlanCommand<RefuteAllergyRequest, RefuteAllergyResponse>
{
    public override Permission Who => Permission.To(Capability.Prescribe);

    protected override void Validate(RefuteAllergyRequest request, Violations violations)
    {
        violations.Required("allergy_id", request.AllergyId);
        violations.Text("reason", request.Reason, 2000);
    }

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, RefuteAllergyRequest request, Caller caller, Timestamp now)
    {
        var allergy = plan.Allergies.FirstOrDefault(a => a.AllergyId == request.AllergyId) ?? throw Fault.NotFound("allergy", request.AllergyId);
        plan.MustNotHaveEnded();
        if (!allergy.Counts())
            throw Fault.Refused("allergy.counts", $"allergy/{allergy.AllergyId}", "The allergy was refuted before, and a refutation is never changed; record it again if it counts.");
        var after = ShallowCopy<CarePlan>.Of(plan);
        after.Allergies.Remove(allergy);
        yield return new PlanEvent { AllergyRefuted = new() { AllergyId = allergy.AllergyId, Reason = request.Reason, Alerts = { SafetyAlerts.Between(rules, plan, after, now) } } };
    }
}
