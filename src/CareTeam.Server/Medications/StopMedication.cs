namespace CareTeam.Server.Medications;

partial class MedicationGrpc
{
    public override Task<StopMedicationResponse> StopMedication(StopMedicationRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>A prescriber of the team stops a medication; of a reported one also a nurse tells that the patient no longer takes it.</summary>
public sealed class StopMedication(RuleTable rules, ScopeOfPractice scope) : PlanCommand<StopMedicationRequest, StopMedicationResponse>
{
    public override Permission Who => Permission.To(Capability.Prescribe, Capability.ReconcileMedication);

    protected override void Validate(StopMedicationRequest request, Violations violations)
    {
        violations.Required("medication_id", request.MedicationId);
        violations.Text("reason", request.Reason, 2000);
    }

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, StopMedicationRequest request, Caller caller, Timestamp now)
    {
        var medication = plan.Medication(request.MedicationId);
        if (!medication.Reported) Permission.To(Capability.Prescribe).CheckPlan(plan, caller, scope);
        if (medication.Status == MedicationStatus.Stopped) yield break;
        plan.MustNotHaveEnded();
        Dates.MustNotBeInFuture("stopped_date", request.StoppedDate, rules.Day(plan.Coverage, now));
        Dates.MustNotBeBefore("stopped_date", request.StoppedDate, plan.Patient.BirthDate, "the patient's birth");
        var stopped = request.StoppedDate.Or(rules.Day(plan.Coverage, now));
        var change = new MedicationStopped { MedicationId = medication.MedicationId, StoppedDate = stopped.Iso(), Reason = request.Reason };
        // It stays on the plan: that it was tried counts.
        var after = ShallowCopy<CarePlan>.Of(plan);
        after.Medications[after.Medications.IndexOf(medication)] = MedicationsFold.Stopped(medication, change);
        change.Alerts.Add(SafetyAlerts.Between(rules, plan, after, now));
        yield return new PlanEvent { MedicationStopped = change, OccurredAt = rules.OccurredBy(plan.Coverage, stopped, now) };
    }
}
