using CareTeam.Rules.Tests.Rules;
using static CareTeam.Rules.Tests.Procedures.ProcedureStory;

namespace CareTeam.Rules.Tests.Procedures;

public sealed class ChecklistRulesTests
{
    private static void Then(string rule, bool met, Action<PreProcedureChecklist> spoil, Action<InjectionTechnique>? technique = null, Given? given = null)
    {
        var schedule = Epidural();
        technique?.Invoke(schedule.Planned);
        var record = Record();
        spoil(record.Checklist);
        (given ?? Given.ActivePlan()).Scheduled(schedule).WhenRecorded(record).ThenRule(rule, met);
    }

    private static Given Allergic(AllergenKind to) => Given.ActivePlan().Event(new() { AllergyRecorded = new() { Allergy = new() { AllergyId = Id(60), Allergen = to } } });

    [Theory, RuleMet("checklist.allergies-reviewed"), RuleNotMet("checklist.allergies-reviewed")]
    [InlineData(true)]
    [InlineData(false)]
    public void Allergies_are_reviewed(bool met) => Then("checklist.allergies-reviewed", met, c => c.AllergiesReviewed = met);

    [Theory, RuleMet("checklist.antithrombotic-plan"), RuleNotMet("checklist.antithrombotic-plan")]
    [InlineData(AntithromboticUse.NoneTaken, "", "", true)]
    [InlineData(AntithromboticUse.Held, "Apixaban off for 3 days.", "Dr. Okafor", true)]
    [InlineData(AntithromboticUse.Continued, "Aspirin goes on.", "Dr. Okafor", true)]
    [InlineData(AntithromboticUse.Held, "", "Dr. Okafor", false)]
    [InlineData(AntithromboticUse.Held, "Apixaban off for 3 days.", "", false)]
    [InlineData(AntithromboticUse.Continued, "", "", false)]
    [InlineData(AntithromboticUse.Unspecified, "", "", false)]
    public void The_antithrombotic_plan_is_documented_and_agreed(AntithromboticUse use, string plan, string with, bool met) =>
        Then("checklist.antithrombotic-plan", met, c => c.Antithrombotics = new() { Use = use, Plan = plan, AgreedWith = with });

    [Theory]
    [InlineData("apixaban", false)]
    [InlineData("clopidogrel", false)]
    [InlineData("gabapentin", true)]
    public void That_no_antithrombotic_is_taken_is_doubted_when_the_plan_has_one(string taken, bool met) => Then("checklist.antithrombotic-plan", met, _ => { }, given: Given.ActivePlan()
        .Event(new() { HomeMedicationReported = new() { Medication = new() { MedicationId = Id(65), Name = taken, Status = MedicationStatus.Active, Reported = true } } }));

    [Fact]
    public void Nobody_overrides_the_antithrombotic_plan()
    {
        var record = Record();
        record.Checklist.Antithrombotics = null;
        record.Overrides.Add(Override("checklist.antithrombotic-plan"));
        var refused = Given.ActivePlan().Scheduled(Epidural()).WhenRecorded(record);
        refused.ThenRule("checklist.antithrombotic-plan", met: false);
        Assert.Contains("Nobody may override it", refused.Refusal!.Message, StringComparison.Ordinal);
    }

    [Theory, RuleMet("checklist.infection-excluded"), RuleNotMet("checklist.infection-excluded")]
    [InlineData(true)]
    [InlineData(false)]
    public void Infection_is_excluded(bool met) => Then("checklist.infection-excluded", met, c => c.InfectionExcluded = met);

    [Theory, RuleMet("checklist.pregnancy"), RuleNotMet("checklist.pregnancy")]
    [InlineData(PregnancyStatus.NotPregnant, true)]
    [InlineData(PregnancyStatus.NotApplicable, true)]
    [InlineData(PregnancyStatus.Unspecified, false)]
    public void Pregnancy_is_documented(PregnancyStatus status, bool met) => Then("checklist.pregnancy", met, c => c.Pregnancy = status);

    [Theory, RuleMet("checklist.glucose"), RuleNotMet("checklist.glucose")]
    [InlineData(true, 0, true)]
    [InlineData(false, 140, true)]
    [InlineData(false, 0, false)]
    public void Before_steroid_diabetes_is_excluded_or_glucose_measured(bool excluded, int glucose, bool met) =>
        Then("checklist.glucose", met, c => (c.DiabetesExcluded, c.GlucoseMgDl) = (excluded, glucose));

    [Theory, RuleMet("checklist.consent"), RuleNotMet("checklist.consent")]
    [InlineData(true)]
    [InlineData(false)]
    public void Consent_is_signed(bool met) => Then("checklist.consent", met, c => c.ConsentSigned = met);

    [Theory, RuleMet("checklist.side-marked"), RuleNotMet("checklist.side-marked")]
    [InlineData(true, true, true)]
    [InlineData(false, true, false)]
    [InlineData(true, false, false)]
    public void The_side_is_marked_and_a_time_out_confirms_it(bool marked, bool timeOut, bool met) => Then("checklist.side-marked", met, c => (c.SideMarked, c.TimeOutDone) = (marked, timeOut));

    [Theory, RuleMet("checklist.contrast-allergy"), RuleNotMet("checklist.contrast-allergy")]
    [InlineData(AllergenKind.IodinatedContrast, false)]
    [InlineData(AllergenKind.GadoliniumContrast, false)]
    [InlineData(AllergenKind.Food, true)]
    public void With_an_allergy_to_contrast_none_is_given(AllergenKind allergen, bool met)
    {
        Then("checklist.contrast-allergy", met, c => c.Allergens.Add(allergen));
        Then("checklist.contrast-allergy", met, _ => { }, given: Allergic(allergen));
    }

    [Fact]
    public void An_allergy_that_the_plan_knows_is_asked_when_the_procedure_is_scheduled_and_none_that_was_refuted()
    {
        Allergic(AllergenKind.IodinatedContrast).WhenScheduled(Epidural()).ThenRule("checklist.contrast-allergy", met: false);
        Allergic(AllergenKind.IodinatedContrast).Event(new() { AllergyRefuted = new() { AllergyId = Id(60), Reason = "Tolerated." } })
            .WhenScheduled(Epidural()).ThenRule("checklist.contrast-allergy", met: true);
    }

    [Theory, RuleMet("checklist.agent-allergy"), RuleNotMet("checklist.agent-allergy")]
    [InlineData(AllergenKind.Corticosteroid, false)]
    [InlineData(AllergenKind.LocalAnaesthetic, true)]
    public void With_an_allergy_to_an_agent_it_is_not_given(AllergenKind allergen, bool met)
    {
        Then("checklist.agent-allergy", met, c => c.Allergens.Add(allergen));
        Then("checklist.agent-allergy", met: false, c => c.Allergens.Add(allergen), t => t.Agents.Add(Anaesthetic));
    }

    [Theory]
    [InlineData("dexamethasone", false)]
    [InlineData("Dexamethasone ", false)]
    [InlineData("triamcinolone", true)]
    public void An_allergy_may_name_the_very_agent(string substance, bool met) => Given.ActivePlan()
        .Event(new() { AllergyRecorded = new() { Allergy = new() { AllergyId = Id(60), Allergen = AllergenKind.Medication, Substance = substance } } })
        .WhenScheduled(Epidural()).ThenRule("checklist.agent-allergy", met);

    [Theory, RuleMet("checklist.latex-allergy"), RuleNotMet("checklist.latex-allergy")]
    [InlineData(AllergenKind.Latex, false)]
    [InlineData(AllergenKind.Adhesive, true)]
    public void An_allergy_to_latex_is_warned_of(AllergenKind allergen, bool met) => Then("checklist.latex-allergy", met, c => c.Allergens.Add(allergen));

    [Theory, RuleMet("checklist.radiation-in-pregnancy"), RuleNotMet("checklist.radiation-in-pregnancy")]
    [InlineData(PregnancyStatus.NotPregnant, true)]
    [InlineData(PregnancyStatus.Pregnant, false)]
    public void In_pregnancy_there_is_no_radiation(PregnancyStatus status, bool met) => Then("checklist.radiation-in-pregnancy", met, c => c.Pregnancy = status);

    [Theory]
    [InlineData("2026-02-10", PregnancyStatus.Unspecified, false)]
    [InlineData("2026-02-10", PregnancyStatus.NotPregnant, true)]
    [InlineData("2025-05-14", PregnancyStatus.Unspecified, false)]
    [InlineData("2025-05-13", PregnancyStatus.Unspecified, true)]
    public void A_pregnancy_that_the_plan_knows_counts_until_the_checklist_or_time_says_otherwise(string observed, PregnancyStatus status, bool met)
    {
        var request = Epidural();
        request.Checklist = new() { Pregnancy = status };
        Given.ActivePlan().Event(new() { SafetyFactsRecorded = new() { Facts = { new SafetyFact { Kind = SafetyFactKind.Pregnancy, Present = true, ObservedDate = observed } } } })
            .WhenScheduled(request).ThenRule("checklist.radiation-in-pregnancy", met);
    }

    [Theory]
    [InlineData("2025-06-03", false)]
    [InlineData("2025-06-02", true)]
    public void For_how_long_a_recorded_pregnancy_counts_is_the_sites_to_say(string observed, bool met)
    {
        var site = SiteRules.With("[{'id': 'checklist.radiation-in-pregnancy', 'parameters': {'counts_for_days': 280}}]");
        Given.ActivePlan().Event(new() { SafetyFactsRecorded = new() { Facts = { new SafetyFact { Kind = SafetyFactKind.Pregnancy, Present = true, ObservedDate = observed } } } })
            .WhenScheduled(Epidural(), site).ThenRule("checklist.radiation-in-pregnancy", met);
    }

    [Fact]
    public void Everything_that_is_missing_is_told_at_once()
    {
        var record = Record();
        record.Checklist = new();
        var refused = Given.ActivePlan().Scheduled(Epidural()).WhenRecorded(record);
        Assert.Equal(
            ["checklist.allergies-reviewed", "checklist.antithrombotic-plan", "checklist.infection-excluded", "checklist.pregnancy", "checklist.consent", "checklist.side-marked"],
            refused.Refusal!.Details.OfType<Google.Rpc.PreconditionFailure>().Single().Violations.Select(v => v.Type));
    }

    [Theory]
    [InlineData("dexamethasone (Decadron)", MedicationClass.Unspecified, false)]
    [InlineData("", MedicationClass.OralSteroid, false)]
    [InlineData("prednisone", MedicationClass.Unspecified, true)]
    [InlineData("", MedicationClass.Nsaid, true)]
    public void An_allergy_may_name_the_agent_in_other_words_or_by_its_class(string substance, MedicationClass medicationClass, bool met) => Given.ActivePlan()
        .Event(new() { AllergyRecorded = new() { Allergy = new() { AllergyId = Id(60), Allergen = AllergenKind.Medication, Substance = substance, MedicationClass = medicationClass } } })
        .WhenScheduled(Epidural()).ThenRule("checklist.agent-allergy", met);

    [Theory]
    [InlineData(MedicationClass.OralSteroid, false)]
    [InlineData(MedicationClass.Unspecified, true)]
    public void A_steroid_that_the_catalog_does_not_know_is_one_and_is_not_everything(MedicationClass medicationClass, bool met)
    {
        var schedule = Epidural();
        schedule.Planned.Agents[0].Name = "triamcinolone";
        Given.ActivePlan().Event(new() { AllergyRecorded = new() { Allergy = new() { AllergyId = Id(60), Allergen = AllergenKind.Medication, Substance = "orphenadrine", MedicationClass = medicationClass } } })
            .WhenScheduled(schedule).ThenRule("checklist.agent-allergy", met);
    }

    [Fact]
    public void An_allergy_without_a_name_is_not_one_to_every_agent() => Assert.Equal(["checklist.latex-allergy"], Given.ActivePlan()
        .Event(new() { AllergyRecorded = new() { Allergy = new() { AllergyId = Id(60), Allergen = AllergenKind.Latex, Substance = " " } } })
        .WhenScheduled(Epidural()).Findings().Select(f => f.RuleId));

    [Theory]
    [InlineData("2026-02-27", false)]
    [InlineData("2026-02-28", false)]
    [InlineData("2026-03-01", true)]
    public void What_was_stopped_since_was_taken_up_to_then(string performed, bool met)
    {
        var given = Given.ActivePlan().Scheduled(Epidural())
            .Event(new() { HomeMedicationReported = new() { Medication = new() { MedicationId = Id(65), Name = "apixaban", StartDate = "2026-01-01", Status = MedicationStatus.Active, Reported = true } } })
            .Event(new() { MedicationStopped = new() { MedicationId = Id(65), StoppedDate = "2026-02-28" } });
        given.WhenRecorded(Record(performed)).ThenRule("checklist.antithrombotic-plan", met);
        given.WhenRecorded(Record("2025-12-31")).ThenRule("checklist.antithrombotic-plan", met: true);
    }

    [Fact]
    public void Where_nothing_is_documented_the_one_that_the_plan_has_is_named()
    {
        var record = Record();
        record.Checklist.Antithrombotics = null;
        var refused = Given.ActivePlan().Scheduled(Epidural())
            .Event(new() { HomeMedicationReported = new() { Medication = new() { MedicationId = Id(65), Name = "apixaban", Status = MedicationStatus.Active, Reported = true } } }).WhenRecorded(record);
        Assert.Contains("and the plan has apixaban.", refused.Refusal!.Message, StringComparison.Ordinal);
    }
}
