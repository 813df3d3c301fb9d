using Marten;
using Marten.Schema.Indexing.Unique;

namespace CareTeam.Server.Tasks;

/// <summary>A task in the worklists. DueBy sorts: tasks without a day come last.</summary>
public sealed record TaskRow(string Id, string PlanId, string AssigneeId, Discipline Discipline, TaskStatus Status, string DueBy, ListedTask Listed)
{
    public const string NoDay = "9999-12-31";
}

/// <summary>Keeps one row a task, written anew by each event that speaks of the task.</summary>
public sealed class TaskRows : IPlanRows
{
    public void Declare(StoreOptions options) => options.Schema.For<TaskRow>()
        .Identity(r => r.Id)
        .Duplicate(r => r.PlanId)
        .Duplicate(r => r.AssigneeId)
        .Duplicate(r => r.DueBy)
        .Index(r => new { r.AssigneeId, r.DueBy })
        .Index(r => new { r.Discipline, r.Status }, index => index.TenancyScope = TenancyScope.PerTenant);

    public void Write(IDocumentOperations rows, CarePlan before, CarePlan after, IReadOnlyList<PlanEvent> events)
    {
        foreach (var id in events.Select(TaskOf).Where(id => id is not null).Distinct()) rows.Store(Row(after, after.Task(id!)));
    }

    /// <summary>The task that an event of this area changes; all of them but the first name it in task_id. Events of other areas that name a task do not change it.</summary>
    private static string? TaskOf(PlanEvent e)
    {
        if (e.TaskAdded is { } added) return added.Task.TaskId;
        var change = e.GetChange();
        return change.Descriptor.File == TaskReflection.Descriptor ? (string?)change.Descriptor.FindFieldByName("task_id")?.Accessor.GetValue(change) : null;
    }

    public static TaskRow Row(CarePlan plan, CareTask task) => new(
        $"{plan.PlanId}/{task.TaskId}", plan.PlanId, task.Assignee?.PersonId ?? "", task.Discipline, task.Status, task.DueDate.Length > 0 ? task.DueDate : TaskRow.NoDay,
        new ListedTask { PlanId = plan.PlanId, PlanTitle = plan.Title, PatientName = plan.Patient.Name, Task = task });
}
