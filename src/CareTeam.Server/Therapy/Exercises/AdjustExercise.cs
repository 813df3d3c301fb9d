using CareTeam.Server.Team;

namespace CareTeam.Server.Therapy;

partial class TherapyGrpc
{
    public override Task<AdjustExerciseResponse> AdjustExercise(AdjustExerciseRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>
/// A therapist progresses, regresses or stops an exercise within the order; an assistant progresses it as far as the therapist allows, and may always regress it. Two
/// adjustments of one exercise must not pass over each other.
/// </summary>
public sealed class AdjustExercise(RuleTable rules, ScopeOfPractice scope) : PlanCommand<AdjustExerciseRequest, AdjustExerciseResponse>, IMustSee<AdjustExerciseRequest>
{
    public override Permission Who => Permission.To(Capability.PlanTherapy, Capability.TreatInTherapy);

    protected override void Validate(AdjustExerciseRequest request, Violations violations)
    {
        violations.Required("exercise_id", request.ExerciseId);
        violations.Required("change", request.Change);
        violations.Text("reason", request.Reason, 500);
        ExerciseForm.Check("dose", request.Dose, violations);
        ExerciseForm.Check("assistant_limit", request.AssistantLimit, violations);
        if (request.Change == ExerciseChange.Prescribed) violations.Add("change", "must be progressed, regressed, stopped or assistant limit set");
        if (ChangesDose(request) != request.Dose is not null && request.Change != ExerciseChange.Unspecified)
            violations.Add("dose", ChangesDose(request) ? "is required: the whole dose as it shall be" : "is only given with a progression or a regression");
        if (request.Change == ExerciseChange.AssistantLimitSet && request.AssistantLimit is null) violations.Add("assistant_limit", "is required");
        if (request.Change == ExerciseChange.Stopped && request.AssistantLimit is not null) violations.Add("assistant_limit", "contradicts that the exercise is stopped");
        OverrideForm.Check(request.Overrides, violations);
    }

    public bool MustSee(AdjustExerciseRequest request, PlanEvent other) => other.ExerciseAdjusted?.ExerciseId == request.ExerciseId;

    public override AdjustExerciseResponse Reply(CarePlan after, AdjustExerciseRequest request) =>
        new() { Findings = { after.Exercise(request.ExerciseId).History[^1].Findings } };

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, AdjustExerciseRequest request, Caller caller, Timestamp now)
    {
        var exercise = plan.Exercise(request.ExerciseId);
        caller.MustBeOfDiscipline(plan.TherapyOrder(exercise.TherapyOrderId).Discipline);
        if (IsSoAlready(exercise, request)) yield break;
        plan.MustNotHaveEnded();
        var order = plan.ActiveTherapyOrder(exercise.TherapyOrderId, "have an exercise adjusted");
        Lifecycle.MustBe("exercise.lifecycle", "exercise", exercise.ExerciseId, exercise.Status, "be adjusted", ExerciseStatus.Active);
        MustBeWhatItSays(exercise, request);
        Dates.MustNotBeInFuture("from_date", request.FromDate, rules.Day(plan.Coverage, now));
        Dates.MustNotBeBefore("from_date", request.FromDate, exercise.History[^1].FromDate, "the step before");
        var from = request.FromDate.Or(rules.Day(plan.Coverage, now));
        var findings = Check(plan, order, exercise, request, caller, now).Settle($"exercise/{exercise.ExerciseId}");
        foreach (var e in findings.Overrides) yield return e;
        yield return new PlanEvent
        {
            ExerciseAdjusted = new()
            {
                ExerciseId = exercise.ExerciseId,
                Change = request.Change,
                Dose = request.Dose,
                Reason = request.Reason,
                AssistantLimit = request.AssistantLimit ?? exercise.AssistantLimit,
                Findings = { findings.All },
                FromDate = from.Iso(),
            },
            OccurredAt = rules.OccurredBy(plan.Coverage, from, now),
        };
    }

    private RuleCheck Check(CarePlan plan, TherapyOrder order, Exercise exercise, AdjustExerciseRequest request, Caller caller, Timestamp now)
    {
        var check = new RuleCheck(rules, plan, caller, now, request.Overrides).AskSupervised(plan, caller);
        var plans = scope.May(caller.Role, Capability.PlanTherapy);
        if (!plans && (request.Change == ExerciseChange.Stopped || request.AssistantLimit is not null))
            throw Fault.Forbidden("MAY_NOT_PLAN_THERAPY", "An assistant progresses and regresses an exercise; stopping it, and how far an assistant may go, is the therapist's.");
        if (request.Change != ExerciseChange.Progressed) return check;
        check.AskNoOpenRedFlag(RedFlagRules.BlocksTherapyProgression, plan).AskWeightLimit(order.Prescription.WeightLimit, request.Dose.Load);
        return plans ? check : check.AskAssistantLimit(exercise, request.Dose);
    }

    private static bool ChangesDose(AdjustExerciseRequest request) => request.Change is ExerciseChange.Progressed or ExerciseChange.Regressed;

    private static bool IsSoAlready(Exercise exercise, AdjustExerciseRequest request) => request.Change == ExerciseChange.Stopped
        ? exercise.Status == ExerciseStatus.Stopped
        : exercise.Status == ExerciseStatus.Active && (request.Dose is null || request.Dose.Equals(exercise.Dose))
            && (request.AssistantLimit is null || request.AssistantLimit.Equals(exercise.AssistantLimit));

    /// <summary>A progression under the name of a regression would pass by an open red flag.</summary>
    private static void MustBeWhatItSays(Exercise exercise, AdjustExerciseRequest request)
    {
        if (request.Dose is null) return;
        var (raises, lowers) = (ExerciseDoses.RaisesAny(exercise.Dose, request.Dose), ExerciseDoses.LowersAny(exercise.Dose, request.Dose));
        if (request.Change == ExerciseChange.Regressed && raises) throw Fault.Invalid("change", "is a regression, and the dose raises some part; what raises any part is a progression");
        if (request.Change == ExerciseChange.Regressed && !lowers) throw Fault.Invalid("change", "is a regression, and the dose lowers nothing");
        if (request.Change == ExerciseChange.Progressed && !raises) throw Fault.Invalid("change", "is a progression, and the dose raises nothing");
    }
}
