using CareTeam.Server.Tasks;

namespace CareTeam.Server.Therapy;

partial class TherapyGrpc
{
    public override Task<FitDeviceResponse> FitDevice(FitDeviceRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>Who may fit records that a prescribed device was fitted and its wear taught; the task of it is completed.</summary>
public sealed class FitDevice(RuleTable rules) : PlanCommand<FitDeviceRequest, FitDeviceResponse>
{
    public override Permission Who => Permission.To(Capability.FitDevices);

    protected override void Validate(FitDeviceRequest request, Violations violations)
    {
        violations.Required("device_id", request.DeviceId);
        violations.Text("fitting", request.Fitting, 2000, required: false);
    }

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, FitDeviceRequest request, Caller caller, Timestamp now)
    {
        var device = plan.Device(request.DeviceId);
        var today = rules.Day(plan.Coverage, now);
        var day = request.FittedDate.Or(today);
        if (device.Status == DeviceStatus.Fitted && caller.Is(device.FittedBy) && device.FittedDate == day.Iso()) yield break;
        plan.MustNotHaveEnded();
        device.MustBe("be fitted", DeviceStatus.Prescribed);
        Dates.MustNotBeInFuture("fitted_date", day.Iso(), today);
        Dates.MustNotBeBefore("fitted_date", day.Iso(), rules.Day(plan.Coverage, device.PrescribedAt).Iso(), "it was prescribed");
        var fittedAt = rules.OccurredBy(plan.Coverage, day, now);
        yield return new PlanEvent
        {
            DeviceFitted = new() { DeviceId = device.DeviceId, FittedDate = day.Iso(), Fitting = request.Fitting },
            OccurredAt = fittedAt,
        };
        if (plan.Unfinished(device.TaskId) is { } task) yield return new PlanEvent { TaskCompleted = new() { TaskId = task.TaskId, Outcome = "Fitted." }, OccurredAt = fittedAt };
    }
}
