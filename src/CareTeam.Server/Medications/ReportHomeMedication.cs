namespace CareTeam.Server.Medications;

partial class MedicationGrpc
{
    public override Task<ReportHomeMedicationResponse> ReportHomeMedication(ReportHomeMedicationRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>A nurse or a prescriber of the team records what the patient takes from elsewhere: a fact, which no rule refuses.</summary>
public sealed class ReportHomeMedication(RuleTable rules) : PlanCommand<ReportHomeMedicationRequest, ReportHomeMedicationResponse>
{
    public override Permission Who => Permission.To(Capability.ReconcileMedication);

    protected override void Validate(ReportHomeMedicationRequest request, Violations violations)
    {
        MedicationForm.CheckDrug(request.Name, request.MedicationClass, request.RxnormCode, violations);
        MedicationForm.CheckDose("dose", request.Dose, violations, required: false);
        MedicationForm.CheckFrequency("frequency", request.Frequency, violations, required: false);
        violations.Text("indication", request.Indication, 500, required: false);
        MedicationForm.CheckOrder("planned_stop_date", request.PlannedStopDate, request.StartDate, "the first day", violations);
    }

    public override ReportHomeMedicationResponse Reply(CarePlan after, ReportHomeMedicationRequest request)
    {
        var id = request.Or(request.MedicationId, "medication");
        return new() { MedicationId = id, Findings = { after.Medication(id).Findings } };
    }

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, ReportHomeMedicationRequest request, Caller caller, Timestamp now)
    {
        plan.MustNotHaveEnded();
        var medication = Of(request);
        PlanState.MustBeNew("medication", medication.MedicationId, plan.Medications.Any(m => m.MedicationId == medication.MedicationId));
        Dates.MustNotBeInFuture("start_date", medication.StartDate, rules.Day(plan.Coverage, now));
        Dates.MustNotBeBefore("start_date", medication.StartDate, plan.Patient.BirthDate, "the patient's birth");
        var findings = new RuleCheck(rules, plan, caller, now).AskAll(plan, medication).SettleFact(medication.Subject()).All;
        medication.Findings.Add(findings);
        yield return new PlanEvent
        {
            HomeMedicationReported = new() { Medication = medication },
            OccurredAt = medication.StartDate.Length > 0 ? rules.OccurredBy(plan.Coverage, Dates.Of(medication.StartDate), now) : null,
        };
        var after = ShallowCopy<CarePlan>.Of(plan);
        after.Medications.Add(medication);
        var found = findings.Select(f => (medication.Name, f)).Concat(PlannedAlerts.Between(rules, plan, after, now));
        foreach (var e in SafetyAlerts.TaskFor(rules, plan, caller, now, request.Or("", "alert task"), found)) yield return e;
    }

    private static Medication Of(ReportHomeMedicationRequest request) => new()
    {
        MedicationId = request.Or(request.MedicationId, "medication"),
        Name = request.Name,
        MedicationClass = request.MedicationClass == MedicationClass.Unspecified ? MedicationCatalog.ClassOf(request.Name) : request.MedicationClass,
        RxnormCode = request.RxnormCode.Length == 0 && MedicationCatalog.In(request.Name) is [var only] ? only.RxNorm : request.RxnormCode,
        Route = request.Route == MedicationRoute.Unspecified ? MedicationRoute.Oral : request.Route,
        Release = request.Release == MedicationRelease.Unspecified ? MedicationCatalog.ReleaseOf(request.Name) : request.Release,
        Dose = request.Dose,
        Frequency = request.Frequency,
        Indication = request.Indication,
        StartDate = request.StartDate,
        PlannedStopDate = request.PlannedStopDate,
        Reported = true,
        Status = MedicationStatus.Active,
    };
}
