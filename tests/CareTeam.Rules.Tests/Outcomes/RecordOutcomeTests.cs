using CareTeam.Server.Outcomes;
using Activity = (string Words, double? Value);

namespace CareTeam.Rules.Tests.Outcomes;

public sealed class RecordOutcomeTests
{
    private const string OutcomeId = "0190c0de-0000-7000-8000-000000000021";
    private static readonly RecordOutcome Record = new(InstrumentCatalog.Shipped, RuleTable.Shipped, ScopeOfPractice.Shipped, TimeProvider.System);

    private static RecordOutcomeRequest Request(string instrument, params double?[] answers) =>
        new() { PlanId = Given.PlanId, RequestId = Given.RequestId, OutcomeId = OutcomeId, InstrumentId = instrument, Answers = { Catalog.Answers(answers) } };

    private static RecordOutcomeRequest Odi(params double?[] answers) => Request("odi", answers);

    private static RecordOutcomeRequest With(RecordOutcomeRequest request, Action<RecordOutcomeRequest> change)
    {
        change(request);
        return request;
    }

    private static RecordOutcomeRequest Activities(params Activity[] rated) =>
        With(Request("psfs"), r => r.Answers.Add(Catalog.Activities(rated)));

    private static readonly RecordOutcomeRequest Sixteen = Odi(2, 1, 2, 1, 2, 2, 1, 2, 1, 2);

    [Fact]
    public void What_was_answered_and_what_was_shown_are_kept_together()
    {
        Given.ActivePlan().When(Record, Sixteen, Given.Therapist).Then(new PlanEvent
        {
            OccurredAt = Given.Now,
            OutcomeRecorded = new()
            {
                Outcome = new()
                {
                    OutcomeId = OutcomeId,
                    InstrumentId = "odi",
                    Abbreviation = "ODI",
                    DefinitionVersion = "1",
                    Answers = { Sixteen.Answers },
                    Scores = { new OutcomeScore { Value = 32, Unit = "%", HigherIs = HigherIs.Worse, Band = "moderate disability" } },
                },
            },
        });
    }

    [Fact]
    public void The_plan_knows_who_recorded_it_when_and_of_when_it_is()
    {
        var yesterday = Timestamp.FromDateTime(Given.Now.ToDateTime().AddDays(-1));
        var decision = Given.ActivePlan().When(Record, With(Sixteen.Clone(), r => r.MeasuredAt = yesterday), Given.Therapist);
        var outcome = decision.After.Outcomes.Single();
        Assert.Equal((yesterday, Given.Now, Given.Therapist), (outcome.MeasuredAt, outcome.RecordedAt, outcome.RecordedBy));
        var reply = Record.Reply(decision.After, Sixteen);
        Assert.Equal((OutcomeId, 32, "1"), (reply.OutcomeId, reply.Scores.Single().Value, reply.DefinitionVersion));
    }

    [Fact]
    public void Patients_answer_questionnaires_and_clinicians_perform_tests()
    {
        Assert.Single(Given.ActivePlan().When(Record, Sixteen, Given.Patient).Events);
        Assert.Single(Given.ActivePlan().When(Record, Request("6mwt", 430), Given.Therapist).Events);
        Given.ActivePlan().When(Record, Request("6mwt", 430), Given.Patient).ThenForbidden("NOT_SELF_REPORTED");
        Given.ActivePlan().When(Record, Sixteen, Given.Stranger).ThenForbidden("MAY_NOT_RECORD_OUTCOMES_OR_REPORT_OUTCOMES");
    }

    [Fact]
    public void A_clinician_who_is_on_the_plan_as_its_patient_performs_no_test_on_it() =>
        Given.ActivePlan().When(Record, Request("6mwt", 430), new() { PersonId = Given.Patient.PersonId, Name = "Dr. Ana", Role = Role.Physiatrist })
            .ThenForbidden("MAY_NOT_RECORD_OUTCOMES_OR_REPORT_OUTCOMES");

    public static TheoryData<string> ByClinicians() => [.. Catalog.All.Where(d => !d.PatientReported).Select(d => d.Id)];

    [Fact]
    public void What_a_clinician_must_record_is_said_by_the_catalog() =>
        Assert.Equal(["6mwt", "5xsts", "tug", "pile-lumbar", "max-lift-kg", "rtw-status", "fim", "ampac-6c-mobility"], ByClinicians().Select(row => row.Data));

    [Fact]
    public void It_is_not_of_tomorrow()
    {
        Given.ActivePlan().When(Record, With(Sixteen.Clone(), r => r.MeasuredAt = Given.Tomorrow), Given.Therapist).ThenInvalid("measured_at");
        Given.PlanOfPatientBorn("2026-03-01").When(Record, With(Sixteen.Clone(), r => r.MeasuredAt = Timestamp.FromDateTime(Given.Now.ToDateTime().AddYears(-1))), Given.Lead).ThenInvalid("measured_at");
    }

    [Fact]
    public void A_plan_that_has_ended_takes_what_was_measured_before_its_end()
    {
        Assert.Single(Given.PlanAt(PlanStatus.Completed).When(Record, With(Sixteen.Clone(), r => r.MeasuredAt = Given.Now), Given.Therapist, Given.Tomorrow).Events);
        Given.PlanAt(PlanStatus.Completed).When(Record, Sixteen, Given.Therapist, Given.Tomorrow).ThenRefused("outcome.within-plan");
    }

    [Fact]
    public void An_id_is_used_once() =>
        Given.ActivePlan().Event(Given.ActivePlan().When(Record, Sixteen, Given.Therapist).Events.Single()).When(Record, Sixteen, Given.Therapist).ThenRefused("id.unused");

    [Theory]
    [InlineData(0, false, false)]
    [InlineData(1, true, false)]
    [InlineData(null, false, true)]
    public void Thoughts_of_self_harm_ask_for_a_safety_review_and_no_answer_asks_for_the_answer(int? ninth, bool review, bool unanswered)
    {
        var decision = Given.ActivePlan().When(Record, Request("phq9", 0, 0, 0, 0, 0, 0, 0, 0, ninth), Given.Patient);
        var outcome = decision.Events.Single().OutcomeRecorded.Outcome;
        Assert.Equal((review, unanswered), (outcome.NeedsSafetyReview, outcome.SafetyItemUnanswered));
        Assert.Equal((review, unanswered), (decision.After.Outcomes[0].NeedsSafetyReview, decision.After.Outcomes[0].SafetyItemUnanswered));
        Assert.Equal(review, Record.Reply(decision.After, Request("phq9")).NeedsSafetyReview);
    }

    [Fact]
    public void Every_answer_that_cannot_be_is_named_in_one_refusal()
    {
        Assert.Equal(["answers[0].value", "answers[3].value", "answers[9].value"], Fields.Violated(Record, Odi(6, 0, 0, -1, 0, 0, 0, 0, 0, 2.5)));
        Assert.Equal(["answers[1].value", "answers[2].value", "answers[3].value"], Fields.Violated(Record, Odi(1, null, null, null, 1, 1, 1, 1, 1, 1)));
        Assert.Equal(["answers"], Fields.Violated(Record, Odi(1, 1)));
        Assert.Equal(["answers"], Fields.Violated(Record, Odi(new double?[10])));
    }

    [Fact]
    public void Everything_else_that_is_wrong_is_named_with_it()
    {
        var request = With(Odi(6, 0, 0, 0, 0, 0, 0, 0, 0, 0), r =>
        {
            (r.Form, r.ReferenceWindow, r.Completion, r.StopReason, r.Aid, r.Rests) = ("2.0", "now", TestCompletion.Unable, "pain", "cane", 2);
            (r.Answers[1].Code, r.Answers[2].Activity, r.Answers[3].Unit) = ("x", "walk", "kg");
        });
        Assert.Equal(["aid", "answers", "completion", "form", "reference_window", "rests"], Fields.Violated(Record, request).Order());
        request.Completion = TestCompletion.Unspecified;
        Assert.Equal(
            ["aid", "answers[0].value", "answers[1].code", "answers[2].activity", "answers[3].unit", "form", "reference_window", "rests", "stop_reason"], Fields.Violated(Record, request).Order());
    }

    [Fact]
    public void An_instrument_that_is_not_in_the_catalog_is_named() => Assert.Equal(["instrument_id"], Fields.Violated(Record, Request("ndi", 1)));

    [Fact]
    public void A_pain_rating_says_of_what_time_it_is()
    {
        Assert.Equal(["reference_window"], Fields.Violated(Record, Request("nprs", 5)));
        Assert.Equal(["reference_window"], Fields.Violated(Record, With(Request("nprs", 5), r => r.ReferenceWindow = "yesterday")));
        Assert.Empty(Fields.Violated(Record, With(Request("nprs", 5), r => r.ReferenceWindow = "worst_24h")));
    }

    [Theory]
    [InlineData("", "2.0", 36.7)]
    [InlineData("1.0", "1.0", 36.7)]
    [InlineData("2.0", "2.0", 36.7)]
    public void The_version_of_a_form_is_kept_also_when_it_was_left_to_the_catalog(string given, string kept, double score)
    {
        var outcome = Given.ActivePlan().When(Record, With(Request("promis-pf-4a-v2", 3, 3, 3, 3), r => r.Form = given), Given.Patient).Events.Single().OutcomeRecorded.Outcome;
        Assert.Equal((kept, score), (outcome.Form, outcome.Scores.Single().Value));
    }

    [Fact]
    public void A_form_turns_the_scale_around() =>
        Assert.Equal(HigherIs.Worse, Given.ActivePlan().When(Record, With(Activities(("walk", 4)), r => r.Form = "2.0"), Given.Patient).Events.Single().OutcomeRecorded.Outcome.Scores.Single().HigherIs);

    [Fact]
    public void The_lifting_test_goes_by_its_protocol_and_says_why_it_ended()
    {
        var lifted = Request("pile-lumbar", 5);
        Assert.Equal(["form", "stop_reason"], Fields.Violated(Record, lifted).Order());
        (lifted.Form, lifted.StopReason) = ("women", "patient_stops");
        Assert.Empty(Fields.Violated(Record, lifted));
        Assert.Equal(12.6, Given.ActivePlan().When(Record, lifted, Given.Therapist).Events.Single().OutcomeRecorded.Outcome.Scores.Single().Value);
    }

    [Fact]
    public void A_lift_is_taken_in_pounds_too()
    {
        var lift = With(Request("max-lift-kg", 20), r => r.Answers[0].Unit = "[lb_av]");
        Assert.Empty(Fields.Violated(Record, lift));
        var score = Given.ActivePlan().When(Record, lift, Given.Therapist).Events.Single().OutcomeRecorded.Outcome.Scores.Single();
        Assert.Equal((9.07, "kg", "light (20 lb)"), (score.Value, score.Unit, score.Band));
        Assert.Equal(["answers[0].unit"], Fields.Violated(Record, With(Request("max-lift-kg", 20), r => r.Answers[0].Unit = "[oz_av]")));
    }

    [Fact]
    public void A_test_that_is_not_possible_is_recorded_without_a_value()
    {
        var unable = With(Request("tug"), r => (r.Completion, r.StopReason) = (TestCompletion.Unable, "Leg gave way."));
        Assert.Empty(Fields.Violated(Record, unable));
        Assert.Empty(Given.ActivePlan().When(Record, unable, Given.Therapist).Events.Single().OutcomeRecorded.Outcome.Scores);
        Assert.Equal(["answers"], Fields.Violated(Record, With(Request("tug", 9), r => r.Completion = TestCompletion.Unable)));
        Assert.Equal(["completion"], Fields.Violated(Record, With(Request("6mwt"), r => r.Completion = TestCompletion.Unable)));
    }

    [Fact]
    public void A_walk_that_was_stopped_early_keeps_its_distance_and_says_why()
    {
        var walk = With(Request("6mwt", 210), r => r.Completion = TestCompletion.StoppedEarly);
        Assert.Equal(["stop_reason"], Fields.Violated(Record, walk));
        (walk.StopReason, walk.Rests, walk.Aid) = ("Leg pain 7/10.", 2, "cane");
        Assert.Empty(Fields.Violated(Record, walk));
        var outcome = Given.ActivePlan().When(Record, walk, Given.Therapist).Events.Single().OutcomeRecorded.Outcome;
        Assert.Equal((210, TestCompletion.StoppedEarly, 2, "cane"), (outcome.Scores.Single().Value, outcome.Completion, outcome.Rests, outcome.Aid));
    }

    [Fact]
    public void The_mean_of_two_trials_counts() =>
        Assert.Equal(12.25, Given.ActivePlan().When(Record, Request("5xsts", 12, 12.5), Given.Therapist).Events.Single().OutcomeRecorded.Outcome.Scores.Single().Value);

    [Fact]
    public void Activities_have_names_and_each_is_rated_once()
    {
        Assert.Empty(Fields.Violated(Record, Activities(("put on socks", 3), ("walk the dog", 5), ("sit in the car", null))));
        Assert.Equal(["answers[1].activity", "answers[2].activity"], Fields.Violated(Record, Activities(("walk the dog", 3), ("", 5), ("Walk  the DOG ", 4))));
        Assert.Equal(["answers"], Fields.Violated(Record, Activities([.. Enumerable.Range(1, 6).Select(i => new Activity($"activity {i}", 5))])));
    }

    [Theory]
    [InlineData("full_duty", 0, "full duty", "")]
    [InlineData("not_in_workforce", null, "not in the workforce", "this status has no rank")]
    public void A_work_status_has_a_rank_or_none(string code, int? rank, string words, string why)
    {
        var score = Given.ActivePlan().When(Record, With(Request("rtw-status"), r => r.Answers.Add(new ItemAnswer { Code = code })), Given.Therapist).Events.Single().OutcomeRecorded.Outcome.Scores.Single();
        Assert.Equal((rank is not null, (double)(rank ?? 0), words, why), (score.HasValue, score.Value, score.Band, score.UnscoredReason));
    }

    [Fact]
    public void A_status_is_one_code_and_no_number()
    {
        Assert.Equal(["answers[0].code"], Fields.Violated(Record, With(Request("rtw-status"), r => r.Answers.Add(new ItemAnswer { Code = "retiredd" }))));
        Assert.Equal(["answers", "answers[0].value"], Fields.Violated(Record, Request("rtw-status", 2)).Order());
    }

    [Fact]
    public void The_word_for_the_patient_differs_where_the_published_one_would_hurt()
    {
        var score = Given.ActivePlan().When(Record, Odi(4, 4, 4, 4, 4, 4, 4, 4, 4, 3), Given.Therapist).Events.Single().OutcomeRecorded.Outcome.Scores.Single();
        Assert.Equal(("crippled", "very severe disability"), (score.Band, score.PatientBand));
    }

    [Fact]
    public void A_definition_that_took_effect_meanwhile_decides()
    {
        var stricter = InstrumentCatalog.Shipped.With("""[{ "id": "odi", "version": "2", "effective_date": "2026-03-02", "missing": { "most": 0 } }]""", "site.json");
        Given.ActivePlan().When(new RecordOutcome(stricter, RuleTable.Shipped, ScopeOfPractice.Shipped, TimeProvider.System), Odi(1, 1, 1, 1, 1, 1, 1, 1, 1, null), Given.Therapist).ThenInvalid("answers[9].value");
    }

    [Fact]
    public void A_measurement_is_told_by_its_scores_when_plans_are_compared()
    {
        var given = Given.ActivePlan();
        Assert.Equal("Outcome measurement \"ODI 32 %, moderate disability\" added.", Told(given.When(Record, Sixteen, Given.Therapist).After));
        var tug = With(Request("tug"), r => r.Completion = TestCompletion.Unable);
        Assert.Equal("Outcome measurement \"TUG not possible\" added.", Told(given.When(Record, tug, Given.Therapist).After));

        string Told(CarePlan after) => CareTeam.Server.History.PlanDiff.Between(given.Plan, after).Single().Text;
    }
}
