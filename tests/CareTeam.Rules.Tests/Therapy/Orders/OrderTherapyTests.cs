using CareTeam.Rules.Tests.Rules;
using CareTeam.Server.Therapy;
using static CareTeam.Rules.Tests.Therapy.GivenTherapy;

namespace CareTeam.Rules.Tests.Therapy;

public sealed class OrderTherapyTests
{
    private static readonly OrderTherapy UseCase = new(Table);

    private static OrderTherapyRequest Request(Action<OrderTherapyRequest>? with = null)
    {
        var request = new OrderTherapyRequest
        {
            PlanId = Given.PlanId,
            RequestId = Given.RequestId,
            TherapyOrderId = OrderId,
            Discipline = Discipline.PhysicalTherapy,
            Prescription = Prescription(),
            EstablishedDate = Start,
        };
        with?.Invoke(request);
        return request;
    }

    [Fact, RuleMet("therapy.order-content")]
    public void An_order_keeps_what_it_asks_for_and_when_it_ends()
    {
        var order = Plan().When(UseCase, Request(), Given.Lead).After.TherapyOrders.Single();
        Assert.Equal((TherapyOrderStatus.Active, Prescription(), "2026-03-29"), (order.Status, order.Prescription, order.EndDate));
        Assert.Equal((Given.Lead, Start), (order.OrderedBy, order.EstablishedDate));
    }

    [Fact]
    public void A_series_of_treatment_comes_with_it()
    {
        var after = Plan().When(UseCase, Request(r => r.TherapistPersonId = Given.Therapist.PersonId), Given.Lead).After;
        var task = after.Tasks.Single();
        Assert.Equal(after.TherapyOrders.Single().TaskId, task.TaskId);
        Assert.Equal((3, 7, 12, Start, Start), (task.Recurrence.Times, task.Recurrence.PeriodDays, task.Recurrence.Periods, task.DueDate, task.SeriesStart));
        Assert.Equal((TaskKind.Treatment, Discipline.PhysicalTherapy, TaskStatus.Requested, Given.Therapist), (task.Kind, task.Discipline, task.Status, task.Assignee));
        Assert.Equal(("Physical therapy: core strengthening", Given.GoalId), (task.Title, task.GoalIds.Single()));
    }

    [Fact]
    public void Exercises_begin_with_it()
    {
        var request = Request(r => r.Exercises.Add(new ExercisePrescription { Name = "Bird dog", Category = ExerciseCategory.CoreStrength, Dose = Dose() }));
        var after = Plan().When(UseCase, request, Given.Therapist).After;
        var exercise = after.Exercises.Single();
        Assert.Equal((OrderId, ExerciseStatus.Active, ExerciseChange.Prescribed), (exercise.TherapyOrderId, exercise.Status, exercise.History.Single().Change));
        Assert.Equal([exercise.ExerciseId], UseCase.Reply(after, request).ExerciseIds);
    }

    [Theory, RuleNotMet("therapy.order-content")]
    [InlineData("a diagnosis")]
    [InlineData("the type of therapy")]
    [InlineData("a goal")]
    [InlineData("a measure and a target of every goal")]
    [InlineData("a due date of every goal")]
    public void An_order_that_lacks_what_the_law_asks_for_is_refused(string lacks)
    {
        var given = Plan().Event(new() { GoalAdded = new() { Goal = new() { GoalId = Given.NoteId, Description = "Be well", Status = GoalStatus.Active, DueDate = "2026-05-01" } } })
            .Event(new() { GoalAdded = new() { Goal = new() { GoalId = Given.FlagId, Description = "Walk", Measure = "walk", Target = 1, Status = GoalStatus.Active } } });
        var request = Request();
        switch (lacks)
        {
            case "a diagnosis": request.Prescription.DiagnosisIds.Clear(); break;
            case "the type of therapy": request.Prescription.TherapyType = " "; break;
            case "a goal": request.Prescription.GoalIds.Clear(); break;
            case "a due date of every goal": request.Prescription.GoalIds.Add(Given.FlagId); break;
            default: request.Prescription.GoalIds.Add(Given.NoteId); break;
        }
        var refused = given.When(UseCase, request, Given.Lead);
        refused.ThenRefused("therapy.order-content");
        Assert.Contains($"lacks {lacks}.", refused.Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_law_is_about_physical_and_occupational_therapy()
    {
        var request = Request(r => r.Discipline = Discipline.Psychology);
        request.Prescription.DiagnosisIds.Clear();
        Assert.Empty(Plan().When(UseCase, request, Given.Psychologist).After.TherapyOrders.Single().Findings);
    }

    [Fact]
    public void Therapists_order_the_therapy_of_their_own_discipline()
    {
        Assert.NotEmpty(Plan().When(UseCase, Request(), Given.Therapist).Events);
        Assert.NotEmpty(Plan().When(UseCase, Request(), Practitioner).Events);
        Plan().When(UseCase, Request(), OccupationalTherapist).ThenForbidden("NOT_OF_THE_DISCIPLINE");
        Plan().When(UseCase, Request(), Given.Psychologist).ThenForbidden("NOT_OF_THE_DISCIPLINE");
    }

    [Fact]
    public void Assistants_nurses_and_patients_set_up_no_plan_of_care()
    {
        foreach (var who in new[] { Assistant, Nurse, Given.Patient }) Plan().When(UseCase, Request(), who).ThenForbidden("MAY_NOT_PLAN_THERAPY");
    }

    [Theory, RuleMet("therapy.re-evaluation")]
    [InlineData("", "2026-02-04")]
    [InlineData("2026-02-20", "2026-02-20")]
    public void Without_a_day_of_its_own_it_is_evaluated_again_after_thirty_days(string named, string expected)
    {
        var request = Request();
        request.Prescription.ReevaluationDate = named;
        Assert.Equal(expected, Plan().When(UseCase, request, Given.Lead).After.TherapyOrders.Single().Prescription.ReevaluationDate);
    }

    [Fact]
    public void Where_the_rule_is_off_there_is_no_day()
    {
        var request = Request();
        request.Prescription.ReevaluationDate = "";
        Assert.Empty(Plan().When(new OrderTherapy(SiteRules.With("[{'id': 'therapy.re-evaluation', 'severity': 'off'}]")), request, Given.Lead).After.TherapyOrders.Single().Prescription.ReevaluationDate);
    }

    [Fact]
    public void The_evaluation_before_the_order_becomes_its_first_treatment_day()
    {
        var given = Plan().Session("2026-01-02", s => (s.SessionId, s.TherapyOrderId, s.Purpose) = (EvaluationId, "", SessionPurpose.Evaluation));
        var after = given.When(UseCase, Request(r => r.EvaluationSessionId = EvaluationId), Given.Therapist).After;
        Assert.Equal([new DateOnly(2026, 1, 2)], Server.Therapy.TreatmentDays.Of(after, after.TherapyOrders.Single()));
    }

    [Fact]
    public void Only_an_evaluation_of_its_discipline_that_no_order_has_is_its_basis()
    {
        Plan().When(UseCase, Request(r => r.EvaluationSessionId = EvaluationId), Given.Therapist).ThenNotFound();
        var missed = Plan().Session("2026-01-02", s => (s.SessionId, s.TherapyOrderId, s.Purpose, s.Attendance) = (EvaluationId, "", SessionPurpose.Evaluation, SessionAttendance.Missed));
        missed.When(UseCase, Request(r => r.EvaluationSessionId = EvaluationId), Given.Therapist).ThenRefused("therapy.evaluation-of-its-own");
        var other = Plan().Session("2026-01-02", s => (s.SessionId, s.TherapyOrderId, s.Purpose, s.Discipline) = (EvaluationId, "", SessionPurpose.Evaluation, Discipline.OccupationalTherapy));
        other.When(UseCase, Request(r => r.EvaluationSessionId = EvaluationId), Given.Therapist).ThenRefused("therapy.evaluation-of-its-own");
    }

    [Fact]
    public void While_a_red_flag_is_open_an_order_brings_no_exercise()
    {
        var request = Request();
        Assert.NotEmpty(Plan().RedFlag().When(UseCase, request, Given.Therapist).Events);
        request.Exercises.Add(new ExercisePrescription { Name = "Deadlift", Category = ExerciseCategory.Functional, Dose = Dose() });
        Plan().RedFlag().When(UseCase, request, Given.Therapist).ThenRefused("red-flag.blocks-therapy-progression");
    }

    private static Given Evaluated(params string[] days)
    {
        var given = Plan();
        foreach (var (i, day) in days.Index()) given.Session(day, s => (s.SessionId, s.TherapyOrderId, s.Purpose) = ($"{EvaluationId[..^1]}{i}", "", SessionPurpose.Evaluation));
        return given;
    }

    [Theory, RuleMet("therapy.evaluation-of-order")]
    [InlineData("2026-01-02", true)]
    [InlineData("2025-11-06", true)]
    [InlineData("2025-11-05", false)]
    public void The_one_evaluation_that_belongs_to_no_order_is_its_first_day_without_being_named(string day, bool taken)
    {
        var order = Evaluated(day).When(UseCase, Request(), Given.Therapist).After.TherapyOrders.Single();
        Assert.Equal((taken ? $"{EvaluationId[..^1]}0" : "", 0), (order.EvaluationSessionId, order.Findings.Count));
    }

    [Fact, RuleNotMet("therapy.evaluation-of-order")]
    public void Of_several_evaluations_none_is_taken_and_the_order_says_so()
    {
        var order = Evaluated("2026-01-03", "2026-01-02").When(UseCase, Request(), Given.Therapist).After.TherapyOrders.Single();
        Assert.Equal(("", "therapy.evaluation-of-order"), (order.EvaluationSessionId, order.Findings.Single().RuleId));
        Assert.Contains("2026-01-02, 2026-01-03", order.Findings.Single().Text, StringComparison.Ordinal);
        Assert.Empty(Evaluated("2026-01-03", "2026-01-02").When(UseCase, Request(r => r.EvaluationSessionId = $"{EvaluationId[..^1]}1"), Given.Therapist).After.TherapyOrders.Single().Findings);
    }

    [Fact]
    public void One_that_was_missed_or_is_of_another_order_or_discipline_is_not_taken()
    {
        foreach (var with in new Action<TherapySessionSummary>[]
        {
            s => s.Attendance = SessionAttendance.Missed, s => s.Purpose = SessionPurpose.Treatment, s => s.Discipline = Discipline.OccupationalTherapy, s => s.TherapyOrderId = OtherOrderId,
        })
        {
            var given = Plan().Session("2026-01-02", s =>
            {
                (s.SessionId, s.TherapyOrderId, s.Purpose) = (EvaluationId, "", SessionPurpose.Evaluation);
                with(s);
            });
            Assert.Empty(given.When(UseCase, Request(), Given.Therapist).After.TherapyOrders.Single().EvaluationSessionId);
        }
        var claimed = Evaluated("2026-01-02").Order(orderId: OtherOrderId, evaluation: $"{EvaluationId[..^1]}0");
        Assert.Empty(claimed.When(UseCase, Request(), Given.Therapist).After.TherapyOrders[^1].EvaluationSessionId);
    }

    [Fact]
    public void Where_no_evaluation_is_taken_by_itself_it_must_be_named()
    {
        var site = new OrderTherapy(SiteRules.With("[{'id': 'therapy.evaluation-of-order', 'severity': 'off'}]"));
        Assert.Empty(Evaluated("2026-01-02").When(site, Request(), Given.Therapist).After.TherapyOrders.Single().EvaluationSessionId);
    }

    [Fact, RuleNotMet("therapy.weight-limit")]
    public void An_exercise_beyond_the_weight_limit_is_refused_and_a_physician_may_override()
    {
        var request = Request(r => r.Exercises.Add(new ExercisePrescription { Name = "Deadlift", Category = ExerciseCategory.Functional, Dose = Dose(d => d.Load = Pounds(40.5)) }));
        Plan().When(UseCase, request, Given.Lead).ThenRefused("therapy.weight-limit");
        request.Overrides.Add(Override("therapy.weight-limit"));
        Plan().When(UseCase, request, Given.Therapist).ThenRefused("therapy.weight-limit");
        var after = Plan().When(UseCase, request, Given.Lead).After;
        Assert.Equal(("therapy.weight-limit", $"therapy-order/{OrderId}"), (after.TherapyOrders.Single().Findings.Single().RuleId, after.RuleOverrides.Single().Subject));
    }

    [Fact, RuleMet("therapy.weight-limit")]
    public void Up_to_the_limit_in_whichever_unit_is_within_it()
    {
        foreach (var load in new[] { Pounds(40), new ExerciseLoad { Value = 18.1, Unit = "kg" }, new ExerciseLoad { Value = 99, Unit = "{level}" } })
            Assert.NotEmpty(Plan().When(UseCase, Request(r => r.Exercises.Add(new ExercisePrescription { Name = "x", Category = ExerciseCategory.Strength, Dose = Dose(d => d.Load = load) })), Given.Lead).Events);
    }

    [Fact]
    public void What_it_names_must_be_there()
    {
        Plan().When(UseCase, Request(r => r.Prescription.DiagnosisIds.Add(Given.NoteId)), Given.Lead).ThenNotFound();
        Plan().When(UseCase, Request(r => r.Prescription.GoalIds.Add(Given.NoteId)), Given.Lead).ThenNotFound();
        Plan().When(UseCase, Request(r => r.TherapistPersonId = "stranger"), Given.Lead).ThenRefused("task.assignee-on-team");
        Plan().When(UseCase, Request(r => r.TherapistPersonId = OccupationalTherapist.PersonId), Given.Lead).ThenRefused("therapy.therapist-of-discipline");
    }

    [Fact]
    public void Its_days_are_in_order()
    {
        Plan().When(UseCase, Request(r => r.EstablishedDate = "2026-03-03"), Given.Lead).ThenInvalid("established_date");
        Plan().When(UseCase, Request(r => r.Prescription.StartDate = "2026-01-04"), Given.Lead).ThenInvalid("prescription.start_date");
        Plan().When(UseCase, Request(r => r.Prescription.ReevaluationDate = "2026-01-04"), Given.Lead).ThenInvalid("prescription.reevaluation_date");
    }

    [Fact]
    public void An_id_is_used_once() => PlanWithOrder().When(UseCase, Request(), Given.Lead).ThenRefused("id.unused");

    [Fact]
    public void Nothing_is_ordered_on_a_plan_that_has_ended() =>
        Plan().Event(new() { PlanCompleted = new() { Summary = "s" } }).When(UseCase, Request(), Given.Lead).ThenRefused("plan.not-ended");

    [Fact]
    public void It_needs_a_discipline_and_its_numbers_within_bounds()
    {
        Assert.Equal(["discipline", "prescription"], Fields.Violated(UseCase, new OrderTherapyRequest { PlanId = Given.PlanId, RequestId = Given.RequestId }));
        Assert.Equal(["discipline"], Fields.Violated(UseCase, Request(r => r.Discipline = Discipline.Nutrition)));
        Assert.Equal(["prescription.sessions_per_week", "prescription.weeks"], Fields.Violated(UseCase, Request(r => (r.Prescription.SessionsPerWeek, r.Prescription.Weeks) = (8, 53))));
        Assert.Equal(["prescription.weight_limit.unit"], Fields.Violated(UseCase, Request(r => r.Prescription.WeightLimit.Unit = "{level}")));
        Assert.Equal(["prescription.precautions[0]"], Fields.Violated(UseCase, Request(r => r.Prescription.Precautions.Add(new string('x', 501)))));
        Assert.Equal(["exercises[0].name", "exercises[0].category", "exercises[0].dose"], Fields.Violated(UseCase, Request(r => r.Exercises.Add(new ExercisePrescription()))));
        Assert.Equal(["overrides[0].rule_id", "overrides[0].reason"], Fields.Violated(UseCase, Request(r => r.Overrides.Add(new OverrideRequest()))));
        Assert.Empty(Fields.Violated(UseCase, Request()));
    }
}
