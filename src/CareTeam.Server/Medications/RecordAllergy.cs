namespace CareTeam.Server.Medications;

partial class MedicationGrpc
{
    public override Task<RecordAllergyResponse> RecordAllergy(RecordAllergyRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>A nurse, a therapist or a prescriber of the team records what the patient reacts to; the lead hears at once when it is taken, ordered or scheduled already.</summary>
public sealed class RecordAllergy(RuleTable rules) : PlanCommand<RecordAllergyRequest, RecordAllergyResponse>
{
    public override Permission Who => Permission.To(Capability.RecordAllergies);

    protected override void Validate(RecordAllergyRequest request, Violations violations)
    {
        violations.Required("allergen", request.Allergen);
        var ofMedication = request.Allergen == AllergenKind.Medication;
        violations.Text("substance", request.Substance, 200, required: !IsNamedByItsKind(request));
        violations.Text("reaction", request.Reaction, 500, required: false);
        RxNorm.Check("rxnorm_code", request.RxnormCode, violations);
        if (ofMedication) return;
        if (request.MedicationClass != MedicationClass.Unspecified) violations.Add("medication_class", "is only for allergies to medication");
        if (request.RxnormCode.Length > 0) violations.Add("rxnorm_code", "is only for allergies to medication");
    }

    public override RecordAllergyResponse Reply(CarePlan after, IReadOnlyList<PlanEvent> events, RecordAllergyRequest request)
    {
        var id = request.Or(request.AllergyId, "allergy");
        var allergy = after.Allergies.FirstOrDefault(a => a.AllergyId == id) ?? after.Allergies.First(a => Says(a, Of(request, a.AllergyId)));
        return new() { AllergyId = allergy.AllergyId, Alerts = { events.SelectMany(e => e.AllergyRecorded?.Alerts ?? []) } };
    }

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, RecordAllergyRequest request, Caller caller, Timestamp now)
    {
        plan.MustNotHaveEnded();
        var allergy = Of(request, request.Or(request.AllergyId, "allergy"));
        PlanState.MustBeNew("allergy", allergy.AllergyId, plan.Allergies.Any(a => a.AllergyId == allergy.AllergyId));
        Dates.MustNotBeInFuture("onset_date", request.OnsetDate, rules.Day(plan.Coverage, now));
        Dates.MustNotBeBefore("onset_date", request.OnsetDate, plan.Patient.BirthDate, "the patient's birth");
        if (plan.Allergies.Any(a => Says(a, allergy))) yield break;
        var after = ShallowCopy<CarePlan>.Of(plan);
        after.Allergies.Add(allergy);
        var alerts = SafetyAlerts.Between(rules, plan, after, now);
        yield return new PlanEvent { AllergyRecorded = new() { Allergy = allergy, Alerts = { alerts } } };
        foreach (var e in SafetyAlerts.TaskFor(rules, plan, caller, now, request.Or("", "alert task"), alerts, PlannedAlerts.Between(rules, plan, after, now))) yield return e;
    }

    /// <summary>Latex is latex; a drug, food or anything else needs a name.</summary>
    private static bool IsNamedByItsKind(RecordAllergyRequest request) => request.Allergen switch
    {
        AllergenKind.Unspecified or AllergenKind.Food or AllergenKind.Other => false,
        AllergenKind.Medication => request.MedicationClass != MedicationClass.Unspecified,
        _ => true,
    };

    private static Allergy Of(RecordAllergyRequest request, string id) => new()
    {
        AllergyId = id,
        Allergen = request.Allergen,
        Substance = request.Substance,
        RxnormCode = request.RxnormCode,
        MedicationClass = request.MedicationClass,
        Type = request.Type == AllergyType.Unspecified ? AllergyType.Allergy : request.Type,
        Criticality = request.Criticality == AllergyCriticality.Unspecified ? AllergyCriticality.UnableToAssess : request.Criticality,
        Reaction = request.Reaction,
        OnsetDate = request.OnsetDate,
    };

    /// <summary>The same was recorded before, perhaps by somebody else, and counts.</summary>
    private static bool Says(Allergy recorded, Allergy allergy) =>
        recorded.Counts() && recorded.Allergen == allergy.Allergen && recorded.MedicationClass == allergy.MedicationClass && recorded.RxnormCode == allergy.RxnormCode
        && (recorded.Type, recorded.Criticality, recorded.Reaction, recorded.OnsetDate) == (allergy.Type, allergy.Criticality, allergy.Reaction, allergy.OnsetDate)
        && string.Equals(recorded.Substance, allergy.Substance, StringComparison.OrdinalIgnoreCase);
}
