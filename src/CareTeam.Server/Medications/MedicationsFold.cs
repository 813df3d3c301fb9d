using Google.Protobuf;

namespace CareTeam.Server.Medications;

/// <summary>What the events of medications, and of what prescribing must know, do to a plan.</summary>
public static class MedicationsFold
{
    public static bool Apply(CarePlan plan, PlanEvent e, IMessage change)
    {
        switch (change)
        {
            case MedicationPrescribed c: plan.Medications.Add(Recorded(e, c.Medication)); break;
            case HomeMedicationReported c: plan.Medications.Add(Recorded(e, c.Medication)); break;
            case MedicationChanged c: On(plan, c.MedicationId, m => Change(m, c)); break;
            case MedicationTapered c: On(plan, c.MedicationId, m => Taper(m, c)); break;
            case MedicationStopped c:
                On(plan, c.MedicationId, m => Stop(m, c));
                Add(plan, c.Alerts);
                break;
            case SafetyFactsRecorded c:
                foreach (var fact in c.Facts) Keep(plan, new() { Fact = fact, RecordedBy = e.Actor, RecordedAt = e.RecordedAt });
                Add(plan, c.Alerts);
                break;
            default: return false;
        }
        return true;
    }

    /// <summary>The medication as a change would leave it.</summary>
    public static Medication Changed(Medication medication, MedicationChanged change) => With(medication, m => Change(m, change));

    public static Medication Tapered(Medication medication, MedicationTapered taper) => With(medication, m => Taper(m, taper));

    public static Medication Stopped(Medication medication, MedicationStopped stop) => With(medication, m => Stop(m, stop));

    /// <summary>Of each kind the one that is true of the latest day; of two of one day the one recorded last.</summary>
    public static void Keep(CarePlan plan, RecordedSafetyFact fact)
    {
        for (var i = 0; i < plan.SafetyFacts.Count; i++)
        {
            if (plan.SafetyFacts[i].Fact.Kind != fact.Fact.Kind) continue;
            if (string.CompareOrdinal(plan.SafetyFacts[i].Fact.ObservedDate, fact.Fact.ObservedDate) <= 0) plan.SafetyFacts[i] = fact;
            return;
        }
        plan.SafetyFacts.Add(fact);
    }

    public static void Add(CarePlan plan, IEnumerable<MedicationAlert> alerts)
    {
        foreach (var alert in alerts) On(plan, alert.MedicationId, m => Add(m, alert));
    }

    private static Medication Recorded(PlanEvent e, Medication medication) => With(medication, m => (m.RecordedBy, m.RecordedAt) = (e.Actor, e.RecordedAt));

    private static void Change(Medication m, MedicationChanged change)
    {
        (m.Dose, m.Frequency, m.PlannedStopDate, m.OpioidSafeguards, m.StatusReason) = (change.Dose, change.Frequency, change.PlannedStopDate, change.OpioidSafeguards, change.Reason);
        m.Taper.Clear();
        Decided(m, change.Findings);
    }

    private static void Taper(Medication m, MedicationTapered taper)
    {
        m.Taper.Clear();
        m.Taper.Add(taper.Steps);
        (m.PlannedStopDate, m.StatusReason) = (taper.PlannedStopDate, taper.Reason);
        Decided(m, taper.Findings);
    }

    private static void Stop(Medication m, MedicationStopped stop) => (m.Status, m.StoppedDate, m.StatusReason) = (MedicationStatus.Stopped, stop.StoppedDate, stop.Reason);

    /// <summary>Every rule was asked anew; what was overridden before stays in the plan's list of overridden rules.</summary>
    private static void Decided(Medication m, IEnumerable<RuleFinding> findings)
    {
        m.Findings.Clear();
        m.Findings.Add(findings);
    }

    /// <summary>Of each rule the newest finding. One that somebody overrode stays on what it allowed, until something new is found by that rule.</summary>
    private static void Add(Medication m, MedicationAlert alert)
    {
        foreach (var gone in m.Findings.Where(f => alert.MetRules.Contains(f.RuleId) && f.Override is null || alert.Findings.Any(n => n.RuleId == f.RuleId)).ToList()) m.Findings.Remove(gone);
        m.Findings.Add(alert.Findings);
    }

    private static Medication With(Medication medication, Action<Medication> change)
    {
        var copy = medication.Clone();
        change(copy);
        return copy;
    }

    private static void On(CarePlan plan, string medicationId, Action<Medication> change) => plan.Medications.Change(m => m.MedicationId == medicationId, change);
}
