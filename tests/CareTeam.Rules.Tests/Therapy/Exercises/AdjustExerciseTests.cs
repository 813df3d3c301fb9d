using CareTeam.Rules.Tests.Rules;
using CareTeam.Server.Therapy;
using static CareTeam.Rules.Tests.Therapy.GivenTherapy;

namespace CareTeam.Rules.Tests.Therapy;

public sealed class AdjustExerciseTests
{
    private static readonly AdjustExercise UseCase = new(Table, Scope);

    private static AdjustExerciseRequest To(ExerciseChange change, Action<ExerciseDose>? with = null, ExerciseDose? limit = null) => new()
    {
        PlanId = Given.PlanId,
        RequestId = Given.RequestId,
        ExerciseId = ExerciseId,
        Change = change,
        Dose = change is ExerciseChange.Progressed or ExerciseChange.Regressed ? Dose(with) : null,
        Reason = "RPE 11 for a week.",
        AssistantLimit = limit,
    };

    [Fact]
    public void A_progression_keeps_the_steps_before_it_and_says_why()
    {
        var exercise = PlanWithOrder().Exercise().When(UseCase, To(ExerciseChange.Progressed, d => d.Load = Pounds(30)), Given.Therapist).After.Exercises.Single();
        Assert.Equal(Dose(d => d.Load = Pounds(30)), exercise.Dose);
        Assert.Equal([ExerciseChange.Prescribed, ExerciseChange.Progressed], exercise.History.Select(s => s.Change));
        Assert.Equal(("RPE 11 for a week.", Given.Therapist, Given.Now, 25d), (exercise.History[1].Reason, exercise.History[1].ChangedBy, exercise.History[1].ChangedAt, exercise.History[0].Dose.Load.Value));
    }

    [Fact]
    public void A_late_entry_holds_from_its_day_on_and_comes_after_the_step_before()
    {
        AdjustExerciseRequest Late(string day)
        {
            var request = To(ExerciseChange.Progressed, d => d.Load = Pounds(30));
            request.FromDate = day;
            return request;
        }
        var first = PlanWithOrder().Exercise().Plan.Exercises.Single().History.Single().FromDate;
        Assert.Equal(["2026-03-01"], PlanWithOrder().Exercise().When(UseCase, Late("2026-03-01"), Given.Therapist).After.Exercises.Single().History.Skip(1).Select(s => s.FromDate));
        PlanWithOrder().Exercise().When(UseCase, Late(Dates.Of(first).AddDays(-1).Iso()), Given.Therapist).ThenInvalid("from_date");
        PlanWithOrder().Exercise().When(UseCase, Late("2026-03-03"), Given.Therapist).ThenInvalid("from_date");
    }

    [Fact]
    public void What_raises_any_part_is_a_progression_whatever_it_is_called()
    {
        PlanWithOrder().Exercise().When(UseCase, To(ExerciseChange.Regressed, d => (d.Load, d.Repetitions) = (Pounds(20), 12)), Given.Therapist).ThenInvalid("change");
        PlanWithOrder().Exercise().When(UseCase, To(ExerciseChange.Regressed, d => d.Load = new() { Value = 11.4, Unit = "kg" }), Given.Therapist).ThenInvalid("change");
        PlanWithOrder().Exercise().When(UseCase, To(ExerciseChange.Progressed, d => d.Load = Pounds(20)), Given.Therapist).ThenInvalid("change");
        Assert.NotEmpty(PlanWithOrder().Exercise().When(UseCase, To(ExerciseChange.Regressed, d => d.Load = new() { Value = 11.3, Unit = "kg" }), Given.Therapist).Events);
        Assert.NotEmpty(PlanWithOrder().Exercise().When(UseCase, To(ExerciseChange.Progressed, d => (d.Load, d.Repetitions) = (Pounds(20), 12)), Given.Therapist).Events);
    }

    [Fact]
    public void A_load_of_another_kind_counts_as_more()
    {
        PlanWithOrder().Exercise().When(UseCase, To(ExerciseChange.Regressed, d => d.Load = new() { Value = 1, Unit = "{level}" }), Given.Therapist).ThenInvalid("change");
        Assert.NotEmpty(PlanWithOrder().Exercise().When(UseCase, To(ExerciseChange.Regressed, d => d.Load = null), Given.Therapist).Events);
    }

    [Fact, RuleNotMet("red-flag.blocks-therapy-progression")]
    public void While_a_red_flag_is_open_nothing_is_progressed() =>
        PlanWithOrder().Exercise().RedFlag().When(UseCase, To(ExerciseChange.Progressed, d => d.Sets = 4), Given.Therapist).ThenRefused("red-flag.blocks-therapy-progression");

    [Fact, RuleMet("red-flag.blocks-therapy-progression")]
    public void While_a_red_flag_is_open_it_is_regressed_and_stopped_and_once_resolved_progressed()
    {
        Assert.NotEmpty(PlanWithOrder().Exercise().RedFlag().When(UseCase, To(ExerciseChange.Regressed, d => d.Sets = 2), Given.Therapist).Events);
        Assert.NotEmpty(PlanWithOrder().Exercise().RedFlag().When(UseCase, To(ExerciseChange.Stopped), Given.Therapist).Events);
        var resolved = PlanWithOrder().Exercise().RedFlag().Event(new() { RedFlagResolved = new() { RedFlagId = Given.FlagId, Resolution = "MRI clear." } });
        Assert.NotEmpty(resolved.When(UseCase, To(ExerciseChange.Progressed, d => d.Sets = 4), Given.Therapist).Events);
    }

    [Fact]
    public void A_progression_beyond_the_weight_limit_is_refused_and_a_regression_to_above_it_is_not()
    {
        PlanWithOrder().Exercise().When(UseCase, To(ExerciseChange.Progressed, d => d.Load = Pounds(45)), Given.Therapist).ThenRefused("therapy.weight-limit");
        var heavy = PlanWithOrder().Exercise(Dose(d => d.Load = Pounds(60)));
        Assert.NotEmpty(heavy.When(UseCase, To(ExerciseChange.Regressed, d => d.Load = Pounds(50)), Given.Therapist).Events);
    }

    [Theory, RuleMet("therapy.assistant-limit")]
    [InlineData(30, 8)]
    [InlineData(25, 12)]
    [InlineData(30, 12)]
    public void An_assistant_progresses_as_far_as_the_therapist_allows(double pounds, int repetitions)
    {
        var given = PlanWithOrder().Exercise(limit: new() { Repetitions = 12, Load = Pounds(30) });
        Assert.NotEmpty(given.When(UseCase, To(ExerciseChange.Progressed, d => (d.Load, d.Repetitions) = (Pounds(pounds), repetitions)), Assistant).Events);
    }

    [Fact, RuleNotMet("therapy.assistant-limit")]
    public void And_no_further_in_any_part_nor_at_all_without_a_limit()
    {
        var given = PlanWithOrder().Exercise(limit: new() { Repetitions = 12, Load = Pounds(30) });
        foreach (var with in new Action<ExerciseDose>[] { d => d.Load = Pounds(30.5), d => d.Repetitions = 13, d => d.Sets = 4, d => d.Minutes = 1 })
            given.When(UseCase, To(ExerciseChange.Progressed, with), Assistant).ThenRefused("therapy.assistant-limit");
        PlanWithOrder().Exercise().When(UseCase, To(ExerciseChange.Progressed, d => d.Repetitions = 9), Assistant).ThenRefused("therapy.assistant-limit");
    }

    [Fact]
    public void An_assistant_regresses_freely_and_neither_stops_nor_sets_the_limit()
    {
        Assert.NotEmpty(PlanWithOrder().Exercise().When(UseCase, To(ExerciseChange.Regressed, d => d.Sets = 1), Assistant).Events);
        PlanWithOrder().WithoutSupervisor().Exercise().When(UseCase, To(ExerciseChange.Regressed, d => d.Sets = 1), Assistant).ThenRefused("assistant.supervised");
        PlanWithOrder().Exercise().When(UseCase, To(ExerciseChange.Stopped), Assistant).ThenForbidden("MAY_NOT_PLAN_THERAPY");
        PlanWithOrder().Exercise().When(UseCase, To(ExerciseChange.AssistantLimitSet, limit: Dose()), Assistant).ThenForbidden("MAY_NOT_PLAN_THERAPY");
    }

    [Fact]
    public void The_therapist_sets_the_limit_and_the_dose_stays()
    {
        var exercise = PlanWithOrder().Exercise().When(UseCase, To(ExerciseChange.AssistantLimitSet, limit: Dose(d => d.Sets = 5)), Given.Therapist).After.Exercises.Single();
        Assert.Equal((Dose(), Dose(d => d.Sets = 5), ExerciseStatus.Active), (exercise.Dose, exercise.AssistantLimit, exercise.Status));
    }

    [Fact]
    public void A_stopped_exercise_keeps_its_last_dose_and_is_adjusted_no_more()
    {
        var given = PlanWithOrder().Exercise();
        var decision = given.When(UseCase, To(ExerciseChange.Stopped), Given.Therapist);
        Assert.Equal((ExerciseStatus.Stopped, Dose()), (decision.After.Exercises.Single().Status, decision.After.Exercises.Single().Dose));
        given.Event(decision.Events.Single());
        given.When(UseCase, To(ExerciseChange.Stopped), Given.Therapist).ThenNothing();
        given.When(UseCase, To(ExerciseChange.Progressed, d => d.Sets = 4), Given.Therapist).ThenRefused("exercise.lifecycle");
    }

    [Fact]
    public void As_it_is_already_nothing_happens() => PlanWithOrder().Exercise().When(UseCase, To(ExerciseChange.Progressed), Given.Therapist).ThenNothing();

    [Fact]
    public void Of_an_order_that_has_ended_nothing_is_adjusted() =>
        PlanWithOrder().Exercise().Event(new() { TherapyDischarged = new() { TherapyOrderId = OrderId } }).When(UseCase, To(ExerciseChange.Regressed, d => d.Sets = 1), Given.Therapist).ThenRefused("therapy.lifecycle");

    [Fact]
    public void Other_disciplines_adjust_none_of_it()
    {
        PlanWithOrder().Exercise().When(UseCase, To(ExerciseChange.Regressed, d => d.Sets = 1), OccupationalTherapist).ThenForbidden("NOT_OF_THE_DISCIPLINE");
        PlanWithOrder().Exercise().When(UseCase, To(ExerciseChange.Regressed, d => d.Sets = 1), Given.Patient).ThenForbidden("MAY_NOT_PLAN_THERAPY_OR_TREAT_IN_THERAPY");
    }

    [Fact]
    public void It_must_see_another_adjustment_of_the_same_exercise()
    {
        Assert.True(UseCase.MustSee(To(ExerciseChange.Stopped), new() { ExerciseAdjusted = new() { ExerciseId = ExerciseId } }));
        Assert.False(UseCase.MustSee(To(ExerciseChange.Stopped), new() { ExerciseAdjusted = new() { ExerciseId = OtherExerciseId } }));
    }

    [Fact]
    public void Each_change_has_what_belongs_to_it()
    {
        Assert.Equal(["exercise_id", "change", "reason"], Fields.Violated(UseCase, new AdjustExerciseRequest { PlanId = Given.PlanId, RequestId = Given.RequestId }));
        var request = To(ExerciseChange.Progressed);
        request.Dose = null;
        Assert.Equal(["dose"], Fields.Violated(UseCase, request));
        request = To(ExerciseChange.Stopped, limit: Dose());
        request.Dose = Dose();
        Assert.Equal(["dose", "assistant_limit"], Fields.Violated(UseCase, request));
        Assert.Equal(["assistant_limit"], Fields.Violated(UseCase, To(ExerciseChange.AssistantLimitSet)));
        Assert.Equal(["change"], Fields.Violated(UseCase, To(ExerciseChange.Prescribed)));
    }
}
