using Google.Protobuf;

namespace CareTeam.Server.Therapy;

/// <summary>What the events of devices do to a plan.</summary>
public static class DevicesFold
{
    public static bool Apply(CarePlan plan, PlanEvent e, IMessage change)
    {
        switch (change)
        {
            case DevicePrescribed c: plan.Devices.Add(Prescribed(e, c)); break;
            case DeviceFitted c:
                On(plan, c.DeviceId, d => (d.Status, d.FittedBy, d.FittedDate, d.Fitting) = (DeviceStatus.Fitted, e.Actor, c.FittedDate, c.Fitting));
                break;
            case DeviceDiscontinued c:
                On(plan, c.DeviceId, d => (d.Status, d.DiscontinuedBy, d.DiscontinuedAt, d.StatusReason) = (DeviceStatus.Discontinued, e.Actor, e.OccurredAt, c.Reason));
                break;
            default: return false;
        }
        return true;
    }

    private static void On(CarePlan plan, string deviceId, Action<TherapyDevice> change) => plan.Devices.Change(d => d.DeviceId == deviceId, change);

    private static TherapyDevice Prescribed(PlanEvent e, DevicePrescribed prescribed) => new()
    {
        DeviceId = prescribed.DeviceId,
        Kind = prescribed.Kind,
        Description = prescribed.Description,
        Purpose = prescribed.Purpose,
        Status = DeviceStatus.Prescribed,
        WearSchedule = prescribed.WearSchedule,
        StopDate = prescribed.StopDate,
        PrescribedBy = e.Actor,
        PrescribedAt = e.OccurredAt,
        TaskId = prescribed.TaskId,
    };
}
