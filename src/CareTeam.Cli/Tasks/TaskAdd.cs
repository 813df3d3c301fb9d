namespace CareTeam.Cli.Tasks;

public static class TaskAdd
{
    public static Command Command()
    {
        var title = TextOption.Argument("title", "What is to be done");
        var kind = WordOption.One<TaskKind>("--kind", "Kind of work", required: true);
        var description = TextOption.Optional("--description", "Details: dose, precautions, what to report");
        var discipline = WordOption.One<Discipline>("--discipline", "Field of work (default: any)");
        var priority = WordOption.One<TaskPriority>("--priority", "Priority (default: routine)");
        var assignee = TextOption.Optional("--assignee", "Member who shall do it (default: the whole team)", "person");
        var due = DayOption.Day("--due", "Day it falls due; of a series, the first");
        var dependsOn = IdOption.OfMany("--depends-on", "task", "that must be done before");
        var series = SeriesOption.New();
        var goals = IdOption.OfMany("--goal", "goal", "that it serves");
        var id = IdOption.New("--task-id", "task");
        return new Command("add", "Ask for work (clinicians of the team)") { title, kind, description, discipline, priority, assignee, due, dependsOn, series, goals, id }
            .SendsOnPlan("Task added.", parse => new AddTaskRequest
            {
                TaskId = parse.GetValue(id),
                Title = parse.GetValue(title),
                Description = parse.GetValue(description),
                Discipline = parse.GetValue(discipline),
                Kind = parse.GetValue(kind),
                Priority = parse.GetValue(priority),
                AssigneeId = parse.GetValue(assignee),
                DueDate = parse.GetValue(due),
                DependsOn = { parse.GetValue(dependsOn) },
                Recurrence = parse.GetValue(series),
                GoalIds = { parse.GetValue(goals) },
            });
    }
}
