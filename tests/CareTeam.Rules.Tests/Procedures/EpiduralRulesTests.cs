using CareTeam.Rules.Tests.Rules;
using static CareTeam.Rules.Tests.Procedures.ProcedureStory;

namespace CareTeam.Rules.Tests.Procedures;

public sealed class EpiduralRulesTests
{
    private const ProcedureKind Transforaminal = ProcedureKind.TransforaminalEpiduralSteroid;

    private static Given OfPayer(string payer) => Given.ActivePlan().Event(new() { CoverageRecorded = new() { Coverage = new() { Payer = payer } } });

    [Theory, RuleMet("epidural.radicular-pain"), RuleNotMet("epidural.radicular-pain")]
    [InlineData(true, "M54.50", true)]
    [InlineData(false, "M54.16", true)]
    [InlineData(false, "M48.062", true)]
    [InlineData(false, "M48.061", false)]
    [InlineData(false, "M54.50", false)]
    public void Radicular_pain_is_a_diagnosis_or_attested(bool attested, string diagnosis, bool met)
    {
        var request = Epidural();
        request.Indication.RadicularPain = attested;
        Given.ActivePlan().Event(new() { DiagnosisAdded = new() { Diagnosis = new() { Icd10CmCode = diagnosis } } }).WhenScheduled(request).ThenRule("epidural.radicular-pain", met);
    }

    [Theory, RuleMet("epidural.pain-duration"), RuleNotMet("epidural.pain-duration")]
    [InlineData("2026-02-10", "", true)]
    [InlineData("2026-02-11", "", false)]
    [InlineData("", "2026-02-10", true)]
    [InlineData("", "2026-02-11", false)]
    [InlineData("", "", false)]
    [InlineData("2026-02-11", "2020-01-01", false)]
    public void The_pain_has_lasted_four_weeks_on_the_day_as_attested_or_since_a_diagnosis(string attested, string onset, bool met)
    {
        var request = Epidural();
        request.Indication.PainSinceDate = attested;
        Given.ActivePlan().Event(new() { DiagnosisAdded = new() { Diagnosis = new() { Icd10CmCode = "M54.16", OnsetDate = onset } } })
            .WhenScheduled(request).ThenRule("epidural.pain-duration", met);
    }

    [Theory]
    [InlineData("G89.4", "2019-01-01", "M54.41", "2026-03-03", false)]
    [InlineData("G89.4", "2019-01-01", "M54.41", "2026-02-10", true)]
    [InlineData("G89.4", "2026-03-03", "M54.41", "2026-02-10", true)]
    [InlineData("G89.4", "2019-01-01", "M54.41", "", false)]
    [InlineData("M54.16", "2019-01-01", "M54.41", "2026-03-03", false)]
    [InlineData("M54.16", "2019-01-01", "M54.41", "2026-02-10", true)]
    public void Only_the_onset_of_radicular_pain_tells_how_long_it_has_lasted_and_of_several_each(string one, string oneOnset, string other, string otherOnset, bool met)
    {
        var request = Epidural();
        request.Indication.PainSinceDate = "";
        var given = Given.ActivePlan().Event(new() { DiagnosisAdded = new() { Diagnosis = new() { Icd10CmCode = one, OnsetDate = oneOnset } } })
            .Event(new() { DiagnosisAdded = new() { Diagnosis = new() { Icd10CmCode = other, OnsetDate = otherOnset } } });
        given.WhenScheduled(request).ThenRule("epidural.pain-duration", met);
        request.Indication.PainSinceDate = "2026-02-10";
        given.WhenScheduled(request).ThenRule("epidural.pain-duration", met: true);
    }

    [Theory, RuleMet("epidural.concordant-imaging"), RuleNotMet("epidural.concordant-imaging")]
    [InlineData("MRI elsewhere", null, true)]
    [InlineData("", StudyStatus.Resulted, true)]
    [InlineData("", StudyStatus.Ordered, false)]
    [InlineData("", null, false)]
    public void Imaging_agrees_in_a_resulted_study_or_elsewhere(string elsewhere, StudyStatus? study, bool met)
    {
        var (request, given) = (Epidural(), Given.ActivePlan());
        request.Indication.ImagingElsewhere = elsewhere;
        if (study is { } status)
        {
            given.Event(new() { StudyOrdered = new() { Study = new() { StudyId = Id(70), Modality = StudyModality.Mri, Status = status } } });
            request.Indication.StudyIds.Add(Id(70));
        }
        given.WhenScheduled(request).ThenRule("epidural.concordant-imaging", met);
    }

    [Fact]
    public void An_electrodiagnostic_study_is_no_image()
    {
        var request = Epidural();
        request.Indication.ImagingElsewhere = "";
        request.Indication.StudyIds.Add(Id(70));
        Given.ActivePlan().Event(new() { StudyOrdered = new() { Study = new() { StudyId = Id(70), Modality = StudyModality.EmgNcs, Status = StudyStatus.Resulted } } })
            .WhenScheduled(request).ThenRule("epidural.concordant-imaging", met: false);
    }

    [Theory, RuleMet("epidural.failed-care"), RuleNotMet("epidural.failed-care")]
    [InlineData("2026-02-10", true)]
    [InlineData("2026-02-11", false)]
    [InlineData("", false)]
    public void Care_has_failed_for_four_weeks(string since, bool met)
    {
        var request = Epidural();
        request.Indication.CareSinceDate = since;
        Given.ActivePlan().WhenScheduled(request).ThenRule("epidural.failed-care", met);
    }

    [Theory]
    [InlineData("2026-02-10", "Naproxen.", true)]
    [InlineData("2026-02-11", "Naproxen.", false)]
    [InlineData("2026-02-10", "", false)]
    public void Since_when_care_was_given_the_plan_may_document_and_what_failed_is_attested(string prescribed, string failed, bool met)
    {
        var request = Epidural();
        (request.Indication.CareSinceDate, request.Indication.FailedCare) = ("", failed);
        Given.ActivePlan().Event(new() { MedicationPrescribed = new() { Medication = new() { MedicationId = Id(65), Name = "naproxen", StartDate = prescribed, Status = MedicationStatus.Active } } })
            .WhenScheduled(request).ThenRule("epidural.failed-care", met);
    }

    [Theory, RuleMet("epidural.guidance"), RuleNotMet("epidural.guidance")]
    [InlineData(ImageGuidance.Fluoroscopy, true, true)]
    [InlineData(ImageGuidance.ComputedTomography, true, true)]
    [InlineData(ImageGuidance.Fluoroscopy, false, false)]
    [InlineData(ImageGuidance.Ultrasound, true, false)]
    [InlineData(ImageGuidance.None, true, false)]
    public void Guidance_is_fluoroscopy_or_tomography_with_contrast(ImageGuidance guidance, bool contrast, bool met)
    {
        var request = Epidural();
        request.Planned.Guidance = guidance;
        if (!contrast) request.Planned.Contrast = new() { NoneReason = "Out of stock." };
        Given.ActivePlan().WhenScheduled(request).ThenRule("epidural.guidance", met);
    }

    [Theory, RuleMet("epidural.levels"), RuleNotMet("epidural.levels")]
    [InlineData(Transforaminal, "L4-L5 L5-S1", true)]
    [InlineData(Transforaminal, "L3-L4 L4-L5 L5-S1", false)]
    [InlineData(ProcedureKind.InterlaminarEpiduralSteroid, "L4-L5", true)]
    [InlineData(ProcedureKind.InterlaminarEpiduralSteroid, "L4-L5 L5-S1", false)]
    [InlineData(ProcedureKind.CaudalEpiduralSteroid, "L5-S1", true)]
    [InlineData(ProcedureKind.CaudalEpiduralSteroid, "L4-L5 L5-S1", false)]
    public void A_session_has_as_many_levels_as_its_access_allows(ProcedureKind kind, string levels, bool met) =>
        Given.ActivePlan().WhenScheduled(Schedule(kind, technique: Technique(levels, TechniqueOf(kind).Side))).ThenRule("epidural.levels", met);

    [Theory]
    [InlineData("L5-S1", true)]
    [InlineData("L2-L3 L5-S1", false)]
    public void Two_procedures_of_one_day_are_one_session_with_one_count_of_levels(string levels, bool met)
    {
        var other = Schedule(Transforaminal, technique: Technique(levels));
        Given.ActivePlan().Performed(1, Transforaminal, Day, Technique("L4-L5")).WhenScheduled(other).ThenRule("epidural.levels", met);
    }

    [Theory, RuleMet("epidural.one-region"), RuleNotMet("epidural.one-region")]
    [InlineData("L5-S1", Day, true)]
    [InlineData("C5-C6", Day, false)]
    [InlineData("C5-C6", "2026-03-11", true)]
    public void On_one_day_one_region_is_treated(string level, string day, bool met) => Given.ActivePlan().Performed(1, Transforaminal, Day, Technique("L4-L5"))
        .WhenScheduled(Schedule(Transforaminal, day, Technique(level))).ThenRule("epidural.one-region", met);

    [Fact]
    public void One_procedure_in_two_regions_is_no_session_either()
    {
        var request = Schedule(Transforaminal, technique: Technique("C5-C6 L4-L5"));
        Given.ActivePlan().WhenScheduled(request).ThenRule("epidural.one-region", met: false);
    }

    /// <summary>Four sessions, each of which helped for three months; the year is full until the anniversary of the first.</summary>
    private static Given FourSessions() => Given.ActivePlan()
        .Performed(1, Transforaminal, "2025-01-10").Helped(1, "2025-04-11")
        .Performed(2, Transforaminal, "2025-04-11").Helped(2, "2025-07-11")
        .Performed(3, ProcedureKind.InterlaminarEpiduralSteroid, "2025-07-11").Helped(3, "2025-10-11")
        .Performed(4, Transforaminal, "2025-10-10").Helped(4, "2026-01-10");

    private static ScheduleProcedureRequest Later(int n, string day)
    {
        var request = Epidural(day);
        request.ProcedureId = Id(n);
        return request;
    }

    [Theory, RuleMet("epidural.sessions-a-year"), RuleNotMet("epidural.sessions-a-year")]
    [InlineData("2026-01-09", false)]
    [InlineData("2026-01-10", true)]
    public void The_fifth_session_is_refused_on_the_eve_and_allowed_on_the_anniversary_of_the_first(string day, bool met)
    {
        var decision = FourSessions().WhenScheduled(Epidural(day));
        decision.ThenRule("epidural.sessions-a-year", met);
        if (!met) Assert.Contains("2025-01-10, 2025-04-11, 2025-07-11, 2025-10-10", decision.Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_region_has_its_own_count() =>
        FourSessions().WhenScheduled(Schedule(Transforaminal, "2026-01-09", Technique("C6-C7"))).ThenRule("epidural.sessions-a-year", met: true);

    [Fact]
    public void A_scheduled_session_takes_its_place() => Given.ActivePlan()
        .Performed(1, Transforaminal, "2025-06-01").Helped(1, "2025-09-01").Performed(2, Transforaminal, "2025-09-01").Helped(2, "2025-12-01")
        .Performed(3, Transforaminal, "2025-12-01").Helped(3, "2026-03-01").Scheduled(Later(4, "2026-05-01"))
        .WhenScheduled(Epidural("2026-04-01")).ThenRule("epidural.sessions-a-year", met: false);

    [Fact]
    public void A_cancelled_and_a_stopped_one_give_it_back()
    {
        var given = FourSessions();
        given.Scheduled(Later(5, "2026-01-02")).Event(new() { ProcedureCancelled = new() { ProcedureId = Id(5), Reason = "r" } });
        given.Scheduled(Later(6, "2026-01-03")).Event(new() { ProcedureRecorded = new() { ProcedureId = Id(6), Status = ProcedureStatus.Stopped, PerformedDate = "2026-01-03", Performed = Technique() } });
        given.WhenScheduled(Epidural("2026-01-10")).ThenRule("epidural.sessions-a-year", met: true);
    }

    [Theory, RuleMet("epidural.sessions-in-six-months"), RuleNotMet("epidural.sessions-in-six-months")]
    [InlineData("evicore", "2026-04-30", false)]
    [InlineData("evicore", "2026-05-01", true)]
    [InlineData("medicare", "2026-04-30", true)]
    public void Some_payers_allow_three_sessions_in_six_months(string payer, string day, bool met)
    {
        var given = OfPayer(payer).Performed(1, Transforaminal, "2025-11-01").Helped(1, "2025-11-20").Performed(2, Transforaminal, "2025-12-01").Helped(2, "2025-12-20")
            .Performed(3, Transforaminal, "2026-01-01").Helped(3, "2026-04-01");
        given.WhenScheduled(Epidural(day)).ThenRule("epidural.sessions-in-six-months", met);
    }

    [Theory, RuleMet("epidural.interval"), RuleNotMet("epidural.interval")]
    [InlineData("evicore", "2026-03-14", false)]
    [InlineData("evicore", "2026-03-15", true)]
    [InlineData("medicare", "2026-03-14", true)]
    public void Some_payers_want_fourteen_days_between_sessions(string payer, string day, bool met)
    {
        var given = OfPayer(payer).Performed(1, Transforaminal, "2026-03-01").Helped(1, "2026-06-01");
        given.WhenScheduled(Epidural(day)).ThenRule("epidural.interval", met);
    }

    [Theory, RuleMet("epidural.repeat"), RuleNotMet("epidural.repeat")]
    [InlineData("2026-02-01", 8, 4, false, true)]
    [InlineData("2026-01-31", 8, 4, false, false)]
    [InlineData("2026-02-01", 9, 5, false, false)]
    [InlineData("2026-02-01", 9, 5, true, true)]
    [InlineData("2026-01-31", 9, 5, true, false)]
    public void It_is_repeated_after_half_the_pain_or_a_gain_of_function_for_three_months(string until, int before, int after, bool function, bool met) => Given.ActivePlan()
        .Performed(1, Transforaminal, "2025-11-01").Helped(1, until, before, after, function).WhenScheduled(Epidural()).ThenRule("epidural.repeat", met);

    [Theory, RuleMet("epidural.repeat"), RuleNotMet("epidural.repeat")]
    [InlineData("2025-11-15", 8, 4, false, true)]
    [InlineData("2025-11-14", 8, 4, false, false)]
    [InlineData("2025-11-15", 9, 5, true, false)]
    public void Some_payers_repeat_it_after_half_the_pain_for_two_weeks(string until, int before, int after, bool function, bool met) => OfPayer("evicore")
        .Performed(1, Transforaminal, "2025-11-01").Helped(1, until, before, after, function).WhenScheduled(Epidural()).ThenRule("epidural.repeat", met);

    [Fact]
    public void Nobody_knows_yet_whether_one_that_is_only_scheduled_helped()
    {
        var decision = Given.ActivePlan().Scheduled(Later(1, "2026-03-05")).WhenScheduled(Epidural());
        decision.ThenRule("epidural.repeat", met: false);
        Assert.Contains("not recorded yet", decision.Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_comes_later_needs_to_have_helped_when_it_is_its_turn() =>
        Given.ActivePlan().Scheduled(Later(1, "2026-06-05")).WhenScheduled(Epidural()).ThenRule("epidural.repeat", met: true);
}
