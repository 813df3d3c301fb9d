using CareTeam.Server.Tasks;

namespace CareTeam.Server.Therapy;

partial class TherapyGrpc
{
    public override Task<DiscontinueDeviceResponse> DiscontinueDevice(DiscontinueDeviceRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>A prescriber of the team discontinues a device, fitted or not; a task to fit it that still waits is cancelled.</summary>
public sealed class DiscontinueDevice(RuleTable rules) : PlanCommand<DiscontinueDeviceRequest, DiscontinueDeviceResponse>
{
    public override Permission Who => Permission.To(Capability.PrescribeDevices);

    protected override void Validate(DiscontinueDeviceRequest request, Violations violations)
    {
        violations.Required("device_id", request.DeviceId);
        violations.Text("reason", request.Reason, 2000);
    }

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, DiscontinueDeviceRequest request, Caller caller, Timestamp now)
    {
        var device = plan.Device(request.DeviceId);
        if (device.Status == DeviceStatus.Discontinued) yield break;
        plan.MustNotHaveEnded();
        var day = request.DiscontinuedDate.Or(rules.Day(plan.Coverage, now));
        Dates.MustNotBeInFuture("discontinued_date", day.Iso(), rules.Day(plan.Coverage, now));
        Dates.MustNotBeBefore("discontinued_date", day.Iso(), rules.Day(plan.Coverage, device.PrescribedAt).Iso(), "it was prescribed");
        var at = rules.OccurredBy(plan.Coverage, day, now);
        yield return new PlanEvent { DeviceDiscontinued = new() { DeviceId = device.DeviceId, Reason = request.Reason }, OccurredAt = at };
        if (plan.Unfinished(device.TaskId) is { } task)
            yield return new PlanEvent { TaskCancelled = new() { TaskId = task.TaskId, Reason = "The device was discontinued." }, OccurredAt = at };
    }
}
