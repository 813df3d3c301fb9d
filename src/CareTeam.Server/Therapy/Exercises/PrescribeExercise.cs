namespace CareTeam.Server.Therapy;

partial class TherapyGrpc
{
    public override Task<PrescribeExerciseResponse> PrescribeExercise(PrescribeExerciseRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>Who may order the therapy adds an exercise to it; while a red flag is open that would be a progression too.</summary>
public sealed class PrescribeExercise(RuleTable rules) : PlanCommand<PrescribeExerciseRequest, PrescribeExerciseResponse>
{
    public override Permission Who => Permission.To(Capability.PlanTherapy);

    protected override void Validate(PrescribeExerciseRequest request, Violations violations)
    {
        violations.Required("therapy_order_id", request.TherapyOrderId);
        ExerciseForm.Check("prescription", request.Prescription, violations);
        OverrideForm.Check(request.Overrides, violations);
    }

    public override PrescribeExerciseResponse Reply(CarePlan after, PrescribeExerciseRequest request)
    {
        var exercise = after.Exercise(request.Or(request.ExerciseId, "exercise"));
        return new() { ExerciseId = exercise.ExerciseId, Findings = { exercise.History[0].Findings } };
    }

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, PrescribeExerciseRequest request, Caller caller, Timestamp now)
    {
        plan.MustNotHaveEnded();
        var order = plan.ActiveTherapyOrder(request.TherapyOrderId, "get another exercise");
        caller.MustBeOfDiscipline(order.Discipline);
        var id = request.Or(request.ExerciseId, "exercise");
        PlanState.MustBeNew("exercise", id, plan.Exercises.Any(e => e.ExerciseId == id));
        Dates.MustNotBeInFuture("from_date", request.FromDate, rules.Day(plan.Coverage, now));
        Dates.MustNotBeBefore("from_date", request.FromDate, order.EstablishedDate, "the day on which the order was written");
        var from = request.FromDate.Or(rules.Day(plan.Coverage, now));
        var findings = new RuleCheck(rules, plan, caller, now, request.Overrides)
            .AskNoOpenRedFlag(RedFlagRules.BlocksTherapyProgression, plan)
            .AskWeightLimit(order.Prescription.WeightLimit, request.Prescription.Dose.Load)
            .Settle($"exercise/{id}");
        foreach (var e in findings.Overrides) yield return e;
        yield return new PlanEvent
        {
            ExercisePrescribed = new()
            {
                ExerciseId = id,
                TherapyOrderId = order.TherapyOrderId,
                Prescription = request.Prescription,
                Findings = { findings.All },
                FromDate = from.Iso(),
            },
            OccurredAt = rules.OccurredBy(plan.Coverage, from, now),
        };
    }
}
