namespace CareTeam.Server.Medications;

partial class MedicationGrpc
{
    public override Task<PrescribeMedicationResponse> PrescribeMedication(PrescribeMedicationRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>A prescriber of the team prescribes; every safety rule is asked. Who overrides must have seen what the patient takes.</summary>
public sealed class PrescribeMedication(RuleTable rules) : PlanCommand<PrescribeMedicationRequest, PrescribeMedicationResponse>, IMustSee<PrescribeMedicationRequest>
{
    public override Permission Who => Permission.To(Capability.Prescribe);

    protected override void Validate(PrescribeMedicationRequest request, Violations violations)
    {
        MedicationForm.CheckDrug(request.Name, request.MedicationClass, request.RxnormCode, violations);
        violations.Required("route", request.Route);
        MedicationForm.CheckDose("dose", request.Dose, violations, required: true);
        MedicationForm.CheckFrequency("frequency", request.Frequency, violations, required: true);
        violations.Text("indication", request.Indication, 500);
        MedicationForm.CheckOrder("planned_stop_date", request.PlannedStopDate, request.StartDate, "the first day", violations);
        MedicationForm.CheckSafeguards(request.OpioidSafeguards, violations);
        OverrideForm.Check(request.Overrides, violations);
    }

    /// <summary>An override speaks of what its author saw; a medication or a fact that came in meanwhile may be another reason.</summary>
    public bool MustSee(PrescribeMedicationRequest request, PlanEvent other) => request.Overrides.Count > 0 && other.ChangesWhatIsTaken();

    public override PrescribeMedicationResponse Reply(CarePlan after, PrescribeMedicationRequest request)
    {
        var id = request.Or(request.MedicationId, "medication");
        return new() { MedicationId = id, Findings = { after.Medication(id).Findings } };
    }

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, PrescribeMedicationRequest request, Caller caller, Timestamp now)
    {
        plan.MustNotHaveEnded();
        var medication = Of(request, rules.Day(plan.Coverage, now).Iso());
        PlanState.MustBeNew("medication", medication.MedicationId, plan.Medications.Any(m => m.MedicationId == medication.MedicationId));
        Dates.MustNotBeBefore("start_date", medication.StartDate, plan.Patient.BirthDate, "the patient's birth");
        Dates.MustNotBeBefore("planned_stop_date", medication.PlannedStopDate, medication.StartDate, "the first day");
        Dates.MustNotBeInFuture("opioid_safeguards.pdmp_checked_date", request.OpioidSafeguards?.PdmpCheckedDate ?? "", rules.Day(plan.Coverage, now));
        var findings = new RuleCheck(rules, plan, caller, now, request.Overrides).AskAll(plan, medication).Settle(medication.Subject());
        medication.Findings.Add(findings.All);
        foreach (var e in findings.Overrides) yield return e;
        yield return new PlanEvent { MedicationPrescribed = new() { Medication = medication }, OccurredAt = rules.OccurredBy(plan.Coverage, Dates.Of(medication.StartDate), now) };
    }

    private static Medication Of(PrescribeMedicationRequest request, string today) => new()
    {
        MedicationId = request.Or(request.MedicationId, "medication"),
        Name = request.Name,
        MedicationClass = request.MedicationClass == MedicationClass.Unspecified ? MedicationCatalog.ClassOf(request.Name) : request.MedicationClass,
        RxnormCode = request.RxnormCode.Length == 0 && MedicationCatalog.In(request.Name) is [var only] ? only.RxNorm : request.RxnormCode,
        Route = request.Route,
        Release = request.Release == MedicationRelease.Unspecified ? MedicationCatalog.ReleaseOf(request.Name) : request.Release,
        Dose = request.Dose,
        Frequency = request.Frequency,
        Indication = request.Indication,
        StartDate = request.StartDate.Length == 0 ? today : request.StartDate,
        PlannedStopDate = request.PlannedStopDate,
        OpioidSafeguards = request.OpioidSafeguards,
        BoxedWarningTold = request.BoxedWarningTold,
        Status = MedicationStatus.Active,
    };
}
