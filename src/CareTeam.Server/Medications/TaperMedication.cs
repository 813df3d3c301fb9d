namespace CareTeam.Server.Medications;

partial class MedicationGrpc
{
    public override Task<TaperMedicationResponse> TaperMedication(TaperMedicationRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>A prescriber of the team plans how a medication is reduced and ended. It only takes away, so no rule refuses it: what rules say is kept.</summary>
public sealed class TaperMedication(RuleTable rules) : PlanCommand<TaperMedicationRequest, TaperMedicationResponse>, IMustSee<TaperMedicationRequest>
{
    private const int MostSteps = 20;

    public override Permission Who => Permission.To(Capability.Prescribe);

    protected override void Validate(TaperMedicationRequest request, Violations violations)
    {
        violations.Required("medication_id", request.MedicationId);
        violations.Required("planned_stop_date", request.PlannedStopDate);
        violations.Text("reason", request.Reason, 2000);
        if (request.Steps.Count is 0 or > MostSteps) violations.Add("steps", $"has {request.Steps.Count} values; it must be from 1 to {MostSteps}");
        for (var i = 0; i < Math.Min(request.Steps.Count, MostSteps); i++)
        {
            violations.Required($"steps[{i}].start_date", request.Steps[i].StartDate);
            MedicationForm.CheckDose($"steps[{i}].dose", request.Steps[i].Dose, violations, required: true);
            MedicationForm.CheckFrequency($"steps[{i}].frequency", request.Steps[i].Frequency, violations, required: true);
        }
    }

    public bool MustSee(TaperMedicationRequest request, PlanEvent other) => (other.MedicationChanged?.MedicationId ?? other.MedicationTapered?.MedicationId) == request.MedicationId;

    public override TaperMedicationResponse Reply(CarePlan after, TaperMedicationRequest request) => new() { Findings = { after.Medication(request.MedicationId).Findings } };

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, TaperMedicationRequest request, Caller caller, Timestamp now)
    {
        var medication = plan.Medication(request.MedicationId);
        plan.MustNotHaveEnded();
        medication.MustBePrescribedHere("taper");
        medication.MustBeTaken("taper it");
        MustDescend(medication, request, rules.Day(plan.Coverage, now));
        var steps = InForce(medication, request, rules.Day(plan.Coverage, now)).Concat(request.Steps);
        var tapered = new MedicationTapered { MedicationId = medication.MedicationId, Steps = { steps }, PlannedStopDate = request.PlannedStopDate, Reason = request.Reason };
        var after = MedicationsFold.Tapered(medication, tapered);
        if (after.Taper.Equals(medication.Taper) && after.PlannedStopDate == medication.PlannedStopDate) yield break;
        tapered.Findings.Add(new RuleCheck(rules, plan, caller, now).AskAll(plan, after).SettleFact(medication.Subject()).All.Select(f => StillOverridden(f, medication)));
        yield return new PlanEvent { MedicationTapered = tapered };
    }

    /// <summary>Whoever let more of it pass let this pass too.</summary>
    private static RuleFinding StillOverridden(RuleFinding finding, Medication medication)
    {
        finding.Override = medication.Findings.FirstOrDefault(f => f.RuleId == finding.RuleId)?.Override;
        return finding;
    }

    /// <summary>The step of an earlier taper that holds until the new ones begin: a taper takes the place of the one before, and without it the prescribed dose would be back until then.</summary>
    private static IEnumerable<MedicationTaperStep> InForce(Medication medication, TaperMedicationRequest request, DateOnly today) =>
        medication.StepOn(today) is { } step && string.CompareOrdinal(step.StartDate, request.Steps[0].StartDate) < 0 ? [step] : [];

    /// <summary>From today on each step is later and less a day than what was before it, and the stop is not before the last one.</summary>
    private static void MustDescend(Medication medication, TaperMedicationRequest request, DateOnly today)
    {
        var (dose, frequency) = medication.DoseOn(today);
        // The first step may have begun yesterday: an evening's decision is written down after midnight.
        var day = today.AddDays(-2).Iso();
        for (var i = 0; i < request.Steps.Count; i++)
        {
            var step = request.Steps[i];
            if (string.CompareOrdinal(step.StartDate, day) <= 0) throw Fault.Invalid($"steps[{i}].start_date", i == 0 ? "is in the past" : "is not after the step before");
            if (dose is not null && step.Dose.Unit != dose.Unit) throw Fault.Invalid($"steps[{i}].dose.unit", $"must be {dose.Unit}, as before");
            if (Dosing.DailyAmount(step.Dose, step.Frequency) is { } now && Dosing.DailyAmount(dose, frequency) is { } before && now >= before)
                throw Fault.Invalid($"steps[{i}].dose", $"is {now:0.###} {step.Dose.Unit} a day; a taper must go below {before:0.###}");
            (dose, frequency, day) = (step.Dose, step.Frequency, step.StartDate);
        }
        if (string.CompareOrdinal(request.PlannedStopDate, day) < 0) throw Fault.Invalid("planned_stop_date", "is before the last step");
    }
}
