using CareTeam.Rules.Tests.Rules;
using CareTeam.Server.Therapy;
using static CareTeam.Rules.Tests.Therapy.GivenTherapy;

namespace CareTeam.Rules.Tests.Therapy;

public sealed class HomeProgrammeTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    private static IReadOnlyList<HomeAdherence> Weeks(Given given, DateOnly? today = null) => HomeProgramme.Weeks(given.Plan, given.TheOrder(), today ?? Today);

    [Fact]
    public void Adherence_is_what_was_done_of_what_was_asked_and_at_most_all()
    {
        var given = PlanWithOrder().Exercise(since: "2026-02-09").HomeLogs("2026-02-09", 2).HomeLogs("2026-02-16", 5).HomeLogs("2026-02-23", 9);
        Assert.Equal([(5, 2, 40), (5, 5, 100), (5, 9, 100)], Weeks(given).Select(w => (w.Prescribed, w.Completed, w.Percent)));
    }

    [Fact]
    public void A_week_counts_when_it_is_over()
    {
        var given = PlanWithOrder().Exercise(since: "2026-02-23").HomeLogs("2026-02-23", 3);
        Assert.Empty(Weeks(given, new(2026, 3, 1)));
        Assert.Single(Weeks(given, new(2026, 3, 2)));
    }

    [Fact]
    public void The_week_in_which_an_exercise_began_or_was_stopped_is_not_held_against_it()
    {
        var given = PlanWithOrder().Exercise(since: "2026-02-10")
            .Adjusted(ExerciseChange.Stopped, "2026-02-25");
        Assert.Equal(["2026-02-16"], Weeks(given).Select(w => w.WeekStartDate));
    }

    [Fact]
    public void In_a_week_of_changes_the_least_of_it_was_asked()
    {
        var given = PlanWithOrder().Exercise(since: "2026-02-09")
            .Adjusted(ExerciseChange.Progressed, "2026-02-18", Dose(d => d.HomeSessionsPerWeek = 7));
        Assert.Equal([5, 5, 7], Weeks(given).Select(w => w.Prescribed));
    }

    [Fact]
    public void What_was_changed_on_the_same_day_or_on_the_monday_itself_was_not_asked_before()
    {
        var given = PlanWithOrder().Exercise(Dose(d => d.HomeSessionsPerWeek = 1), since: "2026-02-16")
            .Adjusted(ExerciseChange.Progressed, "2026-02-16", Dose());
        Assert.Equal([5, 5], Weeks(given).Select(w => w.Prescribed));
    }

    [Fact]
    public void A_limit_for_assistants_changes_nothing_of_it()
    {
        var given = PlanWithOrder().Exercise(since: "2026-02-16")
            .Adjusted(ExerciseChange.AssistantLimitSet, "2026-02-18");
        Assert.Equal([5, 5], Weeks(given).Select(w => w.Prescribed));
    }

    [Fact]
    public void Exercises_of_the_order_add_up_and_those_of_another_do_not_count()
    {
        var given = PlanWithOrder().Order(Discipline.OccupationalTherapy, orderId: OtherOrderId)
            .Exercise(since: "2026-02-23").Exercise(Dose(d => d.HomeSessionsPerWeek = 3), since: "2026-02-23", id: OtherExerciseId, orderId: OtherOrderId).HomeLogs("2026-02-23", 4, OtherExerciseId);
        Assert.Equal([(5, 0)], Weeks(given).Select(w => (w.Prescribed, w.Completed)));
    }

    [Fact]
    public void An_order_without_home_exercises_has_no_adherence()
    {
        Assert.Empty(Weeks(PlanWithOrder()));
        Assert.Empty(Weeks(PlanWithOrder().Exercise(Dose(d => d.HomeSessionsPerWeek = 0))));
    }

    // Four asked a week: two are 50 %.
    private static Given Programme(params int[] weeks)
    {
        var given = PlanWithOrder().Exercise(Dose(d => d.HomeSessionsPerWeek = 4));
        for (var i = 0; i < weeks.Length; i++) given.HomeLogs(Dates.Of(Start).AddDays(7 * i).Iso(), weeks[i]);
        return given;
    }

    [Theory, RuleMet("therapy.home-adherence")]
    [InlineData(2, 2)]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    public void Half_of_it_or_only_one_week_of_less_asks_for_nobody(int first, int second) =>
        Assert.Empty(Programme(first, second, 4, 4, 4, 4, 4, 4).Told("therapy.home-adherence", "2026-03-02"));

    [Fact, RuleNotMet("therapy.home-adherence")]
    public void Two_weeks_of_less_ask_for_the_team_on_the_monday_after()
    {
        var given = Programme(1, 1, 4, 4, 4, 4, 4, 4);
        Assert.Empty(given.Told("therapy.home-adherence", "2026-01-18"));
        foreach (var today in new[] { "2026-01-19", "2026-03-02" })
        {
            var due = Assert.Single(given.Told("therapy.home-adherence", today));
            Assert.Equal((OrderId, "2026-01-05", "2026-01-19", "2026-01-26", null, Discipline.Unspecified), (due.SubjectId, due.Occurrence, due.NoticeDay.Iso(), due.Day.Iso(), due.Assignee, due.Discipline));
        }
    }

    [Theory]
    [InlineData("2026-01-11", "2026-01-05", "2026-01-19")]
    [InlineData("2026-01-12", "2026-01-05", "2026-01-19")]
    public void The_clocks_are_told_to_look_on_the_monday_also_before(string today, string first, string monday)
    {
        var due = Programme(1, 1, 4, 4, 4, 4, 4, 4).Dues("therapy.home-adherence", today).Single(d => d.Occurrence == first);
        Assert.Equal(monday, due.NoticeDay.Iso());
    }

    [Theory]
    [InlineData(2, "2026-03-23")]
    [InlineData(3, "2026-03-30")]
    public void Of_who_stops_logging_nothing_but_time_passes_until_it_is_due(int weeks, string monday)
    {
        var rules = SiteRules.With($"[{{'id': 'therapy.home-adherence', 'parameters': {{'weeks': {weeks}}}}}, {{'id': 'therapy.re-evaluation', 'severity': 'off'}}]");
        var calendar = new Server.Clocks.DueCalendar([new TherapyDues()], rules);
        var given = Programme(4, 4, 4, 4, 4, 4, 4, 4, 4).Certified("2026-01-10", interval: 365, end: "2026-12-31");
        for (var day = new DateOnly(2026, 3, 2); day < Dates.Of(monday); day = day.AddDays(1))
        {
            Assert.Equal(Dates.Of(monday), calendar.NextDay(given.Plan, day));
            Assert.Empty(calendar.Tell(given.Plan, day));
        }
        Assert.Equal("therapy.home-adherence", calendar.Tell(given.Plan, Dates.Of(monday)).First().DueRaised.Due.Kind);
    }

    [Theory]
    [InlineData(TaskStatus.Requested, true)]
    [InlineData(TaskStatus.Declined, true)]
    [InlineData(TaskStatus.Completed, false)]
    [InlineData(TaskStatus.Cancelled, false)]
    public void It_is_done_when_the_task_made_of_it_is_closed(TaskStatus status, bool isDue)
    {
        var given = Programme(1, 1, 4, 4, 4, 4, 4, 4);
        var due = given.Told("therapy.home-adherence", "2026-03-02").Single();
        given.Event(new() { TaskAdded = new() { Task = new() { TaskId = Server.Clocks.DueCalendar.TaskId(given.Plan, due.Key), DueKind = due.Kind, Status = status, Requester = Given.Lead } } });
        Assert.Equal(isDue, given.Told("therapy.home-adherence", "2026-03-02").Count == 1);
    }

    [Fact]
    public void A_long_run_of_little_is_told_once_and_another_run_again() =>
        Assert.Equal(["2026-01-05", "2026-02-09"], Programme(0, 1, 1, 0, 4, 1, 1, 1).Told("therapy.home-adherence", "2026-03-02").Select(d => d.Occurrence));

    [Fact]
    public void A_site_may_look_at_three_weeks() => Assert.Equal(
        "2026-01-26",
        Programme(1, 1, 1, 4, 4, 4, 4, 4).Told("therapy.home-adherence", "2026-03-02", SiteRules.With("[{'id': 'therapy.home-adherence', 'parameters': {'weeks': 3}}]")).Single().NoticeDay.Iso());

    [Fact]
    public void A_week_without_a_programme_parts_two_runs()
    {
        var given = PlanWithOrder().Exercise(since: Start)
            .Adjusted(ExerciseChange.Stopped, "2026-01-12")
            .Exercise(since: "2026-01-26", id: OtherExerciseId);
        Assert.Equal(["2026-01-26"], given.Told("therapy.home-adherence", "2026-02-10").Select(d => d.Occurrence));
    }
}
