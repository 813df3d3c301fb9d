namespace CareTeam.Cli.Tasks;

/// <summary>Tasks in words.</summary>
public static class TaskWords
{
    public static string Of(CareTask? task) => task is null
        ? ""
        : $"\"{task.Title}\" {Shown.Words(task.Status)} of {Assignee(task)}{Due(task)}{Series(task)}{Urgency(task)}";

    public static string Assignee(Person? person) => person is null ? "the whole team" : Shown.NameAndRole(person);

    /// <summary>Who has it, or who may take it.</summary>
    public static string Assignee(CareTask task) => task.Assignee is { } person ? Shown.Name(person)
        : task.Discipline == Discipline.Unspecified ? "the whole team" : $"anyone of {Shown.Words(task.Discipline)}";

    /// <summary>7 of 18.</summary>
    public static string Progress(CareTask task) => task.Recurrence is { } r ? $"{task.OccurrencesCompleted} of {r.Times * r.Periods}" : "";

    public static string Session(TaskOccurrenceCompleted done) =>
        $"session {done.Occurrence} done, next due {done.NextDueDate}{(done.Outcome.Length > 0 ? $": {done.Outcome}" : "")}";

    public static bool IsOpen(this CareTask task) => task.Status is TaskStatus.Requested or TaskStatus.Accepted or TaskStatus.InProgress;

    public static string Series(CareTask task) => task.Recurrence is { } r ? $", {r.Times} every {Period(r.PeriodDays)}, {r.Times * r.Periods} in all" : "";

    private static string Period(int days) => days switch { 1 => "day", 7 => "week", _ => $"{days} days" };

    private static string Due(CareTask task) => task.DueDate.Length > 0 ? $", due {task.DueDate}" : "";

    private static string Urgency(CareTask task) =>
        task.Priority is TaskPriority.Unspecified or TaskPriority.Routine ? "" : $", {Shown.Words(task.Priority)}";
}
