using CareTeam.Rules.Tests.Rules;
using CareTeam.Server.Therapy;
using static CareTeam.Rules.Tests.Therapy.GivenTherapy;

namespace CareTeam.Rules.Tests.Therapy;

public sealed class CorrectedSessionsTests
{
    private const string Mistaken = "0190c0de-0000-7000-8000-000000000201", Right = "0190c0de-0000-7000-8000-000000000202", Third = "0190c0de-0000-7000-8000-000000000203", Fourth = "0190c0de-0000-7000-8000-000000000204";

    private static readonly RecordSession UseCase = new(Table, Scope);

    private static RecordSessionRequest On(string day, string id = Mistaken, string corrects = "", Action<RecordSessionRequest>? with = null)
    {
        var request = new RecordSessionRequest
        {
            PlanId = Given.PlanId,
            RequestId = Given.RequestId,
            SessionId = id,
            TherapyOrderId = OrderId,
            SessionDate = day,
            Attendance = SessionAttendance.Attended,
            Purpose = SessionPurpose.Treatment,
            SupersedesSessionId = corrects,
            CorrectionReason = corrects.Length > 0 ? "Another day." : "",
        };
        with?.Invoke(request);
        return request;
    }

    private static void Missed(RecordSessionRequest request) => (request.Attendance, request.AttendanceReason) = (SessionAttendance.Missed, "Did not come.");

    private static Given Done(Given given, RecordSessionRequest request, Person? by = null)
    {
        var decision = given.When(UseCase, request, by ?? Given.Therapist);
        Assert.Null(decision.Refusal);
        foreach (var e in decision.Events) given.Event(e.Clone());
        return given;
    }

    /// <summary>Treated on the first day of the order, by the therapist.</summary>
    private static Given Treated(Given? given = null, string day = Start) => Done(given ?? PlanWithOrder(), On(day));

    private static IEnumerable<string> Days(Given given) => Server.Therapy.TreatmentDays.Of(given.Plan, given.TheOrder()).Select(d => d.Iso());

    private static RecordSessionRequest Correct(string day, Action<RecordSessionRequest>? with = null) => On(day, Right, Mistaken, with);

    [Fact]
    public void A_session_of_another_day_moves_the_treatment_day_and_the_clocks_with_it()
    {
        var given = Done(Treated(), Correct("2026-02-02"));
        Assert.Equal(["2026-02-02"], Days(given));
        Assert.Equal(new DateOnly(2026, 3, 4), CertificationClock.Of(Table, given.Plan, given.TheOrder(), new(2026, 3, 2))!.InitialDueBy);
        Assert.Equal([(Mistaken, Right), (Right, "")], given.Plan.Sessions.Select(s => (s.SessionId, s.SupersededBySessionId)));
        Assert.Equal(("Another day.", Mistaken, Given.Now), (given.Plan.Sessions[1].CorrectionReason, given.Plan.Sessions[1].SupersedesSessionId, given.Plan.Sessions[1].RecordedAt));
    }

    [Fact]
    public void A_no_show_that_was_recorded_as_attended_is_no_treatment_day_and_gives_its_occurrence_back()
    {
        var given = Treated();
        var (due, done) = (given.Plan.Tasks.Single().DueDate, given.Plan.Tasks.Single().OccurrencesCompleted);
        Done(given, Correct(Start, Missed));
        Assert.Empty(Days(given));
        Assert.Equal((1, 0), (done, given.Plan.Tasks.Single().OccurrencesCompleted));
        Assert.Equal(due, given.Plan.Tasks.Single().DueDate);
    }

    [Fact]
    public void The_last_session_of_a_series_gives_it_back_too()
    {
        var given = Treated(PlanWithOrder(with: p => (p.SessionsPerWeek, p.Weeks) = (1, 1)));
        Assert.Equal(TaskStatus.Completed, given.Plan.Tasks.Single().Status);
        Done(given, Correct(Start, Missed));
        Assert.Equal((TaskStatus.Accepted, 0), (given.Plan.Tasks.Single().Status, given.Plan.Tasks.Single().OccurrencesCompleted));
    }

    /// <summary>It is the first treatment day, and no session of the order.</summary>
    [Fact]
    public void The_evaluation_of_a_day_does_no_occurrence_and_hides_none()
    {
        static Given Evaluated() => Plan().Session(Start, s => (s.SessionId, s.TherapyOrderId, s.Purpose) = (EvaluationId, "", SessionPurpose.Evaluation)).Order(evaluation: EvaluationId);
        var sameDay = Done(Treated(Evaluated()), Correct(Start, r => r.TimedMinutes = 45));
        Assert.Equal(1, sameDay.Plan.Tasks.Single().OccurrencesCompleted);
        Assert.Equal(1, Done(sameDay, On(Start, Third, Right, r => r.TimedMinutes = 40)).Plan.Tasks.Single().OccurrencesCompleted);
        Assert.Equal(1, Done(Treated(Evaluated(), "2026-01-07"), Correct(Start)).Plan.Tasks.Single().OccurrencesCompleted);
        Assert.Equal(0, Done(Treated(Evaluated(), "2026-01-07"), Correct("2026-01-07", Missed)).Plan.Tasks.Single().OccurrencesCompleted);
    }

    [Fact]
    public void What_was_missed_by_mistake_does_its_occurrence()
    {
        var given = Done(Done(PlanWithOrder(), On(Start, with: Missed)), Correct(Start), Given.Lead);
        Assert.Equal([Start], Days(given));
        Assert.Equal((1, Given.Lead), (given.Plan.Tasks.Single().OccurrencesCompleted, given.Plan.Sessions[1].TreatedBy));
    }

    [Fact]
    public void Another_day_is_no_other_occurrence_but_the_next_one_is_later()
    {
        var given = Treated();
        Done(given, Correct("2026-01-12"));
        Assert.Equal((1, "2026-01-14"), (given.Plan.Tasks.Single().OccurrencesCompleted, given.Plan.Tasks.Single().DueDate));
    }

    /// <summary>Its week was taken away by the first correction, and must not be missed by the second.</summary>
    [Fact]
    public void A_correction_to_nothing_done_is_corrected_once_more()
    {
        void Walked(RecordSessionRequest request, double amount) => request.Activities.Add(new ActivityDone { ActivityQuotaId = QuotaId, Amount = amount });
        var given = Done(PlanWithOrder().Quota(GradedActivity.WalkingTime, 100), On(Start, with: r => Walked(r, 25)));
        Assert.Equal(25, given.Plan.ActivityQuotas.Single().Weeks.Single().Amount);
        Done(given, Correct(Start, r => Walked(r, 0)));
        Assert.Empty(given.Plan.ActivityQuotas.Single().Weeks);
        Done(given, On(Start, Third, Right));
        Assert.Empty(given.Plan.ActivityQuotas.Single().Weeks);
    }

    [Fact]
    public void Who_leads_the_plan_corrects_it_and_has_not_treated()
    {
        var session = Treated().When(UseCase, Correct("2026-01-06"), Given.Lead).After.Sessions[^1];
        Assert.Equal((Given.Therapist, Given.Lead), (session.TreatedBy, session.RecordedBy));
    }

    [Fact]
    public void Others_do_not_and_nobody_corrects_it_twice()
    {
        Treated().When(UseCase, Correct("2026-01-06"), Given.OtherTherapist).ThenRefused("session.corrected-by-author");
        Done(Treated(), Correct("2026-01-06")).When(UseCase, On("2026-01-07", Third, Mistaken), Given.Therapist).ThenRefused("session.corrected-once");
        Treated().When(UseCase, On("2026-01-07", Third, Given.NoteId), Given.Therapist).ThenNotFound();
        Assert.Equal(["correction_reason"], Fields.Violated(UseCase, On(Start, Right, Mistaken, r => r.CorrectionReason = "")));
        Assert.Null(Done(Treated(), Correct("2026-01-06"), Given.Lead).When(UseCase, On("2026-01-07", Third, Right), Given.Therapist).Refusal);
    }

    [Fact]
    public void The_rules_are_asked_as_if_the_mistake_had_never_been()
    {
        var given = Treated(PlanWithOrder());
        foreach (var day in new[] { "06", "07", "08", "09", "12", "13", "14", "15", "16" }) given.Session($"2026-01-{day}");
        Assert.Empty(given.When(UseCase, Correct("2026-01-19"), Given.Therapist).After.Sessions[^1].Findings);
        given.When(UseCase, On("2026-01-19", Third), Given.Therapist).ThenRefused("therapy.progress-report");
    }

    [Theory]
    [InlineData(GradedActivity.WalkingTime, 100)]
    [InlineData(GradedActivity.SittingTolerance, 60)]
    public void A_weeks_quota_is_counted_anew_from_home_and_the_sessions_that_hold(GradedActivity activity, double expected)
    {
        var given = PlanWithOrder().Quota(activity, 500).Done(40);
        Done(given, On(Start, with: r => r.Activities.Add(new ActivityDone { ActivityQuotaId = QuotaId, Amount = 600 })));
        Done(given, Correct(Start, r => r.Activities.Add(new ActivityDone { ActivityQuotaId = QuotaId, Amount = 60 })));
        Assert.Equal(expected, given.Plan.ActivityQuotas.Single().Weeks.Single().Amount);
    }

    [Fact]
    public void A_week_in_which_only_the_mistake_did_anything_is_left_out()
    {
        var given = Done(PlanWithOrder().Quota(GradedActivity.WalkingTime, 500), On(Start, with: r => r.Activities.Add(new ActivityDone { ActivityQuotaId = QuotaId, Amount = 600 })));
        Assert.Empty(Done(given, Correct(Start, Missed)).Plan.ActivityQuotas.Single().Weeks);
    }

    [Fact]
    public void A_re_evaluation_that_was_none_leaves_the_next_due_when_it_was()
    {
        var given = Done(PlanWithOrder(), On(Start, with: r => (r.Purpose, r.NextReevaluationDate) = (SessionPurpose.ReEvaluation, "2026-06-01")));
        Assert.Equal("2026-06-01", given.TheOrder().Prescription.ReevaluationDate);
        Assert.Equal("2026-04-01", Done(given, Correct(Start)).TheOrder().Prescription.ReevaluationDate);
    }

    private static void Again(RecordSessionRequest request) => request.Purpose = SessionPurpose.ReEvaluation;

    private static string Next(Given given) => given.TheOrder().Prescription.ReevaluationDate;

    /// <summary>By the order on 2026-02-04; evaluated again on 2026-02-02.</summary>
    private static Given EvaluatedAgain() => Done(PlanWithOrder(with: p => p.ReevaluationDate = "2026-02-04"), On("2026-02-02", with: Again));

    [Fact]
    public void Two_re_evaluations_that_were_none_leave_the_day_of_the_order()
    {
        var given = Done(EvaluatedAgain(), On("2026-03-02", Third, with: Again));
        Assert.Equal("2026-04-01", Next(given));
        Assert.Equal("2026-04-01", Next(Done(given, Correct("2026-02-02"))));
        Assert.Equal("2026-02-04", Next(Done(given, On("2026-03-02", Fourth, Third))));
    }

    [Fact]
    public void A_re_evaluation_that_is_corrected_as_one_stands_where_it_stood()
    {
        static Given Corrected() => Done(Done(EvaluatedAgain(), On("2026-03-02", Third, with: Again)), Correct("2026-02-02", r => (r.Purpose, r.TimedMinutes) = (SessionPurpose.ReEvaluation, 30)));
        var given = Corrected();
        Assert.Equal("2026-04-01", Next(given));
        Assert.Equal("2026-03-04", Next(Done(given, On("2026-03-02", Fourth, Third))));
        Assert.Equal("2026-02-04", Next(Done(given, On("2026-02-02", Given.NoteId, Right))));
        given = Done(Corrected(), On("2026-02-02", Given.NoteId, Right));
        Assert.Equal("2026-04-01", Next(given));
        Assert.Equal("2026-02-04", Next(Done(given, On("2026-03-02", Fourth, Third))));
    }

    [Fact]
    public void A_day_that_was_named_since_stays_unless_the_correction_names_another()
    {
        static Given Revised()
        {
            var given = EvaluatedAgain();
            var prescription = given.TheOrder().Prescription.Clone();
            prescription.ReevaluationDate = "2026-02-20";
            return given.Event(new() { TherapyOrderRevised = new() { TherapyOrderId = OrderId, Prescription = prescription, EndDate = given.TheOrder().EndDate, TaskId = SeriesId } });
        }
        var given = Done(Revised(), Correct("2026-02-02", r => (r.Purpose, r.TimedMinutes) = (SessionPurpose.ReEvaluation, 30)));
        Assert.Equal("2026-02-20", Next(given));
        Assert.Equal("2026-02-20", Next(Done(given, On("2026-02-02", Third, Right, Again))));
        Assert.Equal("2026-03-10", Next(Done(Revised(), Correct("2026-02-02", r => (r.Purpose, r.NextReevaluationDate) = (SessionPurpose.ReEvaluation, "2026-03-10")))));
        Assert.Equal("2026-03-03", Next(Done(EvaluatedAgain(), Correct("2026-02-01", Again))));
    }

    [Fact]
    public void The_session_of_an_assistant_who_has_left_is_corrected_under_whom_it_took_place()
    {
        var given = Done(PlanWithOrder(), On("2026-02-10"), Assistant).Event(new() { MembershipEnded = new() { PersonId = Assistant.PersonId, Until = Given.Now, Reason = "Moved." } });
        var session = given.When(UseCase, Correct("2026-02-11"), Given.Lead).After.Sessions[^1];
        Assert.Equal(("2026-02-11", Assistant, Given.Therapist), (session.SessionDate, session.TreatedBy, session.SupervisedBy));
        given.When(UseCase, Correct("2026-02-11", r => r.SupervisingPersonId = Given.OtherTherapist.PersonId), Given.Lead).ThenRefused("assistant.supervised");
    }

    [Fact]
    public void What_was_observed_comes_back_when_a_correction_shows_it_again_until_somebody_has_looked()
    {
        var calendar = new Server.Clocks.DueCalendar([new TherapyDues()], Table);
        void Clocks(Given given)
        {
            foreach (var told in calendar.Tell(given.Plan, Dates.Of("2026-01-19")).ToList()) given.Event(told);
        }
        static Action<RecordSessionRequest> Walked(double metres) => r => r.Activities.Add(new ActivityDone { ActivityQuotaId = QuotaId, Amount = metres });
        static IEnumerable<TaskStatus> Looks(Given given) => given.Plan.Tasks.Where(t => t.DueKind == "therapy.regression").Select(t => t.Status);
        var given = Done(PlanWithOrder().Quota(GradedActivity.WalkingDistance, 2000).Done(1000), On("2026-01-12", with: Walked(600)));
        Clocks(given);
        Clocks(Done(given, Correct("2026-01-12", Walked(950))));
        Assert.Equal([TaskStatus.Cancelled], Looks(given));
        Clocks(Done(given, On("2026-01-12", Third, Right, Walked(600))));
        Assert.Equal([TaskStatus.Cancelled, TaskStatus.Requested], Looks(given));
        given.Event(new() { TaskCancelled = new() { TaskId = given.Plan.Tasks[^1].TaskId, Reason = "He had a cold." } });
        Clocks(given);
        Clocks(Done(given, On("2026-01-12", Fourth, Third, Walked(610))));
        Assert.Equal([TaskStatus.Cancelled, TaskStatus.Cancelled], Looks(given));
        Assert.DoesNotContain(given.Plan.Dues, d => d.Kind == "therapy.regression");
    }

    [Fact]
    public void An_order_rests_on_what_takes_the_place_of_its_evaluation()
    {
        static void Evaluation(RecordSessionRequest r) => (r.TherapyOrderId, r.Purpose) = ("", SessionPurpose.Evaluation);
        var given = Done(Plan(), On("2026-01-02", with: Evaluation)).Order(evaluation: Mistaken);
        Assert.Equal(["2026-01-02"], Days(given));
        var decision = given.When(UseCase, Correct("2026-02-02", Evaluation), Given.Therapist);
        Assert.Equal("The order is based on this evaluation.", decision.After.Sessions[^1].Findings.Single().Text);
        foreach (var e in decision.Events) given.Event(e);
        Assert.Equal(["2026-02-02"], Days(given));
    }

    [Fact]
    public void The_care_that_it_documented_is_documented_no_more() =>
        Assert.Equal(new DateOnly(2026, 2, 2), Server.Diagnostics.DocumentedCare.Since(Table, Done(Treated(), Correct("2026-02-02")).Plan, stated: null));

    [Fact, RuleNotMet("therapy.corrected-after-signature")]
    public void What_was_signed_with_it_stays_and_the_correction_says_so()
    {
        var given = Treated(PlanWithOrder()).Certified("2026-01-10").Report("2026-01-05");
        var found = given.When(UseCase, Correct("2026-01-06"), Given.Therapist).After.Sessions[^1].Findings.Single(f => f.RuleId == "therapy.corrected-after-signature");
        Assert.Equal("The progress report up to 2026-01-05 was completed with this session in it. The order was certified with this session in it.", found.Text);
        var note = Done(PlanWithOrder().Note(Given.Therapist), On(Start, with: r => r.NoteId = Given.NoteId))
            .Event(new() { NoteCosigned = new() { NoteId = Given.NoteId, Cosignature = new() { Signer = Given.OtherTherapist, SignedAt = Given.Now } } });
        Assert.Contains("co-signed", note.When(UseCase, Correct("2026-01-06"), Given.Therapist).After.Sessions[^1].Findings.Single().Text, StringComparison.Ordinal);
    }

    [Fact, RuleMet("therapy.corrected-after-signature")]
    public void Where_nothing_was_signed_nothing_is_said() => Assert.Empty(Treated().When(UseCase, Correct("2026-01-06"), Given.Therapist).After.Sessions[^1].Findings);

    [Fact]
    public void What_was_overridden_stands_on_each_correction()
    {
        var given = Done(PlanWithOrder(), On("2026-01-04", with: r => r.Overrides.Add(Override("therapy.plan-before-treatment"))));
        var last = Done(Done(given, On("2026-01-04", Right, Mistaken)), On("2026-01-04", Third, Right)).Plan;
        Assert.Equal((Third, Given.Therapist), (last.Sessions[^1].SessionId, last.Sessions[^1].Findings.Single(f => f.RuleId == "therapy.plan-before-treatment").Override.By));
        Assert.Single(last.RuleOverrides);
    }
}
