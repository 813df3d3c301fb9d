namespace CareTeam.Server.Medications;

partial class MedicationGrpc
{
    public override Task<ChangeMedicationResponse> ChangeMedication(ChangeMedicationRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>
/// A prescriber of the team changes what was prescribed here; checked like a prescription. A taper that was planned is over with it: unless the change says another dose, the
/// one that the taper had reached goes on. Two changes must not pass over each other.
/// </summary>
public sealed class ChangeMedication(RuleTable rules) : PlanCommand<ChangeMedicationRequest, ChangeMedicationResponse>, IMustSee<ChangeMedicationRequest>
{
    public override Permission Who => Permission.To(Capability.Prescribe);

    protected override void Validate(ChangeMedicationRequest request, Violations violations)
    {
        violations.Required("medication_id", request.MedicationId);
        MedicationForm.CheckDose("dose", request.Dose, violations, required: false);
        MedicationForm.CheckFrequency("frequency", request.Frequency, violations, required: false);
        MedicationForm.CheckSafeguards(request.OpioidSafeguards, violations);
        violations.Text("reason", request.Reason, 2000);
        OverrideForm.Check(request.Overrides, violations);
        if (request.WithoutPlannedStop && request.PlannedStopDate.Length > 0) violations.Add("without_planned_stop", "contradicts planned_stop_date");
        if (request is { Dose: null, Frequency: null, PlannedStopDate: "", WithoutPlannedStop: false, OpioidSafeguards: null })
            violations.Add("dose", "or another change is required: frequency, planned_stop_date, without_planned_stop, opioid_safeguards");
    }

    public bool MustSee(ChangeMedicationRequest request, PlanEvent other) =>
        (other.MedicationChanged?.MedicationId ?? other.MedicationTapered?.MedicationId) == request.MedicationId || (request.Overrides.Count > 0 && other.ChangesWhatIsTaken());

    public override ChangeMedicationResponse Reply(CarePlan after, ChangeMedicationRequest request) => new() { Findings = { after.Medication(request.MedicationId).Findings } };

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, ChangeMedicationRequest request, Caller caller, Timestamp now)
    {
        var medication = plan.Medication(request.MedicationId);
        plan.MustNotHaveEnded();
        medication.MustBePrescribedHere("change");
        medication.MustBeTaken("change it");
        var (dose, frequency) = medication.DoseOn(rules.Day(plan.Coverage, now));
        var changed = new MedicationChanged
        {
            MedicationId = medication.MedicationId,
            Dose = request.Dose ?? dose,
            Frequency = request.Frequency ?? frequency,
            PlannedStopDate = request.WithoutPlannedStop ? "" : request.PlannedStopDate.Length > 0 ? request.PlannedStopDate : medication.PlannedStopDate,
            OpioidSafeguards = request.OpioidSafeguards ?? medication.OpioidSafeguards,
            Reason = request.Reason,
        };
        Dates.MustNotBeBefore("planned_stop_date", changed.PlannedStopDate, medication.StartDate, "the first day");
        Dates.MustNotBeInFuture("opioid_safeguards.pdmp_checked_date", request.OpioidSafeguards?.PdmpCheckedDate ?? "", rules.Day(plan.Coverage, now));
        var after = MedicationsFold.Changed(medication, changed);
        if (IsTheSame(medication, after)) yield break;
        var findings = new RuleCheck(rules, plan, caller, now, request.Overrides).AskAll(plan, after).Settle(medication.Subject());
        changed.Findings.Add(findings.All);
        foreach (var e in findings.Overrides) yield return e;
        yield return new PlanEvent { MedicationChanged = changed };
    }

    private static bool IsTheSame(Medication before, Medication after) =>
        before.Taper.Count == 0 && Equals(before.Dose, after.Dose) && Equals(before.Frequency, after.Frequency)
        && before.PlannedStopDate == after.PlannedStopDate && Equals(before.OpioidSafeguards, after.OpioidSafeguards);
}
