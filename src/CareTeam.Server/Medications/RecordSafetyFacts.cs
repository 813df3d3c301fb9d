namespace CareTeam.Server.Medications;

partial class MedicationGrpc
{
    public override Task<RecordSafetyFactsResponse> RecordSafetyFacts(RecordSafetyFactsRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>
/// A nurse or a prescriber of the team records what prescribing must know. A number counts only from a laboratory or a chart, with its day; who recorded it stays with it.
/// </summary>
public sealed class RecordSafetyFacts(RuleTable rules) : PlanCommand<RecordSafetyFactsRequest, RecordSafetyFactsResponse>
{
    private const int Most = 10;

    public override Permission Who => Permission.To(Capability.ReconcileMedication);

    protected override void Validate(RecordSafetyFactsRequest request, Violations violations)
    {
        if (request.Facts.Count is 0 or > Most) violations.Add("facts", $"has {request.Facts.Count} values; it must be from 1 to {Most}");
        else if (request.Facts.DistinctBy(f => f.Kind).Count() < request.Facts.Count) violations.Add("facts", "has the same kind twice");
        for (var i = 0; i < Math.Min(request.Facts.Count, Most); i++) Check(request.Facts[i], $"facts[{i}]", violations);
    }

    private static void Check(SafetyFact fact, string field, Violations violations)
    {
        violations.Required($"{field}.kind", fact.Kind);
        violations.Required($"{field}.observed_date", fact.ObservedDate);
        violations.Required($"{field}.origin", fact.Origin);
        if (!fact.Kind.IsMeasured())
        {
            if (fact.FindingCase != SafetyFact.FindingOneofCase.Present) violations.Add($"{field}.present", "is required, true or false");
            return;
        }
        if (fact.FindingCase != SafetyFact.FindingOneofCase.Value) violations.Add($"{field}.value", "is required");
        else if (!(fact.Value is >= 1 and <= 250)) violations.Add($"{field}.value", $"is {fact.Value}; it must be from 1 to 250 mL/min");
        if (fact.Origin is SafetyFactOrigin.Patient or SafetyFactOrigin.Examination) violations.Add($"{field}.origin", "of a measured value must be laboratory or chart");
    }

    // What is found and what is met anew follow from the facts before, which the plan after does not tell.
    public override RecordSafetyFactsResponse Reply(CarePlan after, IReadOnlyList<PlanEvent> events, RecordSafetyFactsRequest request) =>
        new() { Alerts = { events.SelectMany(e => e.SafetyFactsRecorded?.Alerts ?? []) } };

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, RecordSafetyFactsRequest request, Caller caller, Timestamp now)
    {
        plan.MustNotHaveEnded();
        for (var i = 0; i < request.Facts.Count; i++)
        {
            Dates.MustNotBeInFuture($"facts[{i}].observed_date", request.Facts[i].ObservedDate, rules.Day(plan.Coverage, now));
            Dates.MustNotBeBefore($"facts[{i}].observed_date", request.Facts[i].ObservedDate, plan.Patient.BirthDate, "the patient's birth");
        }
        if (request.Facts.Any(f => f is { Kind: SafetyFactKind.NoKnownAllergies, Present: true }) && plan.Allergies.Any(AllergyRules.Counts))
            throw Fault.Refused("allergy.none-known", $"plan/{plan.PlanId}", "The plan has allergies that count; refute them first.");
        var recorded = new SafetyFactsRecorded { Facts = { request.Facts.Where(f => !plan.SafetyFacts.Any(known => known.Fact.Equals(f))) } };
        if (recorded.Facts.Count == 0) yield break;
        var after = ShallowCopy<CarePlan>.Of(plan);
        foreach (var fact in recorded.Facts) MedicationsFold.Keep(after, new() { Fact = fact, RecordedBy = caller.Person, RecordedAt = now });
        recorded.Alerts.Add(SafetyAlerts.Between(rules, plan, after, now));
        yield return new PlanEvent { SafetyFactsRecorded = recorded };
        foreach (var e in SafetyAlerts.TaskFor(rules, plan, caller, now, request.Or("", "alert task"), recorded.Alerts, PlannedAlerts.Between(rules, plan, after, now))) yield return e;
    }
}
