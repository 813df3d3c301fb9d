using CareTeam.Server.Tasks;

namespace CareTeam.Server.Therapy;

partial class TherapyGrpc
{
    public override Task<PrescribeDeviceResponse> PrescribeDevice(PrescribeDeviceRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>A prescriber of the team prescribes a device; the task of fitting it comes with it.</summary>
public sealed class PrescribeDevice(RuleTable rules, ScopeOfPractice scope) : PlanCommand<PrescribeDeviceRequest, PrescribeDeviceResponse>
{
    public override Permission Who => Permission.To(Capability.PrescribeDevices);

    protected override void Validate(PrescribeDeviceRequest request, Violations violations)
    {
        violations.Required("kind", request.Kind);
        violations.Text("description", request.Description, 200);
        violations.Text("purpose", request.Purpose, 500, required: false);
        if (request.WearSchedule is not { } wear) return;
        violations.Range("wear_schedule.hours_per_day", wear.HoursPerDay, 0, 24);
        violations.Range("wear_schedule.days_per_week", wear.DaysPerWeek, 0, 7);
        violations.Text("wear_schedule.instructions", wear.Instructions, 500, required: false);
    }

    public override PrescribeDeviceResponse Reply(CarePlan after, PrescribeDeviceRequest request)
    {
        var device = after.Device(request.Or(request.DeviceId, "device"));
        return new() { DeviceId = device.DeviceId, TaskId = device.TaskId };
    }

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, PrescribeDeviceRequest request, Caller caller, Timestamp now)
    {
        plan.MustNotHaveEnded();
        var id = request.Or(request.DeviceId, "device");
        PlanState.MustBeNew("device", id, plan.Devices.Any(d => d.DeviceId == id));
        var day = request.PrescribedDate.Or(rules.Day(plan.Coverage, now));
        Dates.MustNotBeInFuture("prescribed_date", day.Iso(), rules.Day(plan.Coverage, now));
        Dates.MustNotBeBefore("prescribed_date", day.Iso(), plan.Patient.BirthDate, "the patient's birth");
        Dates.MustNotBeBefore("stop_date", request.StopDate, day.Iso(), "the day on which it is prescribed");
        var fitter = plan.AssigneeFor(request.FitterPersonId);
        if (fitter is not null && !scope.May(fitter.Role, Capability.FitDevices))
            throw Fault.Refused("device.fitter-may-fit", $"person/{fitter.PersonId}", "Only somebody who may fit devices can be given this task.");
        var taskId = ChosenId.Of(request, "fitting");
        yield return new PlanEvent
        {
            DevicePrescribed = new()
            {
                DeviceId = id,
                Kind = request.Kind,
                Description = request.Description,
                Purpose = request.Purpose,
                WearSchedule = request.WearSchedule,
                StopDate = request.StopDate,
                TaskId = taskId,
            },
            OccurredAt = rules.OccurredBy(plan.Coverage, day, now),
        };
        yield return new PlanEvent
        {
            TaskAdded = new()
            {
                Task = new()
                {
                    TaskId = taskId,
                    Title = $"Fit {request.Kind.Name()}",
                    Description = request.Description,
                    Discipline = fitter?.Role.Discipline() ?? DeviceRules.FittedBy(request.Kind),
                    Kind = TaskKind.Treatment,
                    Priority = TaskPriority.Routine,
                    Status = TaskStatus.Requested,
                    Assignee = fitter,
                    Requester = caller.Person,
                },
            },
        };
    }
}
