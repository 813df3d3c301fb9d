using CareTeam.Cli.History;
using CareTeam.Cli.Medications;

namespace CareTeam.Cli.Tests.Medications;

public sealed class MedicationWordsTests
{
    public static TheoryData<MedicationFrequency, string> Frequencies => new()
    {
        { new() { TimesADay = 1 }, "once a day" },
        { new() { TimesADay = 2 }, "twice a day" },
        { new() { TimesADay = 3 }, "3 times a day" },
        { new() { EveryHours = 8 }, "every 8 hours" },
        { new() { EveryHours = 6, AsNeeded = true, MaxDosesADay = 4 }, "every 6 hours as needed, at most 4 a day" },
        { new() { AsNeeded = true, MaxDosesADay = 3 }, "as needed, at most 3 a day" },
    };

    [Theory, MemberData(nameof(Frequencies))]
    public void A_frequency_reads_as_people_say_it(MedicationFrequency frequency, string words) => Assert.Equal(words, MedicationWords.Frequency(frequency));

    [Theory]
    [InlineData("400 mg", 400, "mg")]
    [InlineData("0.5mg", 0.5, "mg")]
    [InlineData("12 mcg/h", 12, "ug/h")]
    [InlineData("2 tablets", 2, "{tablet}")]
    [InlineData("5 mL", 5, "mL")]
    public void A_dose_is_read_as_people_write_it(string text, double value, string unit) => Assert.Equal(new MedicationDose { Value = value, Unit = unit }, DoseOption.Parse(text));

    [Theory]
    [InlineData("mg")]
    [InlineData("400")]
    [InlineData("")]
    [InlineData("-4 mg")]
    [InlineData("1.2.3 mg")]
    public void What_is_no_dose_is_not_read(string text) => Assert.Null(DoseOption.Parse(text));

    [Fact]
    public void A_step_of_a_taper_is_a_day_a_dose_and_how_often()
    {
        var today = new DateOnly(2026, 3, 2);
        Assert.Equal(new() { StartDate = "2026-03-09", Dose = new() { Value = 200, Unit = "mg" }, Frequency = new() { TimesADay = 2 } }, MedTaper.Step("+7=200 mg x2", today));
        Assert.Equal(1, MedTaper.Step("2026-03-16=100mg", today)!.Frequency.TimesADay);
        Assert.Null(MedTaper.Step("200 mg x2", today));
        Assert.Null(MedTaper.Step("soon=200 mg x2", today));
        Assert.Null(MedTaper.Step("+7=x2", today));
    }

    [Fact]
    public void Events_read_as_a_physiatrist_would_say_them()
    {
        var words = new PlanEventWords();
        var medication = new Medication
        {
            MedicationId = "m1",
            Name = "naproxen",
            Dose = new() { Value = 250, Unit = "mg" },
            Frequency = new() { TimesADay = 2 },
            Route = MedicationRoute.Oral,
            Indication = "back pain",
            PlannedStopDate = "2026-03-09",
            Findings = { new RuleFinding { RuleId = "medication.nsaid-egfr-caution" }, new RuleFinding { RuleId = "medication.duplicate", Override = new() { Reason = "r" } } },
        };
        Assert.Equal("Prescribed naproxen 250 mg twice a day, oral until 2026-03-09: back pain [medication.nsaid-egfr-caution; medication.duplicate overridden]",
            words.Of(new PlanEvent { MedicationPrescribed = new() { Medication = medication } }));
        Assert.Equal("naproxen stopped on 2026-03-05: Stomach ache.", words.Of(new PlanEvent { MedicationStopped = new() { MedicationId = "m1", StoppedDate = "2026-03-05", Reason = "Stomach ache." } }));
        Assert.Equal("Known now: eGFR 25 mL/min (2026-03-01, laboratory) naproxen: [medication.nsaid-egfr-avoid]", words.Of(new PlanEvent
        {
            SafetyFactsRecorded = new()
            {
                Facts = { new SafetyFact { Kind = SafetyFactKind.Egfr, Value = 25, ObservedDate = "2026-03-01", Origin = SafetyFactOrigin.Laboratory } },
                Alerts = { new MedicationAlert { MedicationId = "m1", Findings = { new RuleFinding { RuleId = "medication.nsaid-egfr-avoid" } } } },
            },
        }));
        Assert.Equal("Allergy: latex (allergy, high criticality): Hives.", words.Of(new PlanEvent
        {
            AllergyRecorded = new() { Allergy = new() { Allergen = AllergenKind.Latex, Type = AllergyType.Allergy, Criticality = AllergyCriticality.High, Reaction = "Hives." } },
        }));
    }
}
