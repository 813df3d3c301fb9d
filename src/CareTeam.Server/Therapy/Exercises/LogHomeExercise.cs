namespace CareTeam.Server.Therapy;

partial class TherapyGrpc
{
    public override Task<LogHomeExerciseResponse> LogHomeExercise(LogHomeExerciseRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>The patient, a caregiver or a therapist logs that the home programme was done, wholly or in part.</summary>
public sealed class LogHomeExercise(RuleTable rules) : PlanCommand<LogHomeExerciseRequest, LogHomeExerciseResponse>
{
    public override Permission Who => Permission.To(Capability.LogHomeExercise);

    protected override void Validate(LogHomeExerciseRequest request, Violations violations)
    {
        violations.AtMost("exercise_ids", request.ExerciseIds, 50);
        ExerciseForm.Check("activities", request.Activities, violations);
        ExerciseForm.Pain(request.HasPainBefore, request.PainBefore, request.HasPainAfter, request.PainAfter, violations);
        ExerciseForm.Rpe("rpe", request.Rpe, violations);
        violations.Text("comment", request.Comment, 2000, required: false);
    }

    // A log of no named day is of the day on which it was recorded, and its event is the newest.
    public override LogHomeExerciseResponse Reply(CarePlan after, LogHomeExerciseRequest request)
    {
        var monday = request.LogDate.Length > 0 ? Dates.Of(request.LogDate).Monday() : rules.Day(after.Coverage, after.UpdatedAt).Monday();
        return new() { LogsOfWeek = after.HomeWeeks.First(w => w.WeekStartDate == monday.Iso()).Logs };
    }

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, LogHomeExerciseRequest request, Caller caller, Timestamp now)
    {
        plan.MustNotHaveEnded();
        var today = rules.Day(plan.Coverage, now);
        var day = request.LogDate.Or(today);
        // The patient's own day may be ahead of the clinic's while they travel, and what they did is of that day; a therapist's is where the care is given.
        if (caller.Role.IsClinician()) Dates.MustNotBeInFuture("log_date", day.Iso(), today);
        else Dates.MustHaveBegunAnywhere("log_date", day.Iso(), now);
        Dates.MustNotBeBefore("log_date", day.Iso(), plan.Patient.BirthDate, "the patient's birth");
        foreach (var activity in request.Activities) plan.ActivityQuota(activity.ActivityQuotaId);
        var exercises = request.ExerciseIds.Count > 0 ? request.ExerciseIds.Select(id => ForHome(plan.Exercise(id))).ToList() : [.. plan.Exercises.Where(IsForHomeNow)];
        if (exercises.Count == 0 && request.Activities.Count == 0)
            throw Fault.Refused("home-exercise.prescribed", $"plan/{plan.PlanId}", "No exercise is prescribed for home, and nothing else was done.");
        var monday = day.Monday().Iso();
        var logged = new HomeExerciseLogged
        {
            LogDate = day.Iso(),
            WeekStartDate = monday,
            ExerciseIds = { exercises.Select(e => e.ExerciseId) },
            Activities = { request.Activities.Select(a => new ActivityAmount { ActivityQuotaId = a.ActivityQuotaId, WeekStartDate = monday, Amount = a.Amount }) },
            Rpe = request.Rpe,
            Comment = request.Comment,
        };
        if (request.HasPainBefore) logged.PainBefore = request.PainBefore;
        if (request.HasPainAfter) logged.PainAfter = request.PainAfter;
        yield return new PlanEvent { HomeExerciseLogged = logged, OccurredAt = rules.OccurredBy(plan.Coverage, day, now) };
    }

    private static bool IsForHomeNow(Exercise exercise) => exercise.Status == ExerciseStatus.Active && exercise.Dose.HomeSessionsPerWeek > 0;

    /// <summary>Also one that was stopped or changed since: a late entry tells of a day before.</summary>
    private static Exercise ForHome(Exercise exercise) => exercise.History.Any(s => s.Dose?.HomeSessionsPerWeek > 0)
        ? exercise
        : throw Fault.Refused("home-exercise.prescribed", $"exercise/{exercise.ExerciseId}", "This exercise is not prescribed for home.");
}
