namespace CareTeam.Server.Procedures;

/// <summary>The task of a procedure: it comes with it, moves with it and ends with it, and in no other way while the procedure is scheduled.</summary>
public static class ProcedureTask
{
    private const int LongestTitle = 200;

    public static CareTask For(ScheduleProcedureRequest request, string procedureId, Person performer, Person requester) => new()
    {
        TaskId = ChosenId.Named(request.PlanId, procedureId, "task"),
        Title = Title(request.Kind, request.Planned),
        Description = request.Indication.Reason,
        Discipline = Discipline.PhysicalMedicine,
        Kind = TaskKind.Treatment,
        Priority = request.Priority == TaskPriority.Unspecified ? TaskPriority.Routine : request.Priority,
        Status = TaskStatus.Requested,
        Assignee = performer,
        Requester = requester,
        DueDate = request.PlannedDate,
    };

    /// <summary>Done with the procedure, whoever has it and whether it was accepted, so that no worklist shows what is over.</summary>
    public static IEnumerable<PlanEvent> Completed(CarePlan plan, Procedure procedure, string outcome) =>
        Unfinished(plan, procedure).Select(t => new PlanEvent { TaskCompleted = new() { TaskId = t.TaskId, Outcome = outcome } });

    public static IEnumerable<PlanEvent> Cancelled(CarePlan plan, Procedure procedure, string reason) =>
        Unfinished(plan, procedure).Select(t => new PlanEvent { TaskCancelled = new() { TaskId = t.TaskId, Reason = reason } });

    public static IEnumerable<PlanEvent> Moved(CarePlan plan, Procedure procedure, string plannedDate, string reason) =>
        Unfinished(plan, procedure).Select(t => new PlanEvent { TaskRescheduled = new() { TaskId = t.TaskId, DueDate = plannedDate, Reason = reason } });

    /// <summary>Refuses for a task of a scheduled procedure what would put the two out of step.</summary>
    public static void MustBeOfNoProcedure(this CarePlan plan, CareTask task, string instead)
    {
        if (plan.Procedures.FirstOrDefault(p => p.TaskId == task.TaskId && p.Status == ProcedureStatus.Scheduled) is { } procedure)
            throw Fault.Refused("task.of-procedure", $"procedure/{procedure.ProcedureId}", $"The task belongs to a scheduled procedure; {instead} the procedure, and the task goes with it.");
    }

    private static IEnumerable<CareTask> Unfinished(CarePlan plan, Procedure procedure) =>
        plan.Tasks.Where(t => t.TaskId == procedure.TaskId && t.Status is not (TaskStatus.Completed or TaskStatus.Cancelled));

    private static string Title(ProcedureKind kind, InjectionTechnique planned)
    {
        var title = $"{kind.Title()}, {planned.Place()}";
        return title.Length <= LongestTitle ? title : title[..LongestTitle];
    }
}
