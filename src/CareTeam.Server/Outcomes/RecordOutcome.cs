namespace CareTeam.Server.Outcomes;

partial class OutcomeGrpc
{
    public override Task<RecordOutcomeResponse> RecordOutcome(RecordOutcomeRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>
/// A clinician of the team records a measurement, a patient or caregiver what they answered themselves. Scored here, by the definition in effect, and kept with the
/// answers, so that a later definition can score it anew. Or corrects what was recorded by mistake.
/// </summary>
public sealed class RecordOutcome(InstrumentCatalog catalog, RuleTable rules, ScopeOfPractice scope, TimeProvider clock) : PlanCommand<RecordOutcomeRequest, RecordOutcomeResponse>
{
    public override Permission Who => Permission.To(Capability.RecordOutcomes, Capability.ReportOutcomes);

    protected override void Validate(RecordOutcomeRequest request, Violations violations)
    {
        violations.Required("instrument_id", request.InstrumentId);
        violations.Text("stop_reason", request.StopReason, 500, required: false);
        violations.Text("aid", request.Aid, 200, required: false);
        Corrections.Check(request.SupersedesOutcomeId, request.CorrectionReason, violations);
        if (request.Answers.Count == 0 && request.Completion != TestCompletion.Unable) violations.Add("answers", "is required");
        if (catalog.Find(request.InstrumentId, clock.Today()) is { } instrument) MeasurementForm.Check(instrument, request, violations);
        else violations.Add("instrument_id", "is no instrument of the catalog; ListInstruments has them");
    }

    public override RecordOutcomeResponse Reply(CarePlan after, RecordOutcomeRequest request)
    {
        var outcome = after.Outcomes.Last(o => o.OutcomeId == request.Or(request.OutcomeId, "outcome"));
        return new()
        {
            OutcomeId = outcome.OutcomeId,
            Scores = { outcome.Scores },
            DefinitionVersion = outcome.DefinitionVersion,
            NeedsSafetyReview = outcome.NeedsSafetyReview,
            SafetyItemUnanswered = outcome.SafetyItemUnanswered,
            Findings = { outcome.Findings },
        };
    }

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, RecordOutcomeRequest request, Caller caller, Timestamp now)
    {
        var instrument = catalog.Find(request.InstrumentId, now.Day())!;
        if (!instrument.PatientReported && !MayRecordAll(plan, caller))
            throw Fault.Forbidden("NOT_SELF_REPORTED", $"{instrument.Abbreviation} is recorded by a clinician; patients and caregivers answer what is patient-reported.");
        var corrected = request.SupersedesOutcomeId.Length > 0 ? plan.CorrectableOutcome(request.SupersedesOutcomeId, caller) : null;
        var measuredAt = plan.OccurrenceTime("measured_at", request.MeasuredAt ?? corrected?.MeasuredAt, now, "outcome.within-plan", "measurements");
        // Checked once more: since the request arrived, midnight may have brought another definition into effect.
        var violations = new Violations();
        var form = MeasurementForm.Check(instrument, request, violations);
        if (violations.Found.Count > 0) throw Fault.Invalid(violations.Found);
        var id = request.Or(request.OutcomeId, "outcome");
        PlanState.MustBeNew("outcome", id, plan.Outcomes.Any(o => o.OutcomeId == id));
        var findings = new RuleCheck(rules, plan, caller, now).AskClosedGoals(plan, corrected).Settle($"outcome/{id}");
        var outcome = Measured(id, instrument, request, form);
        outcome.Findings.Add(findings.All);
        yield return new PlanEvent { OutcomeRecorded = new() { Outcome = outcome }, OccurredAt = measuredAt };
        if (corrected is not null && SafetyReviewDues.Corrected(plan, rules, corrected, outcome, now) is { } told) yield return told;
    }

    private static OutcomeMeasurement Measured(string id, InstrumentDefinition instrument, RecordOutcomeRequest request, string form)
    {
        var unable = request.Completion == TestCompletion.Unable;
        return new()
        {
            OutcomeId = id,
            InstrumentId = instrument.Id,
            Abbreviation = instrument.Abbreviation,
            DefinitionVersion = instrument.Version,
            Form = form,
            ReferenceWindow = request.ReferenceWindow,
            Answers = { request.Answers },
            Completion = request.Completion,
            StopReason = request.StopReason,
            Rests = request.Rests,
            Aid = request.Aid,
            Scores = { unable ? [] : Scoring.Of(instrument, request.Answers, form).Scores.Select(s => s.Shown(instrument, form)) },
            NeedsSafetyReview = SafetyReview.IsNeeded(instrument, request.Answers),
            SafetyItemUnanswered = SafetyReview.IsUnanswered(instrument, request.Answers),
            SupersedesOutcomeId = request.SupersedesOutcomeId,
            CorrectionReason = request.CorrectionReason,
        };
    }

    private bool MayRecordAll(CarePlan plan, Caller caller) =>
        scope.May(caller.Role, Capability.RecordOutcomes) && plan.CurrentMember(caller.Person.PersonId) is { } member && scope.May(member.Person.Role, Capability.RecordOutcomes);
}
