using CareTeam.Server.Tasks;

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
    public static IEnumerable<PlanEvent> Completed(CarePlan plan, Procedure procedure, string outcome)
    {
        if (plan.Unfinished(procedure.TaskId) is { } task) yield return new PlanEvent { TaskCompleted = new() { TaskId = task.TaskId, Outcome = outcome } };
    }

    public static IEnumerable<PlanEvent> Cancelled(CarePlan plan, Procedure procedure, string reason)
    {
        if (plan.Unfinished(procedure.TaskId) is { } task) yield return new PlanEvent { TaskCancelled = new() { TaskId = task.TaskId, Reason = reason } };
    }

    public static IEnumerable<PlanEvent> Moved(CarePlan plan, Procedure procedure, string plannedDate, string reason)
    {
        if (plan.Unfinished(procedure.TaskId) is { } task) yield return new PlanEvent { TaskRescheduled = new() { TaskId = task.TaskId, DueDate = plannedDate, Reason = reason } };
    }

    public static TaskOwner? OwnerOf(CarePlan plan, CareTask task) =>
        plan.Procedures.FirstOrDefault(p => p.TaskId == task.TaskId && p.Status == ProcedureStatus.Scheduled) is not { } procedure ? null : new("procedure", procedure.ProcedureId,
            "The task belongs to a scheduled procedure; record, reschedule or cancel the procedure, and the task goes with it.", MovesTask: true);

    private static string Title(ProcedureKind kind, InjectionTechnique planned) => $"{kind.Title()}, {planned.Place()}".FirstOf(LongestTitle);
}
