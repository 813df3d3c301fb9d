using CareTeam.Server.Tasks;

namespace CareTeam.Server.Plans;

partial class PlanGrpc
{
    public override Task<ResolveRedFlagResponse> ResolveRedFlag(ResolveRedFlagRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>A physician of the team signs that a warning sign is dealt with; the urgent task that it made is done with it.</summary>
public sealed class ResolveRedFlag : PlanCommand<ResolveRedFlagRequest, ResolveRedFlagResponse>
{
    public override Permission Who => Permission.To(Capability.ResolveRedFlags);

    protected override void Validate(ResolveRedFlagRequest request, Violations violations)
    {
        violations.Required("red_flag_id", request.RedFlagId);
        violations.Text("resolution", request.Resolution, 2000);
    }

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, ResolveRedFlagRequest request, Caller caller, Timestamp now)
    {
        var flag = plan.RedFlags.FirstOrDefault(f => f.RedFlagId == request.RedFlagId) ?? throw Fault.NotFound("red flag", request.RedFlagId);
        if (!flag.IsOpen())
            throw Fault.Refused("red-flag.open", $"red-flag/{flag.RedFlagId}", "The red flag was resolved before, and a resolution is never changed.");
        yield return new PlanEvent { RedFlagResolved = new() { RedFlagId = flag.RedFlagId, Resolution = request.Resolution } };
        if (plan.Tasks.FirstOrDefault(t => t.TaskId == flag.TaskId) is { } task && (task.IsOpen() || task.Status == TaskStatus.Declined))
            yield return new PlanEvent { TaskCompleted = new() { TaskId = task.TaskId, Outcome = request.Resolution } };
    }
}
