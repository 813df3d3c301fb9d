namespace CareTeam.Server.Therapy;

/// <summary>What exercises, doses and what was done must be well-formed in.</summary>
public static class ExerciseForm
{
    public static void Check(string field, ExercisePrescription? exercise, Violations violations)
    {
        if (exercise is null)
        {
            violations.Add(field, "is required");
            return;
        }
        violations.Text($"{field}.name", exercise.Name, 200);
        violations.Required($"{field}.category", exercise.Category);
        violations.Text($"{field}.instructions", exercise.Instructions, 2000, required: false);
        if (exercise.Dose is null) violations.Add($"{field}.dose", "is required");
        Check($"{field}.dose", exercise.Dose, violations);
        Check($"{field}.assistant_limit", exercise.AssistantLimit, violations);
    }

    public static void Check(string field, ExerciseDose? dose, Violations violations)
    {
        if (dose is null) return;
        violations.Range($"{field}.sessions_per_week", dose.SessionsPerWeek, 0, 21);
        violations.Range($"{field}.home_sessions_per_week", dose.HomeSessionsPerWeek, 0, 21);
        violations.Range($"{field}.sets", dose.Sets, 0, 20);
        violations.Range($"{field}.repetitions", dose.Repetitions, 0, 200);
        violations.Range($"{field}.hold_seconds", dose.HoldSeconds, 0, 600);
        violations.Range($"{field}.minutes", dose.Minutes, 0, 240);
        violations.Range($"{field}.metres", dose.Metres, 0, 50_000);
        Rpe($"{field}.target_rpe", dose.TargetRpe, violations);
        Check($"{field}.load", dose.Load, violations);
    }

    public static void Check(string field, ExerciseLoad? load, Violations violations)
    {
        if (load is null) return;
        if (load.Value is not (> 0 and <= 1_000)) violations.Add($"{field}.value", $"is {load.Value}; it must be above 0, up to 1,000");
        if (load.Unit is not (ExerciseDoses.Pounds or ExerciseDoses.Kilograms or ExerciseDoses.Level)) violations.Add($"{field}.unit", "must be [lb_av], kg or {level}");
    }

    public static void Check(string field, IReadOnlyList<ExerciseDone> exercises, Violations violations)
    {
        if (exercises.Count > 50) violations.Add(field, $"has {exercises.Count} values; at most 50 are allowed");
        for (var i = 0; i < exercises.Count; i++)
        {
            var (at, done) = ($"{field}[{i}]", exercises[i]);
            violations.Required($"{at}.exercise_id", done.ExerciseId);
            violations.Range($"{at}.sets", done.Sets, 0, 20);
            violations.Range($"{at}.repetitions", done.Repetitions, 0, 200);
            violations.Range($"{at}.minutes", done.Minutes, 0, 240);
            violations.Range($"{at}.metres", done.Metres, 0, 50_000);
            Rpe($"{at}.rpe", done.Rpe, violations);
            Check($"{at}.load", done.Load, violations);
        }
    }

    public static void Check(string field, IReadOnlyList<ActivityDone> activities, Violations violations)
    {
        if (activities.Count > 20) violations.Add(field, $"has {activities.Count} values; at most 20 are allowed");
        if (activities.Select(a => a.ActivityQuotaId).Distinct().Count() != activities.Count) violations.Add(field, "names the same quota twice");
        for (var i = 0; i < activities.Count; i++)
        {
            violations.Required($"{field}[{i}].activity_quota_id", activities[i].ActivityQuotaId);
            if (activities[i].Amount is not (>= 0 and <= GradedActivities.Most)) violations.Add($"{field}[{i}].amount", $"is {activities[i].Amount}; it must be from 0 to {GradedActivities.Most}");
        }
    }

    /// <summary>Borg's scale begins at 6; 0 stands for none.</summary>
    public static void Rpe(string field, int rpe, Violations violations)
    {
        if (rpe is not (0 or (>= 6 and <= 20))) violations.Add(field, $"is {rpe}; on Borg's scale it must be from 6 to 20, or 0 for none");
    }

    public static void Pain(bool hasBefore, int before, bool hasAfter, int after, Violations violations)
    {
        if (hasBefore) violations.Range("pain_before", before, 0, 10);
        if (hasAfter) violations.Range("pain_after", after, 0, 10);
    }
}
