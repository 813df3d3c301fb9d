using CareTeam.Server.Clocks;
using CareTeam.Server.Tasks;

namespace CareTeam.Server.Therapy;

/// <summary>Questions about devices that several use cases ask.</summary>
public static class DeviceRules
{
    public const string StopKind = "therapy.device-stop";

    public static readonly RuleKey Stop = new(StopKind, "notice_days");

    public static TherapyDevice Device(this CarePlan plan, string deviceId) => plan.Devices.FirstOrDefault(d => d.DeviceId == deviceId) ?? throw Fault.NotFound("device", deviceId);

    public static void MustBe(this TherapyDevice device, string toDo, params ReadOnlySpan<DeviceStatus> allowed) =>
        Lifecycle.MustBe("device.lifecycle", "device", device.DeviceId, device.Status, toDo, allowed);

    /// <summary>Orthotists fit what is made to measure, physical therapists what is walked with or stuck on.</summary>
    public static Discipline FittedBy(DeviceKind kind) => kind switch
    {
        DeviceKind.LumbarBrace or DeviceKind.Orthosis => Discipline.Orthotics,
        DeviceKind.Cane or DeviceKind.Crutches or DeviceKind.Walker or DeviceKind.Tens => Discipline.PhysicalTherapy,
        _ => Discipline.Unspecified,
    };

    public static TaskOwner? OwnerOf(CarePlan plan, CareTask task) =>
        plan.Devices.FirstOrDefault(d => d.TaskId == task.TaskId && d.Status == DeviceStatus.Prescribed) is not { } device ? null : new("device", device.DeviceId,
            "The task is to fit a device: fitting the device completes it, and discontinuing the device cancels it.");

    public static DueEnd EndOf(PlanDue raised, CarePlan plan) => DueEnd.DoneIf(plan.Device(raised.SubjectId).Status == DeviceStatus.Discontinued, "No day is set for the device any longer.");

    public static IEnumerable<Due> Dues(CarePlan plan, RuleTable rules, DateOnly today)
    {
        if (rules.InForce(Stop, plan, today) is not { } rule) yield break;
        foreach (var device in plan.Devices.Where(d => d.Status != DeviceStatus.Discontinued && d.StopDate.Length > 0))
        {
            var day = Dates.Of(device.StopDate);
            yield return new(StopKind, device.DeviceId, "stop", day.AddDays(-rule.Number("notice_days")), day, rule.Id,
                $"Give up, or prescribe anew: {device.Kind.Spoken()}", $"Prescribed until {device.StopDate}.",
                Discipline.Unspecified, plan.HasMember(device.PrescribedBy.PersonId) ? device.PrescribedBy : plan.Lead);
        }
    }
}
