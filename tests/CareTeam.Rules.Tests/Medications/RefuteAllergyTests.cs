using CareTeam.Server.Medications;

namespace CareTeam.Rules.Tests.Medications;

public sealed class RefuteAllergyTests
{
    public const string AllergyId = "0190c0de-0000-7000-8000-000000000140";

    private static Given PlanWithAllergy() => Given.ActivePlan().Event(new()
    {
        AllergyRecorded = new() { Allergy = new() { AllergyId = AllergyId, Allergen = AllergenKind.Latex, Type = AllergyType.Allergy } },
    });

    private static RefuteAllergyRequest Refute() => new() { PlanId = Given.PlanId, RequestId = Given.RequestId, AllergyId = AllergyId, Reason = "Prick test negative." };

    [Fact]
    public void A_refuted_allergy_no_longer_counts_and_stays_to_be_seen()
    {
        var after = PlanWithAllergy().When(new RefuteAllergy(RuleTable.Shipped), Refute(), Given.Lead).After;
        Assert.Empty(after.AllergiesTo(AllergenKind.Latex));
        Assert.Equal((Given.Lead, Given.Now, "Prick test negative."), (after.Allergies[0].RefutedBy, after.Allergies[0].RefutedAt, after.Allergies[0].Refutation));
    }

    [Fact]
    public void What_it_said_of_medications_goes_with_it()
    {
        var given = Prescribing.KnownPatient().AllergicTo(AllergenKind.Medication, "naproxen")
            .Taking("naproxen", m => m.Findings.Add(new RuleFinding { RuleId = "medication.allergy", Severity = RuleSeverity.Block }));
        Assert.Empty(given.When(new RefuteAllergy(RuleTable.Shipped), Refute(), Given.Lead).After.Medications.Single().Findings);
    }

    [Fact]
    public void A_refutation_is_never_changed_and_the_allergy_may_be_recorded_again()
    {
        var given = PlanWithAllergy().Event(new() { AllergyRefuted = new() { AllergyId = AllergyId, Reason = "r" } });
        given.When(new RefuteAllergy(RuleTable.Shipped), Refute(), Given.Lead).ThenRefused("allergy.counts");
        Assert.Single(given.When(new RecordAllergy(RuleTable.Shipped), new() { RequestId = Given.RequestId, Allergen = AllergenKind.Latex }, Given.Lead).Events);
    }

    [Fact]
    public void Who_may_not_prescribe_does_not_refute() => PlanWithAllergy().When(new RefuteAllergy(RuleTable.Shipped), Refute(), Given.Therapist).ThenForbidden("MAY_NOT_PRESCRIBE");

    [Fact]
    public void An_allergy_that_is_not_there_is_not_found() => Given.ActivePlan().When(new RefuteAllergy(RuleTable.Shipped), Refute(), Given.Lead).ThenNotFound();

    [Fact]
    public void It_needs_a_reason() =>
        Assert.Equal(["reason"], Fields.Violated(new RefuteAllergy(RuleTable.Shipped), new RefuteAllergyRequest { PlanId = Given.PlanId, RequestId = Given.RequestId, AllergyId = AllergyId }));

    [Fact]
    public void Nothing_is_refuted_on_a_plan_that_has_ended() => PlanWithAllergy().Event(new() { PlanCompleted = new() { Summary = "s" } })
        .When(new RefuteAllergy(RuleTable.Shipped), Refute(), Given.Lead).ThenRefused("plan.not-ended");
}
