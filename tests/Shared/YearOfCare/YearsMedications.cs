using CareTeam.V1;
using static CareTeam.Tests.CarePeople;

namespace CareTeam.Tests;

/// <summary>What the patient takes and reacts to.</summary>
internal static class YearsMedications
{
    public static void Write(CarePen pen)
    {
        const string first = YearOfCare.FirstDay;
        pen.On(first, Nurse, new RecordAllergyRequest { AllergyId = pen.Id("latex"), Allergen = AllergenKind.Latex, Reaction = "Rash." });
        pen.On("2026-01-19", Lead, new RefuteAllergyRequest { AllergyId = pen.Id("latex"), Reason = "Patch test negative." });
        pen.On(first, Nurse, new RecordSafetyFactsRequest
        {
            Facts =
            {
                new SafetyFact { Kind = SafetyFactKind.Egfr, Value = 90, ObservedDate = "2026-01-02", Origin = SafetyFactOrigin.Laboratory },
                new SafetyFact { Kind = SafetyFactKind.CreatinineClearance, Value = 90, ObservedDate = "2026-01-02", Origin = SafetyFactOrigin.Laboratory },
            },
        });
        pen.On(first, Nurse, new ReportHomeMedicationRequest { MedicationId = pen.Id("acetaminophen"), Name = "acetaminophen" });
        pen.On("2026-01-07", Lead, new PrescribeMedicationRequest
        {
            MedicationId = pen.Id("gabapentin"),
            Name = "gabapentin",
            Route = MedicationRoute.Oral,
            Dose = Mg(100),
            Frequency = new() { TimesADay = 3 },
            Indication = "Leg pain",
            BoxedWarningTold = true,
        });
        pen.On("2026-01-21", Lead, new ChangeMedicationRequest { MedicationId = pen.Id("gabapentin"), Dose = Mg(300), Reason = "Tolerated." });
        pen.On("2026-05-04", Lead, new TaperMedicationRequest
        {
            MedicationId = pen.Id("gabapentin"),
            Steps = { new MedicationTaperStep { StartDate = "2026-05-05", Dose = Mg(200), Frequency = new() { TimesADay = 3 } } },
            PlannedStopDate = "2026-06-01",
            Reason = "Leg pain 1/10.",
        });
        pen.On("2026-06-01", Lead, new StopMedicationRequest { MedicationId = pen.Id("gabapentin"), Reason = "No more leg pain." });
    }

    private static MedicationDose Mg(double value) => new() { Value = value, Unit = "mg" };
}
