using CareTeam.Rules.Tests.Rules;
using CareTeam.Server.Therapy;
using static CareTeam.Rules.Tests.Therapy.GivenTherapy;

namespace CareTeam.Rules.Tests.Therapy;

public sealed class RecordSessionTests
{
    private const string SessionId = "0190c0de-0000-7000-8000-000000000201";
    private static readonly RecordSession UseCase = new(Table, Scope);

    private static RecordSessionRequest On(string day, Action<RecordSessionRequest>? with = null)
    {
        var request = new RecordSessionRequest
        {
            PlanId = Given.PlanId,
            RequestId = Given.RequestId,
            SessionId = SessionId,
            TherapyOrderId = OrderId,
            SessionDate = day,
            Attendance = SessionAttendance.Attended,
            Purpose = SessionPurpose.Treatment,
        };
        with?.Invoke(request);
        return request;
    }

    private static RecordSessionRequest NotAttended(string day, SessionAttendance how = SessionAttendance.Missed) => On(day, r => (r.Attendance, r.AttendanceReason) = (how, "Flat tyre."));

    [Fact]
    public void The_plan_keeps_the_session_and_leaves_its_text_to_the_row()
    {
        var given = PlanWithOrder().Exercise();
        var decision = given.When(UseCase, On("2026-03-02", r =>
        {
            (r.PainBefore, r.PainAfter, r.TimedMinutes, r.UntimedMinutes, r.Response) = (5, 0, 38, 10, "Tolerated well.");
            r.Interventions.Add(Intervention.TherapeuticExercise);
            r.Exercises.Add(new ExerciseDone { ExerciseId = ExerciseId, Sets = 3, Repetitions = 8, Load = Pounds(25), Rpe = 13 });
        }), Given.Therapist);
        var session = decision.After.Sessions.Single();
        Assert.Equal((SessionId, OrderId, Discipline.PhysicalTherapy, Given.Therapist), (session.SessionId, session.TherapyOrderId, session.Discipline, session.TreatedBy));
        Assert.Equal((5, true, 0, 38, 10), (session.PainBefore, session.HasPainAfter, session.PainAfter, session.TimedMinutes, session.UntimedMinutes));
        Assert.DoesNotContain("Tolerated well.", decision.After.ToString(), StringComparison.Ordinal);
        Assert.Equal("Tolerated well.", decision.Events[0].SessionRecorded.Detail.Response);
    }

    [Fact]
    public void It_tells_the_treatment_days_with_this_one()
    {
        var given = PlanWithOrder().TreatmentDays(3).Report("2026-01-06");
        var request = On("2026-01-08");
        var reply = UseCase.Reply(given.When(UseCase, request, Given.Therapist).After, request);
        Assert.Equal((4, 2), (reply.TreatmentDays, reply.TreatmentDaysSinceReport));
    }

    [Fact]
    public void Of_an_evaluation_before_the_order_there_is_nothing_to_count()
    {
        var request = On("2026-03-02", r => (r.TherapyOrderId, r.Purpose) = ("", SessionPurpose.Evaluation));
        var after = Plan().When(UseCase, request, Given.Therapist).After;
        Assert.Equal((Discipline.PhysicalTherapy, 0), (after.Sessions.Single().Discipline, UseCase.Reply(after, request).TreatmentDays));
    }

    [Fact, RuleMet("therapy.plan-before-treatment")]
    public void Treatment_follows_the_order_also_on_its_own_day() => Assert.Empty(PlanWithOrder().When(UseCase, On(Start), Given.Therapist).After.Sessions.Single().Findings);

    [Fact, RuleNotMet("therapy.plan-before-treatment")]
    public void Treatment_without_an_order_or_before_its_day_is_refused_and_a_therapist_may_override()
    {
        Plan().When(UseCase, On("2026-03-02", r => r.TherapyOrderId = ""), Given.Therapist).ThenRefused("therapy.plan-before-treatment");
        PlanWithOrder().When(UseCase, On("2026-01-04"), Given.Therapist).ThenRefused("therapy.plan-before-treatment");
        var overridden = PlanWithOrder().When(UseCase, On("2026-01-04", r => r.Overrides.Add(Override("therapy.plan-before-treatment"))), Given.Therapist).After;
        Assert.Equal($"session/{SessionId}", overridden.RuleOverrides.Single().Subject);
        PlanWithOrder().When(UseCase, On("2026-01-04", r =>
        {
            r.Overrides.Add(Override("therapy.plan-before-treatment"));
            r.SupervisingPersonId = Given.Therapist.PersonId;
        }), Assistant).ThenRefused("therapy.plan-before-treatment");
    }

    [Fact, RuleMet("therapy.progress-report")]
    public void The_tenth_treatment_day_needs_no_report_nor_does_a_second_session_of_that_day()
    {
        Assert.Empty(PlanWithOrder().TreatmentDays(9).When(UseCase, On("2026-01-16"), Given.Therapist).After.Sessions[^1].Findings);
        Assert.Empty(PlanWithOrder().TreatmentDays(10).When(UseCase, On("2026-01-16"), Given.Therapist).After.Sessions[^1].Findings);
    }

    [Fact, RuleNotMet("therapy.progress-report")]
    public void The_eleventh_is_refused_without_one_and_a_therapist_may_override_and_an_assistant_may_not()
    {
        var given = PlanWithOrder().TreatmentDays(10);
        given.When(UseCase, On("2026-01-19"), Given.Therapist).ThenRefused("therapy.progress-report");
        var overriding = On("2026-01-19", r => r.Overrides.Add(Override("therapy.progress-report")));
        Assert.Equal("therapy.progress-report", given.When(UseCase, overriding, Given.Therapist).After.Sessions[^1].Findings.Single().RuleId);
        overriding.SupervisingPersonId = Given.Therapist.PersonId;
        given.When(UseCase, overriding, Assistant).ThenRefused("therapy.progress-report");
    }

    [Fact]
    public void After_the_report_the_next_ten_days_count_anew()
    {
        Assert.Empty(PlanWithOrder().TreatmentDays(10).Report("2026-01-16").When(UseCase, On("2026-01-19"), Given.Therapist).After.Sessions[^1].Findings);
        Assert.Empty(PlanWithOrder().TreatmentDays(19).Report("2026-01-16").When(UseCase, On("2026-01-30"), Given.Therapist).After.Sessions[^1].Findings);
        PlanWithOrder().TreatmentDays(20).Report("2026-01-16").When(UseCase, On("2026-02-02"), Given.Therapist).ThenRefused("therapy.progress-report");
    }

    [Fact]
    public void A_late_report_covers_ten_days_and_the_eleventh_is_the_first_of_the_next_ten()
    {
        var given = PlanWithOrder().TreatmentDays(19).Report("2026-01-16");
        Assert.Equal(9, ReportClock.Of(given.Plan, given.TheOrder()).Days.Count);
    }

    [Fact]
    public void A_late_entry_of_a_day_that_was_reported_on_counts_in_no_period()
    {
        var given = PlanWithOrder().TreatmentDays(20).Report("2026-01-16");
        Assert.Empty(given.When(UseCase, On("2026-01-10"), Given.Therapist).After.Sessions[^1].Findings);
    }

    [Fact]
    public void A_site_may_warn_instead_of_blocking()
    {
        var table = SiteRules.With("[{'id': 'therapy.progress-report', 'severity': 'warn'}]");
        Assert.Equal(RuleSeverity.Warn, PlanWithOrder().TreatmentDays(10).When(new RecordSession(table, Scope), On("2026-01-19"), Given.Therapist).After.Sessions[^1].Findings.Single().Severity);
    }

    [Fact]
    public void Psychology_owes_no_progress_report()
    {
        var given = PlanWithOrder(Discipline.Psychology).TreatmentDays(10);
        Assert.Empty(given.When(UseCase, On("2026-01-19"), Given.Psychologist).After.Sessions[^1].Findings);
    }

    [Fact, RuleMet("therapy.assistant-supervised")]
    public void An_assistant_treats_under_a_therapist_of_the_discipline()
    {
        var session = PlanWithOrder().When(UseCase, On("2026-03-02"), Assistant).After.Sessions.Single();
        Assert.Equal((Assistant, Given.Therapist), (session.TreatedBy, session.SupervisedBy));
    }

    [Fact]
    public void Another_therapist_of_the_discipline_may_supervise_a_session()
    {
        var session = PlanWithOrder().When(UseCase, On("2026-03-02", r => r.SupervisingPersonId = Given.OtherTherapist.PersonId), Assistant).After.Sessions.Single();
        Assert.Equal(Given.OtherTherapist, session.SupervisedBy);
    }

    [Fact, RuleNotMet("therapy.assistant-supervised")]
    public void Without_one_the_session_is_refused() => PlanWithOrder().WithoutSupervisor().When(UseCase, On("2026-03-02"), Assistant).ThenRefused("therapy.assistant-supervised");

    [Fact]
    public void An_assistant_whom_nobody_on_the_team_supervises_treats_under_nobody() =>
        PlanWithOrder().WithoutSupervisor().When(UseCase, On("2026-03-02", r => r.SupervisingPersonId = Given.OtherTherapist.PersonId), Assistant).ThenRefused("assistant.supervised");

    [Fact]
    public void A_session_that_did_not_take_place_needs_no_supervisor() =>
        Assert.NotEmpty(PlanWithOrder().WithoutSupervisor().When(UseCase, NotAttended("2026-03-02"), Assistant).Events);

    [Fact]
    public void Only_a_therapist_of_the_discipline_on_the_team_supervises()
    {
        foreach (var who in new[] { OccupationalTherapist, Given.Lead, Given.Stranger, Assistant })
            PlanWithOrder().When(UseCase, On("2026-03-02", r => r.SupervisingPersonId = who.PersonId), Assistant).ThenRefused("session.supervisor-of-discipline");
    }

    [Fact]
    public void An_assistant_does_not_evaluate()
    {
        foreach (var purpose in new[] { SessionPurpose.Evaluation, SessionPurpose.ReEvaluation })
        {
            var request = On("2026-03-02", r => (r.Purpose, r.SupervisingPersonId, r.TherapyOrderId) = (purpose, Given.Therapist.PersonId, purpose == SessionPurpose.Evaluation ? "" : OrderId));
            PlanWithOrder().When(UseCase, request, Assistant).ThenForbidden("MAY_NOT_PLAN_THERAPY");
        }
    }

    [Fact]
    public void Others_than_of_the_discipline_do_not_treat_but_a_physiatrist_may()
    {
        PlanWithOrder().When(UseCase, On("2026-03-02"), OccupationalTherapist).ThenForbidden("NOT_OF_THE_DISCIPLINE");
        PlanWithOrder().When(UseCase, On("2026-03-02"), Nurse).ThenForbidden("MAY_NOT_TREAT_IN_THERAPY");
        PlanWithOrder().When(UseCase, On("2026-03-02"), Given.Patient).ThenForbidden("MAY_NOT_TREAT_IN_THERAPY");
        Assert.NotEmpty(PlanWithOrder().When(UseCase, On("2026-03-02"), Given.Lead).Events);
    }

    [Fact, RuleMet("therapy.within-duration")]
    public void The_last_day_of_the_order_is_within_it() =>
        Assert.DoesNotContain(PlanWithOrder(with: p => p.Weeks = 8).When(UseCase, On("2026-03-01"), Given.Therapist).After.Sessions.Single().Findings, f => f.RuleId == "therapy.within-duration");

    [Fact, RuleNotMet("therapy.within-duration")]
    public void The_day_after_is_let_pass_with_a_warning() =>
        Assert.Contains(PlanWithOrder(with: p => p.Weeks = 8).When(UseCase, On("2026-03-02"), Given.Therapist).After.Sessions.Single().Findings, f => f.RuleId == "therapy.within-duration");

    [Fact, RuleMet("therapy.within-certification")]
    public void Within_thirty_days_of_the_first_treatment_and_within_a_certified_interval_nothing_is_found()
    {
        Assert.Empty(PlanWithOrder().TreatmentDays(1).When(UseCase, On("2026-02-04"), Given.Therapist).After.Sessions[^1].Findings);
        Assert.Empty(PlanWithOrder().TreatmentDays(1).Certified("2026-01-10", interval: 40).When(UseCase, On("2026-02-14"), Given.Therapist).After.Sessions[^1].Findings);
    }

    [Fact, RuleNotMet("therapy.within-certification")]
    public void Outside_of_both_it_is_let_pass_with_a_warning()
    {
        Assert.Equal("therapy.within-certification", PlanWithOrder().TreatmentDays(1).When(UseCase, On("2026-02-05"), Given.Therapist).After.Sessions[^1].Findings.Single().RuleId);
        var lapsed = PlanWithOrder().TreatmentDays(1).Certified("2026-01-10", interval: 40);
        Assert.Equal("therapy.within-certification", lapsed.When(UseCase, On("2026-02-15"), Given.Therapist).After.Sessions[^1].Findings.Single().RuleId);
    }

    [Fact]
    public void Everything_that_blocks_is_told_at_once()
    {
        var refusal = PlanWithOrder().WithoutSupervisor().TreatmentDays(10).When(UseCase, On("2026-01-19"), Assistant).Refusal!;
        Assert.Equal(["therapy.assistant-supervised", "assistant.supervised", "therapy.progress-report"], refusal.Details.OfType<Google.Rpc.PreconditionFailure>().Single().Violations.Select(v => v.Type));
    }

    [Fact]
    public void An_attended_session_does_the_next_occurrence_and_who_treats_takes_on_what_nobody_has()
    {
        var task = PlanWithOrder().When(UseCase, On(Start), Given.Therapist).After.Series();
        // Three a week: days 0, 2, 4 after the Monday.
        Assert.Equal((TaskStatus.Accepted, Given.Therapist, 1, "2026-01-07"), (task.Status, task.Assignee, task.OccurrencesCompleted, task.DueDate));
    }

    [Fact]
    public void A_session_of_somebody_else_leaves_the_task_asked_of_its_assignee()
    {
        var task = PlanWithOrder(therapist: Given.OtherTherapist).When(UseCase, On(Start), Given.Therapist).After.Series();
        Assert.Equal((TaskStatus.Requested, Given.OtherTherapist, 1, "2026-01-07"), (task.Status, task.Assignee, task.OccurrencesCompleted, task.DueDate));
    }

    [Fact]
    public void A_second_session_of_a_day_does_no_second_occurrence() =>
        Assert.Single(PlanWithOrder().TreatmentDays(1).When(UseCase, On(Start, r => r.SessionId = Given.NoteId), Given.Therapist).Events);

    [Fact]
    public void The_first_treatment_on_the_day_of_the_evaluation_does_an_occurrence_and_is_the_same_treatment_day()
    {
        var given = Plan().Session(Start, s => (s.SessionId, s.TherapyOrderId, s.Purpose) = (EvaluationId, "", SessionPurpose.Evaluation)).Order(evaluation: EvaluationId);
        var after = given.When(UseCase, On(Start), Given.Therapist).After;
        Assert.Equal((1, 1), (after.Series().OccurrencesCompleted, Server.Therapy.TreatmentDays.Of(after, after.TherapyOrders.Single()).Count));
    }

    [Fact]
    public void The_last_occurrence_completes_the_series()
    {
        var given = PlanWithOrder(with: p => (p.SessionsPerWeek, p.Weeks) = (2, 1)).Event(new() { TaskOccurrenceCompleted = new() { TaskId = SeriesId, Occurrence = 1, NextDueDate = "2026-01-08" } });
        var task = given.When(UseCase, On("2026-01-08"), Given.Therapist).After.Series();
        Assert.Equal((TaskStatus.Completed, 2), (task.Status, task.OccurrencesCompleted));
    }

    [Fact]
    public void Occurrences_that_are_left_after_the_last_week_go_on_in_the_same_pattern()
    {
        var given = PlanWithOrder(with: p => (p.SessionsPerWeek, p.Weeks) = (2, 1));
        Assert.Equal("2026-01-15", given.When(UseCase, On("2026-01-13"), Given.Therapist).After.Series().DueDate);
    }

    [Theory]
    [InlineData(SessionAttendance.Missed)]
    [InlineData(SessionAttendance.CancelledByPatient)]
    [InlineData(SessionAttendance.CancelledByClinic)]
    public void A_session_that_was_not_attended_moves_the_series_on_and_counts_as_no_treatment_day(SessionAttendance how)
    {
        var after = PlanWithOrder().When(UseCase, NotAttended(Start, how), Given.Therapist).After;
        Assert.Equal((TaskStatus.Requested, 0, "2026-01-07"), (after.Series().Status, after.Series().OccurrencesCompleted, after.Series().DueDate));
        Assert.Equal((null, "Flat tyre."), (after.Sessions.Single().TreatedBy, after.Sessions.Single().AttendanceReason));
        Assert.Empty(Server.Therapy.TreatmentDays.Of(after, after.TherapyOrders.Single()));
    }

    [Fact]
    public void A_late_entry_of_a_missed_session_moves_nothing_back() =>
        Assert.Single(PlanWithOrder().Event(new() { TaskRescheduled = new() { TaskId = SeriesId, DueDate = "2026-01-14" } }).When(UseCase, NotAttended("2026-01-07"), Given.Therapist).Events);

    [Fact]
    public void A_session_that_was_not_attended_needs_no_report_and_no_supervisor() =>
        Assert.Empty(PlanWithOrder().TreatmentDays(10).When(UseCase, NotAttended("2026-01-19"), Assistant).After.Sessions[^1].Findings);

    [Fact]
    public void A_late_entry_occurred_by_the_end_of_its_day_and_todays_session_now()
    {
        Assert.All(PlanWithOrder().When(UseCase, On("2026-02-27"), Given.Therapist).Events, e => Assert.Equal(EndOf("2026-02-27"), e.OccurredAt));
        Assert.Equal(Given.Now, PlanWithOrder().When(UseCase, On("2026-03-02"), Given.Therapist).Events[0].OccurredAt);
    }

    [Fact]
    public void A_session_is_not_in_the_future_nor_before_birth()
    {
        PlanWithOrder().When(UseCase, On("2026-03-03"), Given.Therapist).ThenInvalid("session_date");
        Given.PlanOfPatientBorn("1980-06-15").When(UseCase, On("1980-06-14", r => (r.TherapyOrderId, r.Purpose) = ("", SessionPurpose.Evaluation)), Given.Lead).ThenInvalid("session_date");
    }

    [Fact]
    public void After_the_discharge_and_after_the_plan_only_sessions_from_before_are_recorded()
    {
        var discharged = PlanWithOrder().Event(new() { TherapyDischarged = new() { TherapyOrderId = OrderId, DischargedDate = "2026-02-20" } }).Event(new() { TaskCancelled = new() { TaskId = SeriesId } });
        Assert.Single(discharged.When(UseCase, On("2026-02-20"), Given.Therapist).Events);
        discharged.When(UseCase, On("2026-02-21"), Given.Therapist).ThenRefused("session.within-episode");
        var ended = PlanWithOrder().Event(new() { PlanRevoked = new() { Reason = "r" } });
        Assert.Single(ended.When(UseCase, On("2026-03-02"), Given.Therapist).Events);
        ended.When(UseCase, On("2026-03-03"), Given.Therapist, Given.Tomorrow).ThenRefused("session.within-plan");
    }

    [Fact]
    public void A_re_evaluation_sets_when_the_next_is_due()
    {
        var given = PlanWithOrder();
        Assert.Equal("2026-04-01", given.When(UseCase, On("2026-03-02"), Given.Therapist).After.TherapyOrders.Single().Prescription.ReevaluationDate);
        Assert.Equal("2026-03-22", given.When(UseCase, On("2026-02-20", r => r.Purpose = SessionPurpose.ReEvaluation), Given.Therapist).After.TherapyOrders.Single().Prescription.ReevaluationDate);
        var named = On("2026-02-20", r => (r.Purpose, r.NextReevaluationDate) = (SessionPurpose.ReEvaluation, "2026-03-10"));
        Assert.Equal("2026-03-10", given.When(UseCase, named, Given.Therapist).After.TherapyOrders.Single().Prescription.ReevaluationDate);
        named.NextReevaluationDate = "2026-02-19";
        given.When(UseCase, named, Given.Therapist).ThenInvalid("next_reevaluation_date");
    }

    [Fact]
    public void A_re_evaluation_that_is_entered_late_leaves_what_a_later_one_has_set()
    {
        var given = PlanWithOrder();
        foreach (var e in given.When(UseCase, On("2026-02-20", r => r.Purpose = SessionPurpose.ReEvaluation), Given.Therapist).Events) given.Event(e);
        var late = On("2026-01-30", r => (r.SessionId, r.Purpose) = (EvaluationId, SessionPurpose.ReEvaluation));
        Assert.Equal("2026-03-22", given.When(UseCase, late, Given.Therapist).After.TherapyOrders.Single().Prescription.ReevaluationDate);
        late.NextReevaluationDate = "2026-02-28";
        given.When(UseCase, late, Given.Therapist).ThenInvalid("next_reevaluation_date");
    }

    [Fact]
    public void What_was_done_of_graded_activities_counts_in_its_week()
    {
        var given = PlanWithOrder().Quota(GradedActivity.WalkingTime, 90);
        var done = On("2026-01-14", r => r.Activities.Add(new ActivityDone { ActivityQuotaId = QuotaId, Amount = 25 }));
        var after = given.When(UseCase, done, Given.Therapist).After;
        Assert.Equal(new QuotaWeek { WeekStartDate = "2026-01-12", Amount = 25 }, after.ActivityQuotas.Single().Weeks.Single());
    }

    [Fact]
    public void What_it_names_must_be_there_and_of_its_order()
    {
        var given = PlanWithOrder().Order(Discipline.OccupationalTherapy, orderId: OtherOrderId).Exercise(id: OtherExerciseId, orderId: OtherOrderId);
        given.When(UseCase, On("2026-03-02", r => r.Exercises.Add(new ExerciseDone { ExerciseId = OtherExerciseId })), Given.Therapist).ThenRefused("session.of-its-order");
        given.When(UseCase, On("2026-03-02", r => r.Exercises.Add(new ExerciseDone { ExerciseId = ExerciseId })), Given.Therapist).ThenNotFound();
        given.When(UseCase, On("2026-03-02", r => r.Activities.Add(new ActivityDone { ActivityQuotaId = QuotaId })), Given.Therapist).ThenNotFound();
        given.When(UseCase, On("2026-03-02", r => r.NoteId = Given.NoteId), Given.Therapist).ThenNotFound();
        Assert.Equal(Given.NoteId, given.Note(Given.Therapist).When(UseCase, On("2026-03-02", r => r.NoteId = Given.NoteId), Given.Therapist).After.Sessions.Single().NoteId);
        given.When(UseCase, On("2026-03-02", r => r.TherapyOrderId = Given.NoteId), Given.Therapist).ThenNotFound();
    }

    [Fact]
    public void An_id_is_used_once() => PlanWithOrder().Session("2026-01-05", s => s.SessionId = SessionId).When(UseCase, On("2026-01-06"), Given.Therapist).ThenRefused("id.unused");

    [Fact]
    public void It_says_when_how_attended_and_what_for()
    {
        Assert.Equal(["session_date", "attendance", "purpose"], Fields.Violated(UseCase, new RecordSessionRequest { PlanId = Given.PlanId, RequestId = Given.RequestId }));
        Assert.Empty(Fields.Violated(UseCase, On("2026-03-02")));
        Assert.Equal(["attendance_reason"], Fields.Violated(UseCase, On("2026-03-02", r => r.Attendance = SessionAttendance.Missed)));
        Assert.Equal(["pain_before", "pain_after"], Fields.Violated(UseCase, On("2026-03-02", r => (r.PainBefore, r.PainAfter) = (11, 11))));
        Assert.Equal(["timed_minutes"], Fields.Violated(UseCase, On("2026-03-02", r => (r.TimedMinutes, r.UntimedMinutes) = (400, 81))));
        Assert.Empty(Fields.Violated(UseCase, On("2026-03-02", r => (r.TimedMinutes, r.UntimedMinutes) = (400, 80))));
        Assert.Equal(["exercises[0].exercise_id", "exercises[0].rpe"], Fields.Violated(UseCase, On("2026-03-02", r => r.Exercises.Add(new ExerciseDone { Rpe = 21 }))));
        Assert.Equal(["activities[0].activity_quota_id", "activities[0].amount"], Fields.Violated(UseCase, On("2026-03-02", r => r.Activities.Add(new ActivityDone { Amount = -1 }))));
    }

    [Fact]
    public void An_evaluation_comes_before_the_order_and_a_re_evaluation_after()
    {
        Assert.Equal(["purpose"], Fields.Violated(UseCase, On("2026-03-02", r => r.Purpose = SessionPurpose.Evaluation)));
        Assert.Equal(["therapy_order_id"], Fields.Violated(UseCase, On("2026-03-02", r => (r.Purpose, r.TherapyOrderId) = (SessionPurpose.ReEvaluation, ""))));
        Assert.Equal(["next_reevaluation_date"], Fields.Violated(UseCase, On("2026-03-02", r => r.NextReevaluationDate = "2026-04-01")));
    }

    [Fact]
    public void In_a_session_that_was_not_attended_nothing_was_done()
    {
        var request = NotAttended("2026-03-02");
        Assert.Empty(Fields.Violated(UseCase, request));
        (request.PainBefore, request.TimedMinutes, request.Telehealth) = (3, 10, true);
        Assert.Equal(["timed_minutes", "pain_before", "telehealth"], Fields.Violated(UseCase, request));
    }
}
