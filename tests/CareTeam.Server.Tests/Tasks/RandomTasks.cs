using Google.Protobuf;

namespace CareTeam.Server.Tests.Tasks;

/// <summary>Work that is asked for, taken on, done, refused and moved, among the random commands.</summary>
public sealed class RandomTasks : IRandomCommands
{
    private static readonly string[] Assignees = ["pt-one", "pt-two", "ot-one"];

    public int Kinds => 9;

    public IMessage Request(string planId, IReadOnlyList<string> ids, int kind, int target)
    {
        var (id, request, therapist) = (ids[target], New.Id(), Assignees[target % 3]);
        return kind switch
        {
            0 or 1 => new AddTaskRequest { PlanId = planId, RequestId = request, TaskId = id, Title = "t", Kind = TaskKind.Exercise, AssigneeId = target % 2 == 0 ? therapist : "" },
            2 => new AcceptTaskRequest { PlanId = planId, RequestId = request, TaskId = id },
            3 => new StartTaskRequest { PlanId = planId, RequestId = request, TaskId = id },
            4 => new CompleteTaskRequest { PlanId = planId, RequestId = request, TaskId = id },
            5 => new DeclineTaskRequest { PlanId = planId, RequestId = request, TaskId = id, Reason = "r" },
            6 => new CancelTaskRequest { PlanId = planId, RequestId = request, TaskId = id, Reason = "r" },
            7 => new ReassignTaskRequest { PlanId = planId, RequestId = request, TaskId = id, AssigneeId = therapist },
            _ => new RescheduleTaskRequest { PlanId = planId, RequestId = request, TaskId = id, DueDate = $"2099-05-0{target + 1}" },
        };
    }
}
