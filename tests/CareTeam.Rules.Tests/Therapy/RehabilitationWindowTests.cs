using CareTeam.Rules.Tests.Procedures;
using CareTeam.Rules.Tests.Rules;
using CareTeam.Server.Therapy;
using static CareTeam.Rules.Tests.Therapy.GivenTherapy;

namespace CareTeam.Rules.Tests.Therapy;

public sealed class RehabilitationWindowTests
{
    private const string Injected = "2026-02-02";

    private static RehabilitationWindow Window(Given given) => given.Plan.RehabilitationWindows.Single();

    [Fact]
    public void An_injection_opens_a_window_with_what_is_due_in_it()
    {
        var window = Window(Plan().Injection(Injected));
        Assert.Equal((ProcedureId, Injected, "2026-02-16", "2026-04-27"), (window.ProcedureId, window.OpenedDate, window.FirstVisitByDate, window.ThroughDate));
        Assert.Equal([(2, "2026-02-16"), (6, "2026-03-16"), (12, "2026-04-27")], window.Reassessments.Select(r => (r.Week, r.ReassessDate)));
        Assert.All(window.Reassessments, r => Assert.Equal(["nprs", "odi"], r.Instruments));
    }

    [Fact]
    public void Recording_a_procedure_that_treated_opens_it_and_one_that_was_stopped_does_not()
    {
        var treated = Given.ActivePlan().Scheduled(ProcedureStory.Epidural()).WhenRecorded(ProcedureStory.Record()).After;
        Assert.Equal((treated.Procedures.Single().ProcedureId, "2026-03-02"), (treated.RehabilitationWindows.Single().ProcedureId, treated.RehabilitationWindows.Single().OpenedDate));
        var stopped = ProcedureStory.Record();
        stopped.StoppedReason = "Vasovagal before anything was given.";
        Assert.Empty(Given.ActivePlan().Scheduled(ProcedureStory.Epidural()).WhenRecorded(stopped).After.RehabilitationWindows);
    }

    [Fact]
    public void It_opens_on_the_day_of_the_procedure_also_when_that_is_recorded_late()
    {
        var late = ProcedureStory.Record();
        late.PerformedDate = "2026-02-20";
        var events = Given.ActivePlan().Scheduled(ProcedureStory.Epidural()).WhenRecorded(late).Events;
        Assert.Equal(events.Single(e => e.ProcedureRecorded is not null).OccurredAt, events.Single(e => e.RehabilitationWindowOpened is not null).OccurredAt);
    }

    [Fact]
    public void Where_both_rules_are_off_it_opens_none_and_by_one_rule_what_that_says()
    {
        var off = SiteRules.With("[{'id': 'rehabilitation-window.first-visit', 'severity': 'off'}, {'id': 'rehabilitation-window.reassessment', 'severity': 'off'}]");
        Assert.Empty(RehabilitationWindows.Opened(off, Plan().Plan, ProcedureId, new(2026, 2, 2)));
        var visit = SiteRules.With("[{'id': 'rehabilitation-window.reassessment', 'severity': 'off'}, {'id': 'rehabilitation-window.first-visit', 'parameters': {'days': 7}}]");
        var window = RehabilitationWindows.Opened(visit, Plan().Plan, ProcedureId, new(2026, 2, 2)).Single().RehabilitationWindowOpened.Window;
        Assert.Equal(("2026-02-09", 0, "2026-02-09"), (window.FirstVisitByDate, window.Reassessments.Count, window.ThroughDate));
        var weeks = SiteRules.With("[{'id': 'rehabilitation-window.first-visit', 'severity': 'off'}, {'id': 'rehabilitation-window.reassessment', 'parameters': {'weeks': [8, 4, 4]}}]");
        Assert.Equal([4, 8], RehabilitationWindows.Opened(weeks, Plan().Plan, ProcedureId, new(2026, 2, 2)).Single().RehabilitationWindowOpened.Window.Reassessments.Select(r => r.Week));
    }

    [Fact]
    public void Attended_sessions_from_its_first_to_its_last_day_fall_into_it()
    {
        var given = PlanWithOrder().Injection(Injected).Session("2026-02-01").Session(Injected).Session("2026-04-27").Session("2026-04-28")
            .Session("2026-02-10", s => s.Attendance = SessionAttendance.Missed).Session("2026-02-11", s => s.Discipline = Discipline.Psychology);
        var progress = TherapyProgress.Of(given.Plan, Table, new(2026, 3, 2)).Windows.Single();
        Assert.Equal(given.Plan.Sessions.Skip(1).Take(2).Select(s => s.SessionId), progress.SessionIds);
    }

    [Fact, RuleNotMet("rehabilitation-window.first-visit")]
    public void Without_a_visit_one_is_to_be_booked_and_is_due_by_the_fourteenth_day()
    {
        var due = Assert.Single(Plan().Injection(Injected).Dues("rehabilitation-window.first-visit", Injected));
        Assert.Equal(("visit", "2026-02-09", "2026-02-16", Discipline.PhysicalTherapy), (due.Occurrence, due.NoticeDay.Iso(), due.Day.Iso(), due.Discipline));
        Assert.Single(Plan().Injection(Injected).Dues("rehabilitation-window.first-visit", "2026-04-27"));
        Assert.Empty(Plan().Injection(Injected).Dues("rehabilitation-window.first-visit", "2026-04-28"));
    }

    [Fact, RuleMet("rehabilitation-window.first-visit")]
    public void A_visit_in_the_window_is_one() => Assert.Empty(PlanWithOrder().Injection(Injected).Session(Injected).Dues("rehabilitation-window.first-visit", "2026-03-02"));

    [Theory]
    [InlineData("2026-02-16", "2026-02-02", true)]
    [InlineData("2026-02-16", "2026-02-16", true)]
    [InlineData("2026-02-17", "2026-02-02", false)]
    [InlineData("2026-02-01", "2026-02-02", false)]
    [InlineData("2026-02-16", "2026-02-17", false)]
    public void A_treatment_that_is_booked_for_a_day_in_time_to_come_is_enough(string booked, string today, bool enough)
    {
        var given = PlanWithOrder().Event(new() { TaskRescheduled = new() { TaskId = SeriesId, DueDate = booked } }).Injection(Injected);
        Assert.Equal(enough, given.Dues("rehabilitation-window.first-visit", today).Count == 0);
    }

    [Fact]
    public void A_visit_that_was_booked_and_not_kept_is_to_be_booked_again()
    {
        var given = PlanWithOrder(with: p => p.StartDate = "2026-03-02").Injection(Injected);
        Clocks(given, "2026-02-09");
        var asked = given.Plan.Tasks.Single(t => t.DueKind == "rehabilitation-window.first-visit");
        given.Event(new() { TaskRescheduled = new() { TaskId = SeriesId, DueDate = "2026-02-10" } });
        Clocks(given, "2026-02-09");
        Assert.Equal(TaskStatus.Completed, given.Plan.Tasks.Single(t => t.TaskId == asked.TaskId).Status);
        Clocks(given, "2026-02-11");
        Assert.Equal([TaskStatus.Completed, TaskStatus.Requested], given.Plan.Tasks.Where(t => t.DueKind == asked.DueKind).Select(t => t.Status));
    }

    private static void Clocks(Given given, string today)
    {
        foreach (var told in new Server.Clocks.DueCalendar([new TherapyDues()], Table).Tell(given.Plan, Dates.Of(today)).ToList()) given.Event(told);
    }

    [Fact]
    public void A_window_that_ends_without_a_visit_and_a_time_that_ends_without_a_measure_are_not_told_as_done()
    {
        var given = Plan().Injection(Injected);
        Clocks(given, "2026-02-09");
        var asked = given.Plan.Tasks.ToDictionary(t => t.DueKind, t => t.TaskId);
        Clocks(given, "2026-03-09");
        var week2 = given.Plan.Tasks.Single(t => t.TaskId == asked["rehabilitation-window.reassessment"]);
        Assert.Equal((TaskStatus.Cancelled, "The time of week 2 is over."), (week2.Status, week2.StatusReason));
        Clocks(given, "2026-04-28");
        var visit = given.Plan.Tasks.Single(t => t.TaskId == asked["rehabilitation-window.first-visit"]);
        Assert.Equal((TaskStatus.Cancelled, "The time after the injection is over without a visit."), (visit.Status, visit.StatusReason));
    }

    [Fact]
    public void A_due_that_the_window_of_a_corrected_day_does_not_have_is_met()
    {
        var rules = SiteRules.With("[{'id': 'rehabilitation-window.reassessment', 'effective': '2026-04-01', 'parameters': {'weeks': [4, 12]}}, {'id': 'rehabilitation-window.first-visit', 'effective': '2026-04-01', 'severity': 'off'}]");
        var calendar = new Server.Clocks.DueCalendar([new TherapyDues()], rules);
        var given = Plan().Injection("2026-03-20", rules: rules);
        foreach (var told in calendar.Tell(given.Plan, new(2026, 3, 27)).ToList()) given.Event(told);
        Assert.Equal(["visit", "week-2"], given.Plan.Dues.Select(d => d.Occurrence).Order());
        given.Injection("2026-04-02", rules: rules);
        var met = calendar.Tell(given.Plan, new(2026, 4, 2)).Where(e => e.DueMet is not null).ToDictionary(e => e.DueMet.Occurrence, e => e.DueMet.NotDoneReason);
        Assert.Equal("The window is another one.", met["week-2"]);
        Assert.Equal("The window is another one.", RehabilitationWindows.EndOf(given.Plan.Dues.Single(d => d.Occurrence == "visit"), given.Plan, Table, new(2026, 4, 2)).WhyNotDone);
    }

    [Fact]
    public void The_clocks_look_when_a_booked_day_a_time_or_the_window_is_over_though_nobody_writes()
    {
        var calendar = new Server.Clocks.DueCalendar([new TherapyDues()], Table);
        var booked = PlanWithOrder(with: p => (p.StartDate, p.ReevaluationDate) = ("2026-03-02", "")).Event(new() { TaskRescheduled = new() { TaskId = SeriesId, DueDate = "2026-02-05" } }).Injection(Injected);
        Assert.Equal(new DateOnly(2026, 2, 6), calendar.NextDay(booked.Plan, new(2026, 2, 3)));
        var given = Plan().Injection(Injected);
        var looks = new List<string>();
        for (var day = calendar.NextDay(given.Plan, Dates.Of(Injected)); day < new DateOnly(2026, 12, 31); day = calendar.NextDay(given.Plan, day))
        {
            looks.Add(day.Iso());
            Clocks(given, day.Iso());
            Assert.NotEqual(DateOnly.MinValue, calendar.NextDay(given.Plan, day));
        }
        // Notice, overdue, the time of week 6, overdue, the time of week 12, the end of the window.
        Assert.Equal(["2026-02-09", "2026-02-17", "2026-03-09", "2026-03-17", "2026-04-20", "2026-04-28"], looks);
    }

    [Fact]
    public void A_booking_that_was_cancelled_or_is_of_another_kind_is_not()
    {
        var cancelled = PlanWithOrder().Event(new() { TaskRescheduled = new() { TaskId = SeriesId, DueDate = "2026-02-10" } }).Event(new() { TaskCancelled = new() { TaskId = SeriesId } }).Injection(Injected);
        Assert.Single(cancelled.Dues("rehabilitation-window.first-visit", Injected));
        var call = Plan().Task(Given.Therapist, t => (t.Kind, t.DueDate) = (TaskKind.FollowUp, "2026-02-10")).Injection(Injected);
        Assert.Single(call.Dues("rehabilitation-window.first-visit", Injected));
    }

    [Fact]
    public void The_therapist_of_the_treatment_is_asked_to_book() =>
        Assert.Equal(Given.Therapist, PlanWithOrder(therapist: Given.Therapist).Injection(Injected).Dues("rehabilitation-window.first-visit", Injected).Single().Assignee);

    [Fact]
    public void Each_injection_has_its_own()
    {
        var given = PlanWithOrder().Injection(Injected).Injection("2026-02-20", Given.NoteId).Session("2026-02-10");
        Assert.Equal(2, given.Plan.RehabilitationWindows.Select(w => w.RehabilitationWindowId).Distinct().Count());
        Assert.Equal("2026-03-06", given.Dues("rehabilitation-window.first-visit", "2026-03-02").Single().Day.Iso());
    }

    [Fact, RuleNotMet("rehabilitation-window.reassessment")]
    public void Each_reassessment_is_due_on_its_day_until_the_time_of_the_next_begins()
    {
        var given = Plan().Injection(Injected);
        Assert.Equal(
            [("week-2", "2026-02-09", "2026-02-16"), ("week-6", "2026-03-09", "2026-03-16"), ("week-12", "2026-04-20", "2026-04-27")],
            given.Dues("rehabilitation-window.reassessment", "2026-03-08").Select(d => (d.Occurrence, d.NoticeDay.Iso(), d.Day.Iso())));
        Assert.Equal(["week-6", "week-12"], given.Dues("rehabilitation-window.reassessment", "2026-03-09").Select(d => d.Occurrence));
        Assert.Equal(["week-12"], given.Dues("rehabilitation-window.reassessment", "2027-01-01").Select(d => d.Occurrence));
    }

    [Theory]
    [InlineData("2026-02-08", false)]
    [InlineData("2026-02-09", true)]
    [InlineData("2026-03-08", true)]
    [InlineData("2026-03-09", false)]
    public void What_is_measured_in_the_time_of_a_reassessment_does_it_and_the_pain_of_a_session_is_such_a_measure(string day, bool done)
    {
        var onlyPain = SiteRules.With("[{'id': 'rehabilitation-window.reassessment', 'parameters': {'instruments': ['nprs']}}]");
        var given = PlanWithOrder().Injection(Injected, rules: onlyPain).Session(day, s => s.PainBefore = 0);
        Assert.Equal(done, given.Dues("rehabilitation-window.reassessment", "2026-02-20", onlyPain).All(d => d.Occurrence != "week-2"));
        Assert.Equal(done, TherapyProgress.Of(given.Plan, onlyPain, new(2026, 2, 20)).Windows.Single().ReassessedWeeks.Contains(2));
    }

    private static Given Measured(Given given, string instrument, string day, bool scored = true)
    {
        var outcome = new OutcomeMeasurement { OutcomeId = Given.NoteId, InstrumentId = instrument, Scores = { new OutcomeScore() } };
        if (scored) outcome.Scores[0].Value = 32;
        return given.Event(new() { OutcomeRecorded = new() { Outcome = outcome }, OccurredAt = EndOf(day) });
    }

    [Fact, RuleMet("rehabilitation-window.reassessment")]
    public void It_takes_both_measures_with_a_score()
    {
        bool Week2IsDue(Given given) => given.Dues("rehabilitation-window.reassessment", "2026-02-20").Any(d => d.Occurrence == "week-2");
        Assert.False(Week2IsDue(Measured(Measured(Plan().Injection(Injected), "odi", "2026-02-16"), "nprs", "2026-02-18")));
        Assert.True(Week2IsDue(Measured(Plan().Injection(Injected), "odi", "2026-02-16")));
        Assert.True(Week2IsDue(Measured(Measured(Plan().Injection(Injected), "odi", "2026-02-16"), "vas100", "2026-02-18")));
        Assert.True(Week2IsDue(Measured(Measured(Plan().Injection(Injected), "odi", "2026-02-16", scored: false), "nprs", "2026-02-18")));
        Assert.True(Week2IsDue(Measured(Measured(Plan().Injection(Injected), "odi", "2026-02-03"), "nprs", "2026-02-18")));
        Assert.False(Week2IsDue(Measured(PlanWithOrder().Injection(Injected).Session("2026-02-12", s => s.PainAfter = 3), "odi", "2026-02-16")));
    }

    [Fact]
    public void Where_the_rule_is_off_none_is_due() =>
        Assert.Empty(Plan().Injection(Injected).Dues("rehabilitation-window.reassessment", "2026-03-02", SiteRules.With("[{'id': 'rehabilitation-window.reassessment', 'severity': 'off'}]")));
}
