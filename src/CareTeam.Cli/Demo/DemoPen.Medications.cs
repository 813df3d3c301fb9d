using CareTeam.Cli.Medications;

namespace CareTeam.Cli.Demo;

/// <summary>What the patient takes, must not take, and what prescribing must know.</summary>
public sealed partial class DemoPen
{
    public void Allergic(Person by, string to, AllergenKind kind, string reaction, AllergyCriticality criticality, AllergyType type = AllergyType.Allergy) =>
        Write(by, $"records an {Shown.Words(type)}: {to}, {reaction}", new RecordAllergyRequest
        {
            AllergyId = Id("allergy " + to),
            Allergen = kind,
            Substance = to,
            Type = type,
            Criticality = criticality,
            Reaction = reaction,
        });

    public void NoAllergies(Person by, int day) => Write(by, "records that the patient knows of no allergy", new RecordSafetyFactsRequest
    {
        Facts = { new SafetyFact { Kind = SafetyFactKind.NoKnownAllergies, Present = true, ObservedDate = Day(day), Origin = SafetyFactOrigin.Patient } },
    });

    public void Measured(Person by, SafetyFactKind kind, double value, int day)
    {
        var fact = new SafetyFact { Kind = kind, Value = value, ObservedDate = Day(day), Origin = SafetyFactOrigin.Laboratory };
        Write(by, $"records {MedicationWords.Of(fact)}", new RecordSafetyFactsRequest { Facts = { fact } });
    }

    public void TakesAlready(Person by, string drug, string dose, MedicationFrequency often, string indication, MedicationClass known = MedicationClass.Unspecified) =>
        Write(by, $"records that the patient takes {drug} {MedicationWords.Amount(DoseOption.Parse(dose), often)}", new ReportHomeMedicationRequest
        {
            MedicationId = Id(drug),
            Name = drug,
            MedicationClass = known,
            Route = MedicationRoute.Oral,
            Dose = DoseOption.Parse(dose),
            Frequency = often,
            Indication = indication,
        });

    public void Prescribes(Person by, string drug, string dose, MedicationFrequency often, string indication, int from, int? until = null, bool boxedWarningTold = false) =>
        Write(by, $"prescribes {drug} {MedicationWords.Amount(DoseOption.Parse(dose), often)}", new PrescribeMedicationRequest
        {
            MedicationId = Id(drug),
            Name = drug,
            Route = MedicationRoute.Oral,
            Dose = DoseOption.Parse(dose),
            Frequency = often,
            Indication = indication,
            StartDate = Day(from),
            PlannedStopDate = until is { } last ? Day(last) : "",
            BoxedWarningTold = boxedWarningTold,
        });

    public void Changes(Person by, string drug, string dose, string reason) =>
        Write(by, $"changes {drug} to {dose}: {reason}", new ChangeMedicationRequest { MedicationId = Id(drug), Dose = DoseOption.Parse(dose), Reason = reason });

    public void Tapers(Person by, string drug, string dose, MedicationFrequency often, int from, int until, string reason) =>
        Write(by, $"tapers {drug} to {dose}, and off: {reason}", new TaperMedicationRequest
        {
            MedicationId = Id(drug),
            Steps = { new MedicationTaperStep { StartDate = Day(from), Dose = DoseOption.Parse(dose), Frequency = often } },
            PlannedStopDate = Day(until),
            Reason = reason,
        });

    public void Stops(Person by, string drug, int day, string reason) =>
        Write(by, $"stops {drug}: {reason}", new StopMedicationRequest { MedicationId = Id(drug), StoppedDate = Day(day), Reason = reason });

    public static MedicationFrequency TimesADay(int times) => new() { TimesADay = times };

    public static MedicationFrequency AsNeeded(int most) => new() { AsNeeded = true, MaxDosesADay = most };
}
