using CareTeam.Server.Medications;

namespace CareTeam.Rules.Tests.Medications;

/// <summary>Prescriptions and what the patient takes, to vary. Today is 2026-03-02.</summary>
internal static class Prescribing
{
    public const string MedicationId = "0190c0de-0000-7000-8000-000000000142";
    public const string OtherMedicationId = "0190c0de-0000-7000-8000-000000000143";

    public static readonly PrescribeMedication UseCase = new(RuleTable.Shipped);

    /// <summary>Nobody of whom nothing is known: asked for allergies, with healthy kidneys, born 1980.</summary>
    public static Given KnownPatient(string born = "1980-06-15") => Given.PlanOfPatientBorn(born)
        .Fact(SafetyFactKind.NoKnownAllergies).Fact(SafetyFactKind.Egfr, 90).Fact(SafetyFactKind.CreatinineClearance, 90);

    public static PrescribeMedicationRequest Of(string name, Action<PrescribeMedicationRequest>? with = null)
    {
        var request = new PrescribeMedicationRequest
        {
            PlanId = Given.PlanId,
            RequestId = Given.RequestId,
            MedicationId = MedicationId,
            Name = name,
            Route = MedicationRoute.Oral,
            Dose = Mg(100),
            Frequency = Times(1),
            Indication = "Back pain",
            PlannedStopDate = "2026-03-08",
            BoxedWarningTold = true,
            OpioidSafeguards = new() { PdmpCheckedDate = "2026-03-02", NaloxoneOffered = true, NonopioidsInsufficient = "Tried for months." },
        };
        with?.Invoke(request);
        return request;
    }

    public static MedicationDose Mg(double value) => new() { Value = value, Unit = "mg" };

    public static MedicationFrequency Times(int aDay) => new() { TimesADay = aDay };

    public static Decision Prescribe(this Given given, string name, Action<PrescribeMedicationRequest>? with = null, Person? by = null, Timestamp? now = null) =>
        given.When(UseCase, Of(name, with), by ?? Given.Lead, now);

    public static Given Taking(this Given given, string name, Action<Medication>? with = null)
    {
        var medication = new Medication
        {
            MedicationId = OtherMedicationId,
            Name = name,
            MedicationClass = MedicationCatalog.ClassOf(name),
            Route = MedicationRoute.Oral,
            Release = MedicationRelease.Immediate,
            Dose = Mg(100),
            Frequency = Times(1),
            StartDate = "2026-02-01",
            Status = MedicationStatus.Active,
        };
        with?.Invoke(medication);
        return given.Event(new() { MedicationPrescribed = new() { Medication = medication } });
    }

    public static Given Fact(this Given given, SafetyFactKind kind, double value, string observed = "2026-03-01") => given.Event(new()
    {
        SafetyFactsRecorded = new() { Facts = { new SafetyFact { Kind = kind, Value = value, ObservedDate = observed, Origin = SafetyFactOrigin.Laboratory } } },
    });

    public static Given Fact(this Given given, SafetyFactKind kind, string observed = "2026-03-01", bool present = true) => given.Event(new()
    {
        SafetyFactsRecorded = new() { Facts = { new SafetyFact { Kind = kind, Present = present, ObservedDate = observed, Origin = SafetyFactOrigin.Chart } } },
    });

    public static Given Session(this Given given, string date, SessionPurpose purpose, SessionAttendance attendance) =>
        given.Event(new() { SessionRecorded = new() { Summary = new() { SessionId = date, SessionDate = date, Purpose = purpose, Attendance = attendance } } });

    public static Given AllergicTo(this Given given, AllergenKind allergen, string substance = "", MedicationClass medicationClass = MedicationClass.Unspecified, AllergyType type = AllergyType.Allergy) => given.Event(new()
    {
        AllergyRecorded = new() { Allergy = new() { AllergyId = RefuteAllergyTests.AllergyId, Allergen = allergen, Substance = substance, MedicationClass = medicationClass, Type = type } },
    });

    /// <summary>The rules that are not met, whether they block or warn.</summary>
    public static IReadOnlyList<string> NotMet(this Decision decision) => [.. decision.Blocking(), .. decision.Warning()];

    public static IReadOnlyList<string> Blocking(this Decision decision) =>
        decision.Refusal is { } refusal ? [.. refusal.Details.OfType<Google.Rpc.PreconditionFailure>().Single().Violations.Select(v => v.Type)] : [];

    public static IReadOnlyList<string> Warning(this Decision decision) => decision.Refusal is null ? [.. decision.After.Medications[^1].Findings.Select(f => f.RuleId)] : [];

    public static void ThenMet(this Decision decision, string rule)
    {
        Assert.DoesNotContain(rule, decision.NotMet());
        Assert.True(RuleTable.Shipped.Knows(rule));
    }

    public static void ThenBlocks(this Decision decision, string rule) => Assert.Contains(rule, decision.Blocking());

    /// <summary>Lets pass, and the finding is on the medication.</summary>
    public static void ThenWarns(this Decision decision, string rule) => Assert.Contains(rule, decision.Warning());
}
