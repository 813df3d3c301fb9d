namespace CareTeam.Cli.Demo;

/// <summary>Tasks that no room has a command for: calls, visits, certificates.</summary>
public sealed partial class DemoPen
{
    private readonly Dictionary<string, string> titles = [];

    public void Asks(Person by, string task, TaskKind kind, Discipline discipline, Person? of, int due, string title, string description = "",
        TaskPriority priority = TaskPriority.Routine, string[]? after = null, string[]? goals = null)
    {
        titles[task] = title;
        Write(by, $"{(of == by ? "plans" : $"asks {of?.Name ?? "the team"} for")} \"{title}\"", new AddTaskRequest
        {
            TaskId = Id(task),
            Title = title,
            Description = description,
            Kind = kind,
            Discipline = discipline,
            Priority = priority,
            AssigneeId = of?.PersonId ?? "",
            DueDate = Day(due),
            DependsOn = { (after ?? []).Select(Id) },
            GoalIds = { (goals ?? []).Select(Id) },
        });
    }

    public void Accepts(Person by, string task) => Write(by, $"accepts \"{titles[task]}\"", new AcceptTaskRequest { TaskId = Id(task) });

    public void Starts(Person by, string task) => Write(by, $"starts \"{titles[task]}\"", new StartTaskRequest { TaskId = Id(task) });

    /// <summary>Accepts, starts and completes.</summary>
    public void Does(Person by, string task, string outcome) => Together($"does \"{titles[task]}\": {outcome}", () =>
    {
        Accepts(by, task);
        Starts(by, task);
        Write(by, "", new CompleteTaskRequest { TaskId = Id(task), Outcome = outcome });
    });

    public void Declines(Person by, string task, string reason) =>
        Write(by, $"declines \"{titles[task]}\": {reason}", new DeclineTaskRequest { TaskId = Id(task), Reason = reason });

    public void Reassigns(Person by, string task, Person to, string reason) =>
        Write(by, $"reassigns \"{titles[task]}\" to {to.Name}: {reason}", new ReassignTaskRequest { TaskId = Id(task), AssigneeId = to.PersonId, Reason = reason });

}
