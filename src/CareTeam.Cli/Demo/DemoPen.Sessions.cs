using CareTeam.Cli.Therapy;

namespace CareTeam.Cli.Demo;

/// <summary>Exercises and quotas, and what is done of them in sessions and at home; doses and pain are typed as on the command line.</summary>
public sealed partial class DemoPen
{
    public void PrescribesExercise(Person by, string exercise, string order, int from, ExerciseCategory category, string name, string dose, string instructions, string assistantLimit = "") =>
        Write(by, $"prescribes {name}: {dose}", new PrescribeExerciseRequest
        {
            ExerciseId = Id(exercise),
            TherapyOrderId = Id(order),
            Prescription = new()
            {
                Name = name,
                Category = category,
                Dose = ExerciseDoseOption.Parse(dose),
                Instructions = instructions,
                AssistantLimit = assistantLimit.Length > 0 ? ExerciseDoseOption.Parse(assistantLimit) : null,
            },
            FromDate = Day(from),
        });

    public void Progresses(Person by, string exercise, int from, string dose, string reason) => Adjusts(by, exercise, from, ExerciseChange.Progressed, dose, reason);

    public void Regresses(Person by, string exercise, int from, string dose, string reason) => Adjusts(by, exercise, from, ExerciseChange.Regressed, dose, reason);

    private void Adjusts(Person by, string exercise, int from, ExerciseChange change, string dose, string reason) =>
        Write(by, $"{(change == ExerciseChange.Progressed ? "progresses" : change == ExerciseChange.Regressed ? "regresses" : "stops")} {exercise}{(dose.Length > 0 ? $" to {dose}" : "")}: {reason}",
            new AdjustExerciseRequest
            {
                ExerciseId = Id(exercise),
                Change = change,
                Dose = dose.Length > 0 ? ExerciseDoseOption.Parse(dose) : null,
                Reason = reason,
                FromDate = Day(from),
            });

    /// <summary>A quota is known by its order and its activity; the server chooses its id.</summary>
    public void SetsQuota(Person by, string order, GradedActivity activity, double target, int from, string reason, string overriding = "", string why = "") =>
        Write(by, $"sets the quota of {Shown.Words(activity)} to {TherapyWords.Target(target, activity)}: {reason}{(overriding.Length > 0 ? $" (overrides {overriding})" : "")}", new SetActivityQuotaRequest
        {
            TherapyOrderId = Id(order),
            Activity = activity,
            WeeklyTarget = target,
            FromDate = Day(from),
            Reason = reason,
            Overrides = { overriding.Length > 0 ? [new OverrideRequest { RuleId = overriding, Reason = why }] : Array.Empty<OverrideRequest>() },
        }, learns: reply => chosenIds[Id($"{order} {activity}")] = reply.ActivityQuotaId);

    /// <summary>An attended session of the order.</summary>
    public void Treats(Person by, string order, int day, string pain, int minutes, string response, Intervention[] interventions, string done = "",
        SessionPurpose purpose = SessionPurpose.Treatment, int? nextEvaluation = null, Person? supervisor = null, string note = "", params (GradedActivity Activity, double Amount)[] amounts)
    {
        var request = new RecordSessionRequest
        {
            SessionId = Id($"{order} {Day(day)}"),
            TherapyOrderId = Id(order),
            SessionDate = Day(day),
            Attendance = SessionAttendance.Attended,
            Purpose = purpose,
            SupervisingPersonId = supervisor?.PersonId ?? "",
            TimedMinutes = minutes,
            Interventions = { interventions },
            Exercises = { done.Split("; ", StringSplitOptions.RemoveEmptyEntries).Select(Done) },
            Activities = { amounts.Select(a => new ActivityDone { ActivityQuotaId = Id($"{order} {a.Activity}"), Amount = a.Amount }) },
            Response = response,
            NextReevaluationDate = nextEvaluation is { } next ? Day(next) : "",
            NoteId = note.Length > 0 ? Id(note) : "",
        };
        Feels(pain, before => request.PainBefore = before, after => request.PainAfter = after);
        Write(by, $"treats on {Day(day)}, pain {pain}: {response}", request, prepares: () => NameQuotas(request.Activities));
    }

    /// <summary>Before there is an order; its name is that of the session.</summary>
    public void Evaluates(Person by, string evaluation, int day, string pain, string response)
    {
        var request = new RecordSessionRequest
        {
            SessionId = Id(evaluation),
            SessionDate = Day(day),
            Attendance = SessionAttendance.Attended,
            Purpose = SessionPurpose.Evaluation,
            UntimedMinutes = 45,
            Response = response,
        };
        Feels(pain, before => request.PainBefore = before, after => request.PainAfter = after);
        Write(by, $"evaluates: {response}", request);
    }

    public void IsMissing(Person by, string order, int day, SessionAttendance how, string reason) =>
        Write(by, $"records a session as {Shown.Words(how)}: {reason}", new RecordSessionRequest
        {
            SessionId = Id($"{order} {Day(day)}"),
            TherapyOrderId = Id(order),
            SessionDate = Day(day),
            Attendance = how,
            AttendanceReason = reason,
            Purpose = SessionPurpose.Treatment,
        });

    public void LogsAtHome(Person by, string order, int day, string[] exercises, string pain, double walked)
    {
        var request = new LogHomeExerciseRequest
        {
            LogDate = Day(day),
            ExerciseIds = { exercises.Select(Id) },
            Activities = { new ActivityDone { ActivityQuotaId = Id($"{order} {GradedActivity.WalkingTime}"), Amount = walked } },
        };
        Feels(pain, before => request.PainBefore = before, after => request.PainAfter = after);
        Write(by, "logs the home programme", request, prepares: () => NameQuotas(request.Activities));
    }

    private ExerciseDone Done(string text)
    {
        var done = DoneOption.Exercise(text) ?? throw new UsageException($"'{text}' is not EXERCISE=DOSE.");
        done.ExerciseId = Id(done.ExerciseId);
        return done;
    }

    private void NameQuotas(IEnumerable<ActivityDone> activities)
    {
        foreach (var activity in activities) activity.ActivityQuotaId = chosenIds.GetValueOrDefault(activity.ActivityQuotaId, activity.ActivityQuotaId);
    }

    private static void Feels(string pain, Action<int> before, Action<int> after)
    {
        if (DoneOption.ParsePain(pain) is not { } told) throw new UsageException($"'{pain}' is no pain before and after.");
        if (told.Before is { } from) before(from);
        if (told.After is { } to) after(to);
    }
}
