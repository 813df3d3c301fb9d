using CareTeam.Server.Therapy;
using static CareTeam.Rules.Tests.Therapy.GivenTherapy;

namespace CareTeam.Rules.Tests.Therapy;

public sealed class LogHomeExerciseTests
{
    private static readonly LogHomeExercise UseCase = new(Table);

    private static LogHomeExerciseRequest Log(Action<LogHomeExerciseRequest>? with = null)
    {
        var request = new LogHomeExerciseRequest { PlanId = Given.PlanId, RequestId = Given.RequestId };
        with?.Invoke(request);
        return request;
    }

    [Fact]
    public void The_patient_logs_all_of_the_programme_in_one_entry()
    {
        var given = PlanWithOrder().Exercise().Exercise(id: OtherExerciseId);
        var after = given.When(UseCase, Log(), Given.Patient).After;
        var week = after.HomeWeeks.Single();
        Assert.Equal(("2026-03-02", 1), (week.WeekStartDate, week.Logs));
        Assert.Equal([(ExerciseId, 1), (OtherExerciseId, 1)], week.Counts.Select(c => (c.ExerciseId, c.Completed)));
        Assert.Equal(1, UseCase.Reply(after, Log()).LogsOfWeek);
    }

    [Fact]
    public void Entries_of_a_week_add_up_and_a_late_one_takes_its_place()
    {
        var given = PlanWithOrder().Exercise().HomeLogs("2026-02-16", 2).HomeLogs("2026-03-02", 1);
        var after = given.When(UseCase, Log(r => r.LogDate = "2026-02-25"), Given.Patient).After;
        Assert.Equal(["2026-02-16", "2026-02-23", "2026-03-02"], after.HomeWeeks.Select(w => w.WeekStartDate));
        var third = given.When(UseCase, Log(r => r.LogDate = "2026-02-22"), Given.Patient).After;
        Assert.Equal((3, 3), (third.HomeWeeks[0].Logs, third.HomeWeeks[0].Counts.Single().Completed));
        Assert.Equal(3, UseCase.Reply(third, Log(r => r.LogDate = "2026-02-22")).LogsOfWeek);
    }

    [Fact]
    public void The_plan_keeps_no_words_of_it()
    {
        var decision = PlanWithOrder().Exercise().When(UseCase, Log(r => (r.Comment, r.PainBefore, r.PainAfter, r.Rpe) = ("Stiff at first.", 3, 2, 12)), Given.Patient);
        Assert.DoesNotContain("Stiff", decision.After.ToString(), StringComparison.Ordinal);
        Assert.Equal(("Stiff at first.", 3, 2, 12), (decision.Events[0].HomeExerciseLogged.Comment, decision.Events[0].HomeExerciseLogged.PainBefore, decision.Events[0].HomeExerciseLogged.PainAfter, decision.Events[0].HomeExerciseLogged.Rpe));
    }

    [Fact]
    public void A_part_of_it_is_logged_by_name_also_of_what_was_stopped_since()
    {
        var given = PlanWithOrder().Exercise().Exercise(id: OtherExerciseId).Event(new() { ExerciseAdjusted = new() { ExerciseId = OtherExerciseId, Change = ExerciseChange.Stopped } });
        Assert.Equal([OtherExerciseId], given.When(UseCase, Log(r => r.ExerciseIds.Add(OtherExerciseId)), Given.Patient).Events[0].HomeExerciseLogged.ExerciseIds);
        Assert.Equal([ExerciseId], given.When(UseCase, Log(), Given.Patient).Events[0].HomeExerciseLogged.ExerciseIds);
    }

    [Fact]
    public void What_is_not_for_home_and_what_is_not_there_is_not_logged()
    {
        var given = PlanWithOrder().Exercise(Dose(d => d.HomeSessionsPerWeek = 0));
        given.When(UseCase, Log(r => r.ExerciseIds.Add(ExerciseId)), Given.Patient).ThenRefused("home-exercise.prescribed");
        given.When(UseCase, Log(), Given.Patient).ThenRefused("home-exercise.prescribed");
        given.When(UseCase, Log(r => r.ExerciseIds.Add(OtherExerciseId)), Given.Patient).ThenNotFound();
        given.When(UseCase, Log(r => r.Activities.Add(new ActivityDone { ActivityQuotaId = QuotaId, Amount = 1 })), Given.Patient).ThenNotFound();
    }

    [Fact]
    public void A_walk_is_logged_without_any_exercise()
    {
        var after = PlanWithOrder().Quota(GradedActivity.WalkingTime, 90).When(UseCase, Log(r => r.Activities.Add(new ActivityDone { ActivityQuotaId = QuotaId, Amount = 30 })), Given.Patient).After;
        Assert.Equal(new QuotaWeek { WeekStartDate = "2026-03-02", Amount = 30, HomeAmount = 30 }, after.ActivityQuotas.Single().Weeks.Single());
    }

    [Fact]
    public void It_is_not_of_the_future() => PlanWithOrder().Exercise().When(UseCase, Log(r => r.LogDate = "2026-03-03"), Given.Patient).ThenInvalid("log_date");

    [Fact]
    public void Who_is_not_in_the_home_programme_logs_nothing()
    {
        Assert.NotEmpty(PlanWithOrder().Exercise().When(UseCase, Log(), Assistant).Events);
        PlanWithOrder().Exercise().When(UseCase, Log(), Given.Lead).ThenForbidden("MAY_NOT_LOG_HOME_EXERCISE");
        PlanWithOrder().Exercise().When(UseCase, Log(), Given.Psychologist).ThenForbidden("MAY_NOT_LOG_HOME_EXERCISE");
    }

    [Fact]
    public void Its_numbers_are_on_their_scales()
    {
        Assert.Empty(Fields.Violated(UseCase, Log()));
        Assert.Equal(["pain_after", "rpe"], Fields.Violated(UseCase, Log(r => (r.PainAfter, r.Rpe) = (11, 3))));
        Assert.Equal(["exercise_ids"], Fields.Violated(UseCase, Log(r => r.ExerciseIds.Add([ExerciseId, ExerciseId]))));
    }
}
