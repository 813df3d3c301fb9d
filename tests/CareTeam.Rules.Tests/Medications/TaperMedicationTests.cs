using CareTeam.Server.Medications;
using static CareTeam.Rules.Tests.Medications.Prescribing;

namespace CareTeam.Rules.Tests.Medications;

public sealed class TaperMedicationTests
{
    private static readonly TaperMedication UseCase = new(RuleTable.Shipped);

    /// <summary>From 300 mg three times a day; today is 2026-03-02.</summary>
    private static Given OnGabapentin() => KnownPatient().Taking("gabapentin", m => (m.Dose, m.Frequency) = (Mg(300), Times(3)));

    private static TaperMedicationRequest Taper(params (string Day, double Mg, int Times)[] steps) => new()
    {
        PlanId = Given.PlanId,
        RequestId = Given.RequestId,
        MedicationId = OtherMedicationId,
        Steps = { steps.Select(s => new MedicationTaperStep { StartDate = s.Day, Dose = Mg(s.Mg), Frequency = Times(s.Times) }) },
        PlannedStopDate = "2026-03-30",
        Reason = "No longer needed.",
    };

    [Fact]
    public void A_taper_stands_on_the_medication_step_by_step_to_its_planned_stop()
    {
        var medication = OnGabapentin().When(UseCase, Taper(("2026-03-02", 300, 2), ("2026-03-16", 300, 1)), Given.Lead).After.Medications.Single();
        Assert.Equal(["2026-03-02", "2026-03-16"], medication.Taper.Select(s => s.StartDate));
        Assert.Equal("2026-03-30", medication.PlannedStopDate);
        Assert.Equal(900, OnGabapentin().Plan.Medications.Single().DailyMilligrams(new(2026, 3, 1)));
        Assert.Equal(600, medication.DailyMilligrams(new(2026, 3, 15)));
        Assert.Equal(300, medication.DailyMilligrams(new(2026, 3, 16)));
    }

    [Fact]
    public void Each_step_is_less_a_day_than_the_one_before()
    {
        OnGabapentin().When(UseCase, Taper(("2026-03-02", 300, 3)), Given.Lead).ThenInvalid("steps[0].dose");
        OnGabapentin().When(UseCase, Taper(("2026-03-02", 300, 2), ("2026-03-16", 600, 1)), Given.Lead).ThenInvalid("steps[1].dose");
        OnGabapentin().When(UseCase, Taper(("2026-03-02", 300, 2), ("2026-03-16", 599, 1)), Given.Lead).Then([.. OnGabapentin().When(UseCase, Taper(("2026-03-02", 300, 2), ("2026-03-16", 599, 1)), Given.Lead).Events]);
        var other = Taper(("2026-03-02", 1, 1));
        other.Steps[0].Dose.Unit = "g";
        OnGabapentin().When(UseCase, other, Given.Lead).ThenInvalid("steps[0].dose.unit");
    }

    /// <summary>A day is forgiven for time zones.</summary>
    [Fact]
    public void Each_step_is_later_than_the_one_before_from_today_on_to_the_stop()
    {
        OnGabapentin().When(UseCase, Taper(("2026-02-28", 300, 2)), Given.Lead).ThenInvalid("steps[0].start_date");
        OnGabapentin().When(UseCase, Taper(("2026-03-10", 300, 2), ("2026-03-10", 300, 1)), Given.Lead).ThenInvalid("steps[1].start_date");
        OnGabapentin().When(UseCase, Taper(("2026-03-31", 300, 2)), Given.Lead).ThenInvalid("planned_stop_date");
    }

    [Fact]
    public void A_taper_is_never_refused_by_a_rule_and_what_rules_say_is_kept()
    {
        var given = KnownPatient().Taking("oxycodone", m => (m.Dose, m.Frequency, m.PlannedStopDate) = (Mg(20), Times(4), "2026-03-03"));
        var after = given.When(UseCase, Taper(("2026-03-02", 20, 3), ("2026-03-16", 20, 1)), Given.Lead).After.Medications.Single();
        Assert.Contains(after.Findings, f => f is { RuleId: "medication.opioid-short-term", Override: null });
    }

    [Fact]
    public void What_was_overridden_for_more_of_it_stays_overridden()
    {
        var given = KnownPatient().Taking("warfarin", m => (m.MedicationId, m.Reported) = (MedicationId, true)).Taking("naproxen", m =>
            m.Findings.Add(new RuleFinding { RuleId = "medication.nsaid-anticoagulant", Severity = RuleSeverity.Block, Override = new() { By = Given.Lead, Reason = "With a PPI." } }));
        var after = given.When(UseCase, Taper(("2026-03-02", 50, 1)), Given.Lead).After.Medication(OtherMedicationId);
        Assert.Equal("With a PPI.", after.Findings.Single(f => f.RuleId == "medication.nsaid-anticoagulant").Override.Reason);
    }

    [Fact]
    public void The_same_taper_again_is_no_event()
    {
        var given = OnGabapentin();
        foreach (var e in given.When(UseCase, Taper(("2026-03-02", 300, 2)), Given.Lead).Events) given.Event(e.Clone());
        given.When(UseCase, Taper(("2026-03-02", 300, 2)), Given.Lead).ThenInvalid("steps[0].dose");
        var later = OnGabapentin();
        foreach (var e in later.When(UseCase, Taper(("2026-03-10", 300, 2)), Given.Lead).Events) later.Event(e.Clone());
        later.When(UseCase, Taper(("2026-03-10", 300, 2)), Given.Lead).ThenNothing();
    }

    [Fact]
    public void What_was_stopped_or_comes_from_elsewhere_is_not_tapered()
    {
        OnGabapentin().Event(new() { MedicationStopped = new() { MedicationId = OtherMedicationId, StoppedDate = "2026-03-01" } })
            .When(UseCase, Taper(("2026-03-02", 300, 2)), Given.Lead).ThenRefused("medication.lifecycle");
        KnownPatient().Taking("gabapentin", m => m.Reported = true).When(UseCase, Taper(("2026-03-02", 50, 1)), Given.Lead).ThenRefused("medication.prescribed-here");
    }

    [Fact]
    public void Only_prescribers_taper() => Given.ActivePlan().Taking("gabapentin").When(UseCase, Taper(("2026-03-02", 50, 1)), Given.Therapist).ThenForbidden("MAY_NOT_PRESCRIBE");

    [Fact]
    public void It_must_see_a_change_of_the_same_medication() =>
        Assert.True(UseCase.MustSee(Taper(), new() { MedicationChanged = new() { MedicationId = OtherMedicationId } }));

    [Fact]
    public void Everything_that_is_missing_is_named_at_once()
    {
        Assert.Equal(["medication_id", "planned_stop_date", "reason", "steps"], Fields.Violated(UseCase, new TaperMedicationRequest { PlanId = Given.PlanId, RequestId = Given.RequestId }));
        var step = Taper(("2026-03-02", 300, 2));
        step.Steps[0] = new();
        Assert.Equal(["steps[0].start_date", "steps[0].dose", "steps[0].frequency"], Fields.Violated(UseCase, step));
        Assert.Equal(["steps"], Fields.Violated(UseCase, Taper([.. Enumerable.Repeat(("2026-03-02", 1.0, 1), 21)])));
    }

    [Fact]
    public void Nothing_is_tapered_in_a_plan_that_has_ended() =>
        OnGabapentin().Event(new() { PlanCompleted = new() { Summary = "s" } }).When(UseCase, Taper(("2026-03-02", 300, 2)), Given.Lead).ThenRefused("plan.not-ended");

    private static Timestamp On(int day) => Timestamp.FromDateTime(new DateTime(2026, 3, day, 9, 0, 0, DateTimeKind.Utc));

    private static Given Tapering()
    {
        var given = OnGabapentin();
        foreach (var e in given.When(UseCase, Taper(("2026-03-02", 300, 2), ("2026-03-16", 300, 1)), Given.Lead).Events) given.Event(e.Clone());
        return given;
    }

    [Fact]
    public void A_second_taper_keeps_the_step_in_force()
    {
        var medication = Tapering().When(UseCase, Taper(("2026-03-20", 300, 1)), Given.Lead, On(5)).After.Medications.Single();
        Assert.Equal(["2026-03-02", "2026-03-20"], medication.Taper.Select(s => s.StartDate));
        Assert.Equal([600, 600, 300], new[] { 6, 19, 20 }.Select(day => (int)medication.DailyMilligrams(new(2026, 3, day))!));
    }

    [Fact]
    public void A_step_that_the_new_ones_replace_at_once_or_that_has_not_begun_is_not_kept()
    {
        Assert.Equal(["2026-03-05"], Tapering().When(UseCase, Taper(("2026-03-05", 300, 1)), Given.Lead, On(5)).After.Medications.Single().Taper.Select(s => s.StartDate).Skip(1));
        Assert.Equal(["2026-03-02"], Tapering().When(UseCase, Taper(("2026-03-02", 300, 1)), Given.Lead).After.Medications.Single().Taper.Select(s => s.StartDate));
        var later = OnGabapentin();
        foreach (var e in later.When(UseCase, Taper(("2026-03-10", 300, 2)), Given.Lead).Events) later.Event(e.Clone());
        Assert.Equal(["2026-03-12"], later.When(UseCase, Taper(("2026-03-12", 300, 1)), Given.Lead, On(5)).After.Medications.Single().Taper.Select(s => s.StartDate));
    }

    [Fact]
    public void What_is_left_of_a_taper_again_is_no_event() => Tapering().When(UseCase, Taper(("2026-03-16", 300, 1)), Given.Lead, On(5)).ThenNothing();
}
