namespace CareTeam.Server.Medications;

/// <summary>One medication as it would be taken, by whom, and with what else at the same time: what the safety checks look at.</summary>
public sealed class MedicationCase
{
    public MedicationCase(CarePlan plan, Medication medication, DateOnly today)
    {
        (Plan, Today, Drug) = (plan, today, Drug.Of(medication));
        From = Dates.Known(medication.StartDate) is { } start && start > today ? start : today;
        Others = [.. plan.Medications.Where(m => m.MedicationId != medication.MedicationId && m.IsTakenBetween(From, Dates.Known(medication.PlannedStopDate))).Select(Drug.Of)];
    }

    public CarePlan Plan { get; }

    public DateOnly Today { get; }

    /// <summary>The first day that the decision is about.</summary>
    public DateOnly From { get; }

    public Drug Drug { get; }

    /// <summary>What else is taken on some day of the same time.</summary>
    public IReadOnlyList<Drug> Others { get; }

    /// <summary>Full years; null when the birth date is not known.</summary>
    public int? Age
    {
        get
        {
            if (Dates.Known(Plan.Patient.BirthDate) is not { } born) return null;
            var years = Today.Year - born.Year;
            return born.AddYears(years) > Today ? years - 1 : years;
        }
    }

    public SafetyFact? Fact(SafetyFactKind kind) => Plan.SafetyFacts.FirstOrDefault(f => f.Fact.Kind == kind)?.Fact;

    public bool Has(SafetyFactKind kind) => Fact(kind) is { FindingCase: SafetyFact.FindingOneofCase.Present, Present: true };

    /// <summary>
    /// The newest kidney function: of eGFR and creatinine clearance the one of the later day, since an old good value must not hide a bad one of today; of one day the one that
    /// the rule asks for [policy]. However old: kidneys rarely recover, so an old bad value still warns, and another rule asks for a new one.
    /// </summary>
    public SafetyFact? KidneyFunction(SafetyFactKind asked) => new[] { Fact(asked), Fact(asked == SafetyFactKind.Egfr ? SafetyFactKind.CreatinineClearance : SafetyFactKind.Egfr) }
        .OfType<SafetyFact>().MaxBy(f => f.ObservedDate, StringComparer.Ordinal);

    /// <summary>What is taken at the same time and makes a pair with this one, whichever of the two is new.</summary>
    public IReadOnlyList<Drug> Partners(Func<Drug, bool> one, Func<Drug, bool> other) => [.. Others.Where(o => (one(Drug) && other(o)) || (other(Drug) && one(o)))];
}
