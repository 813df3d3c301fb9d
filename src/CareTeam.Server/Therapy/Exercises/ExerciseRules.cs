namespace CareTeam.Server.Therapy;

/// <summary>What guards the exercises of an order.</summary>
public static class ExerciseRules
{
    public static readonly RuleKey WeightLimit = new("therapy.weight-limit");
    public static readonly RuleKey AssistantLimit = new("therapy.assistant-limit");

    public static Exercise Exercise(this CarePlan plan, string exerciseId) =>
        plan.Exercises.FirstOrDefault(e => e.ExerciseId == exerciseId) ?? throw Fault.NotFound("exercise", exerciseId);

    public static ActivityQuota ActivityQuota(this CarePlan plan, string activityQuotaId) =>
        plan.ActivityQuotas.FirstOrDefault(q => q.ActivityQuotaId == activityQuotaId) ?? throw Fault.NotFound("activity quota", activityQuotaId);

    public static RuleCheck AskWeightLimit(this RuleCheck check, ExerciseLoad? limit, params IEnumerable<ExerciseLoad?> loads) => check.Ask(WeightLimit, _ =>
        ExerciseDoses.Weight(limit) is { } most && loads.FirstOrDefault(l => ExerciseDoses.Weight(l) > most) is { } over
            ? $"{Words(over)} is more than the order's limit of {Words(limit!)}."
            : null);

    /// <summary>Of who may not plan therapy: how far the therapist lets them go.</summary>
    public static RuleCheck AskAssistantLimit(this RuleCheck check, Exercise exercise, ExerciseDose dose) => check.Ask(AssistantLimit, _ =>
        !ExerciseDoses.RaisesAny(exercise.Dose, dose) ? null
        : exercise.AssistantLimit is not { } limit ? "The therapist has set no limit up to which an assistant may progress this exercise."
        : ExerciseDoses.StaysWithin(exercise.Dose, dose, limit) ? null
        : "The new dose goes beyond the limit that the therapist has set for assistants.");

    private static string Words(ExerciseLoad load) => FormattableString.Invariant($"{load.Value} {(load.Unit == ExerciseDoses.Pounds ? "lb" : load.Unit)}");
}
