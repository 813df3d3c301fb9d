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

    /// <summary>Of a limit that is lowered: what the order has already, and what is set to come of its quotas.</summary>
    public static RuleCheck AskWhatIsThereWithin(this RuleCheck check, CarePlan plan, TherapyOrder order, ExerciseLoad limit) => check.Ask(WeightLimit, _ =>
    {
        var most = ExerciseDoses.Weight(limit);
        var monday = check.Today.Monday().Iso();
        var over = plan.Exercises.Where(e => e.TherapyOrderId == order.TherapyOrderId && e.Status == ExerciseStatus.Active).Select(e => (What: e.Name, e.Dose.Load))
            .Concat(plan.ActivityQuotas.Where(q => q.TherapyOrderId == order.TherapyOrderId && GradedActivities.IsByWeight(q.Activity))
                .SelectMany(q => q.StepsFrom(monday).Select(s => (What: QuotaName(q, s, monday), Load: new ExerciseLoad { Value = s.WeeklyTarget, Unit = ExerciseDoses.Pounds }))))
            .Where(l => ExerciseDoses.Weight(l.Load) > most).Select(l => $"{l.What} ({Words(l.Load)})").ToList();
        return over.Count == 0 ? null : $"Beyond the limit of {Words(limit)} would be {string.Join(", ", over)}: adjust it first.";
    });

    private static string QuotaName(ActivityQuota quota, QuotaStep step, string monday) =>
        $"the quota of {quota.Activity.ToWords()}{(string.CompareOrdinal(step.WeekStartDate, monday) > 0 ? $" from {step.WeekStartDate} on" : "")}";

    /// <summary>Of who may not plan therapy: how far the therapist lets them go.</summary>
    public static RuleCheck AskAssistantLimit(this RuleCheck check, Exercise exercise, ExerciseDose dose) => check.Ask(AssistantLimit, _ =>
        !ExerciseDoses.RaisesAny(exercise.Dose, dose) ? null
        : exercise.AssistantLimit is not { } limit ? "The therapist has set no limit up to which an assistant may progress this exercise."
        : ExerciseDoses.StaysWithin(exercise.Dose, dose, limit) ? null
        : "The new dose goes beyond the limit that the therapist has set for assistants.");

    private static string Words(ExerciseLoad load) => FormattableString.Invariant($"{load.Value} {(load.Unit == ExerciseDoses.Pounds ? "lb" : load.Unit)}");
}
