using CareTeam.Rules.Tests.Rules;
using static CareTeam.Rules.Tests.Medications.Prescribing;

namespace CareTeam.Rules.Tests.Medications;

public sealed class OpioidRulesTests
{
    private static Decision Opioid(Action<PrescribeMedicationRequest>? with = null, string name = "oxycodone", Given? given = null) =>
        (given ?? KnownPatient()).Prescribe(name, r =>
        {
            r.Dose = Mg(5);
            with?.Invoke(r);
        });

    [Fact]
    public void A_short_safe_prescription_has_no_findings() => Assert.Empty(Opioid().After.Medications[^1].Findings);

    [Fact, RuleNotMet("medication.opioid-nonopioids-first")]
    public void An_opioid_as_the_first_drug_blocks() => Opioid(r => r.OpioidSafeguards.NonopioidsInsufficient = "").ThenBlocks("medication.opioid-nonopioids-first");

    [Fact, RuleMet("medication.opioid-nonopioids-first")]
    public void Something_tried_before_or_a_reason_allows_it()
    {
        Opioid().ThenMet("medication.opioid-nonopioids-first");
        var tried = KnownPatient().Taking("naproxen").Event(new() { MedicationStopped = new() { MedicationId = OtherMedicationId, StoppedDate = "2026-03-01" } });
        Opioid(r => r.OpioidSafeguards.NonopioidsInsufficient = "", given: tried).ThenMet("medication.opioid-nonopioids-first");
    }

    [Theory]
    [InlineData("hydrocodone-acetaminophen")]
    [InlineData("Norco")]
    public void What_is_in_another_opioid_is_no_treatment_without_opioids(string opioid)
    {
        var stopped = KnownPatient().Taking(opioid).Event(new() { MedicationStopped = new() { MedicationId = OtherMedicationId, StoppedDate = "2026-03-01" } });
        Opioid(r => r.OpioidSafeguards.NonopioidsInsufficient = "", given: stopped).ThenBlocks("medication.opioid-nonopioids-first");
    }

    [Theory]
    [InlineData(5, 6, false)]
    [InlineData(6, 6, true)]
    [InlineData(6, 0, false)]
    [InlineData(1, 1, true)]
    public void Therapy_that_was_attended_is_a_treatment_without_opioids(int sessions, int needed, bool met)
    {
        var site = new Server.Medications.PrescribeMedication(SiteRules.With($"[{{'id': 'medication.opioid-nonopioids-first', 'parameters': {{'therapy_sessions': {needed}}}}}]"));
        var given = KnownPatient();
        for (var i = 0; i < sessions; i++) given.Session($"2026-02-{i + 1:00}", SessionPurpose.Treatment, SessionAttendance.Attended);
        given.Session("2026-01-05", SessionPurpose.Evaluation, SessionAttendance.Attended).Session("2026-01-06", SessionPurpose.Treatment, SessionAttendance.Missed);
        var decision = given.When(site, Of("oxycodone", r => (r.Dose, r.OpioidSafeguards.NonopioidsInsufficient) = (Mg(5), "")), Given.Lead);
        if (met) decision.ThenMet("medication.opioid-nonopioids-first");
        else decision.ThenBlocks("medication.opioid-nonopioids-first");
        if (!met && needed > 0) Assert.Contains($"no drug without opioids and {sessions} of {needed} therapy sessions", decision.Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact, RuleNotMet("medication.opioid-immediate-release")]
    public void A_long_acting_one_blocks()
    {
        Opioid(r => r.Release = MedicationRelease.Extended).ThenBlocks("medication.opioid-immediate-release");
        Opioid(r => (r.Route, r.Dose) = (MedicationRoute.Transdermal, new() { Value = 12, Unit = "ug/h" }), "fentanyl").ThenBlocks("medication.opioid-immediate-release");
    }

    [Fact, RuleMet("medication.opioid-immediate-release")]
    public void An_immediate_one_does_not() => Opioid().ThenMet("medication.opioid-immediate-release");

    /// <summary>It starts on 2026-03-02, which is the first of the days.</summary>
    [Theory, RuleMet("medication.opioid-short-term"), RuleNotMet("medication.opioid-short-term")]
    [InlineData("2026-03-08", true)]
    [InlineData("2026-03-09", false)]
    [InlineData("", false)]
    public void It_stops_after_seven_days(string stop, bool met)
    {
        var decision = Opioid(r => r.PlannedStopDate = stop);
        if (met) decision.ThenMet("medication.opioid-short-term");
        else decision.ThenBlocks("medication.opioid-short-term");
    }

    [Theory, RuleMet("medication.opioid-mme"), RuleNotMet("medication.opioid-mme")]
    [InlineData("hydrocodone", 49, 1, true)]
    [InlineData("hydrocodone", 50, 1, false)]
    [InlineData("hydrocodone", 24.5, 2, true)]
    [InlineData("hydrocodone", 25, 2, false)]
    [InlineData("oxycodone", 8, 4, true)]
    [InlineData("oxycodone", 8.4, 4, false)]
    [InlineData("tramadol", 50, 4, true)]
    [InlineData("tramadol", 62.5, 4, false)]
    public void From_50_MME_a_day_on_it_blocks(string drug, double mg, int times, bool met)
    {
        var decision = Opioid(r => (r.Dose, r.Frequency) = (Mg(mg), Times(times)), drug);
        if (met) decision.ThenMet("medication.opioid-mme");
        else decision.ThenBlocks("medication.opioid-mme");
    }

    [Fact]
    public void All_opioids_count_together_a_patch_by_the_hour_and_one_without_a_factor_cannot_be_told()
    {
        var overlapping = new OverrideRequest { RuleId = "medication.duplicate", Reason = "For the nights." };
        var given = KnownPatient().Taking("hydrocodone", m => m.Dose = Mg(30));
        Opioid(r => { r.Dose = Mg(13); r.Overrides.Add(overlapping); }, given: given).ThenMet("medication.opioid-mme");
        Opioid(r => { r.Dose = Mg(14); r.Overrides.Add(overlapping); }, given: given).ThenBlocks("medication.opioid-mme");
        Opioid(r => (r.Route, r.Dose, r.Frequency) = (MedicationRoute.Transdermal, new() { Value = 25, Unit = "ug/h" }, new() { EveryHours = 72 }), "fentanyl").ThenBlocks("medication.opioid-mme");
        Opioid(r => (r.Route, r.Dose, r.Frequency) = (MedicationRoute.Transdermal, new() { Value = 12, Unit = "ug/h" }, new() { EveryHours = 72 }), "fentanyl").ThenMet("medication.opioid-mme");
        Opioid(name: "buprenorphine").ThenBlocks("medication.opioid-mme");
    }

    [Fact]
    public void An_opioid_under_taper_counts_with_what_is_left_of_it()
    {
        var given = KnownPatient().Taking("hydrocodone", m =>
        {
            m.Dose = Mg(40);
            m.Taper.Add(new MedicationTaperStep { StartDate = "2026-03-01", Dose = Mg(10), Frequency = Times(1) });
        });
        Opioid(r => { r.Dose = Mg(20); r.Overrides.Add(new OverrideRequest { RuleId = "medication.duplicate", Reason = "r" }); }, given: given).ThenMet("medication.opioid-mme");
    }

    /// <summary>Today is 2026-03-02.</summary>
    [Theory, RuleMet("medication.opioid-pdmp"), RuleNotMet("medication.opioid-pdmp")]
    [InlineData("2026-02-23", true)]
    [InlineData("2026-02-22", false)]
    [InlineData("", false)]
    public void The_monitoring_program_was_looked_up_within_seven_days(string looked, bool met)
    {
        var decision = Opioid(r => r.OpioidSafeguards.PdmpCheckedDate = looked);
        if (met) decision.ThenMet("medication.opioid-pdmp");
        else decision.ThenBlocks("medication.opioid-pdmp");
    }

    [Fact]
    public void It_was_not_looked_up_in_the_future() => Opioid(r => r.OpioidSafeguards.PdmpCheckedDate = "2026-03-03").ThenInvalid("opioid_safeguards.pdmp_checked_date");

    [Fact, RuleNotMet("medication.opioid-naloxone")]
    public void Without_naloxone_offered_it_warns()
    {
        Opioid(r => r.OpioidSafeguards.NaloxoneOffered = false).ThenWarns("medication.opioid-naloxone");
        Assert.Contains("medication.opioid-pdmp", Opioid(r => r.OpioidSafeguards = null).Blocking());
    }

    [Fact, RuleMet("medication.opioid-naloxone")]
    public void Offered_it_does_not() => Opioid().ThenMet("medication.opioid-naloxone");
}
