namespace CareTeam.Server.Tasks;

partial class TaskGrpc
{
    public override Task<AddTaskResponse> AddTask(AddTaskRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>A clinician of the team asks for work: of a member, or of the whole team.</summary>
public sealed class AddTask : PlanCommand<AddTaskRequest, AddTaskResponse>
{
    public override Permission Who => Permission.ClinicianOfTeam;

    protected override void Validate(AddTaskRequest request, Violations violations)
    {
        violations.Text("title", request.Title, 200);
        violations.Text("description", request.Description, 5000, required: false);
        violations.Required("kind", request.Kind);
        violations.AtMost("depends_on", request.DependsOn, 50);
        violations.AtMost("goal_ids", request.GoalIds, 50);
        if (request.TaskId.Length > 0 && request.DependsOn.Contains(request.TaskId)) violations.Add("depends_on", "names the task itself");
        if (request.Recurrence is not { } recurrence) return;
        violations.Range("recurrence.times", recurrence.Times, 1, 21);
        violations.Range("recurrence.period_days", recurrence.PeriodDays, 1, 90);
        violations.Range("recurrence.periods", recurrence.Periods, 1, 104);
        if (request.DueDate.Length == 0) violations.Add("due_date", "is required with a recurrence: the day of the first occurrence");
    }

    public override AddTaskResponse Reply(CarePlan after, AddTaskRequest request) => new() { TaskId = request.Or(request.TaskId, "task") };

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, AddTaskRequest request, Caller caller, Timestamp now)
    {
        plan.MustNotHaveEnded();
        var id = request.Or(request.TaskId, "task");
        PlanState.MustBeNew("task", id, plan.Tasks.Any(t => t.TaskId == id));
        foreach (var other in request.DependsOn) plan.Task(other);
        foreach (var goal in request.GoalIds) plan.Goal(goal);
        Dates.MustNotBeBefore("due_date", request.DueDate, plan.Patient.BirthDate, "the patient's birth");
        var task = new CareTask
        {
            TaskId = id,
            Title = request.Title,
            Description = request.Description,
            Discipline = request.Discipline,
            Kind = request.Kind,
            Priority = request.Priority == TaskPriority.Unspecified ? TaskPriority.Routine : request.Priority,
            Status = TaskStatus.Requested,
            Assignee = plan.AssigneeFor(request.AssigneeId),
            Requester = caller.Person,
            DueDate = request.DueDate,
            DependsOn = { request.DependsOn },
            Recurrence = request.Recurrence,
            GoalIds = { request.GoalIds },
            SeriesStart = request.Recurrence is null ? "" : request.DueDate,
        };
        yield return new PlanEvent { TaskAdded = new() { Task = task } };
    }
}
