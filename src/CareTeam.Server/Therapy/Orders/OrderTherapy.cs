using CareTeam.Server.Tasks;

namespace CareTeam.Server.Therapy;

partial class TherapyGrpc
{
    public override Task<OrderTherapyResponse> OrderTherapy(OrderTherapyRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>A physician, or a therapist for the own discipline, sets up the plan of care; the series of treatment comes with it.</summary>
public sealed class OrderTherapy(RuleTable rules) : PlanCommand<OrderTherapyRequest, OrderTherapyResponse>
{
    public override Permission Who => Permission.To(Capability.PlanTherapy);

    protected override void Validate(OrderTherapyRequest request, Violations violations)
    {
        violations.Required("discipline", request.Discipline);
        if (request.Discipline is not (Discipline.Unspecified or Discipline.PhysicalTherapy or Discipline.OccupationalTherapy or Discipline.Psychology))
            violations.Add("discipline", "must be physical therapy, occupational therapy or psychology");
        TherapyOrderForm.Check(request.Prescription, violations);
        violations.AtMost("exercises", request.Exercises, 20);
        for (var i = 0; i < request.Exercises.Count; i++) ExerciseForm.Check($"exercises[{i}]", request.Exercises[i], violations);
        OverrideForm.Check(request.Overrides, violations);
    }

    public override OrderTherapyResponse Reply(CarePlan after, OrderTherapyRequest request)
    {
        var order = after.TherapyOrder(request.Or(request.TherapyOrderId, "therapy-order"));
        return new()
        {
            TherapyOrderId = order.TherapyOrderId,
            TaskId = order.TaskId,
            ExerciseIds = { request.Exercises.Select((_, i) => ExerciseId(request, i)) },
            Findings = { order.Findings },
        };
    }

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, OrderTherapyRequest request, Caller caller, Timestamp now)
    {
        plan.MustNotHaveEnded();
        caller.MustBeOfDiscipline(request.Discipline);
        var id = request.Or(request.TherapyOrderId, "therapy-order");
        PlanState.MustBeNew("therapy order", id, plan.TherapyOrders.Any(o => o.TherapyOrderId == id));
        var today = rules.Day(plan.Coverage, now);
        var established = request.EstablishedDate.Or(today);
        Dates.MustNotBeInFuture("established_date", established.Iso(), today);
        Dates.MustNotBeBefore("established_date", established.Iso(), plan.Patient.BirthDate, "the patient's birth");
        var end = TherapyOrderForm.CheckOn(plan, request.Prescription, established.Iso());
        if (request.EvaluationSessionId.Length > 0) Evaluations.MustBeFree(plan, request.EvaluationSessionId, request.Discipline, orderId: "");
        var therapist = Therapist(plan, request);

        var check = new RuleCheck(rules, plan, caller, now, request.Overrides).AskContent(plan, request.Discipline, request.Prescription)
            .AskWeightLimit(request.Prescription.WeightLimit, request.Exercises.Select(e => e.Dose.Load));
        if (request.Exercises.Count > 0) check.AskNoOpenRedFlag(RedFlagRules.BlocksTherapyProgression, plan);
        var evaluation = request.EvaluationSessionId.Length > 0 ? request.EvaluationSessionId : check.EvaluationBefore(plan, request.Discipline, established);
        var findings = check.Settle($"therapy-order/{id}");
        foreach (var e in findings.Overrides) yield return e;

        var prescription = request.Prescription.Clone();
        prescription.SessionsPerDay = Math.Max(1, prescription.SessionsPerDay);
        prescription.ReevaluationDate = check.ReEvaluationDate(prescription.ReevaluationDate, Dates.Of(prescription.StartDate));
        var taskId = ChosenId.Of(request, "series of treatment");
        var establishedAt = rules.OccurredBy(plan.Coverage, established, now);
        yield return new PlanEvent
        {
            TherapyOrdered = new()
            {
                TherapyOrderId = id,
                Discipline = request.Discipline,
                Prescription = prescription,
                EndDate = end.Iso(),
                EstablishedDate = established.Iso(),
                TaskId = taskId,
                EvaluationSessionId = evaluation,
                Findings = { findings.All },
            },
            OccurredAt = establishedAt,
        };
        var start = Dates.Of(prescription.StartDate);
        yield return new PlanEvent { TaskAdded = new() { Task = TreatmentSeries.New(taskId, id, request.Discipline, prescription, start, prescription.Weeks, therapist, caller.Person) }, OccurredAt = establishedAt };
        for (var i = 0; i < request.Exercises.Count; i++)
        {
            yield return new PlanEvent
            {
                ExercisePrescribed = new() { ExerciseId = ExerciseId(request, i), TherapyOrderId = id, Prescription = request.Exercises[i], FromDate = established.Iso() },
                OccurredAt = establishedAt,
            };
        }
    }

    private static string ExerciseId(OrderTherapyRequest request, int i) => ChosenId.Of(request, $"exercise {i}");

    private static Person? Therapist(CarePlan plan, OrderTherapyRequest request)
    {
        var therapist = plan.AssigneeFor(request.TherapistPersonId);
        if (therapist is not null && therapist.Role.Discipline() != request.Discipline)
            throw Fault.Refused("therapy.therapist-of-discipline", $"person/{therapist.PersonId}", $"Only somebody of {request.Discipline.ToWords()} can be given this treatment.");
        return therapist;
    }
}
