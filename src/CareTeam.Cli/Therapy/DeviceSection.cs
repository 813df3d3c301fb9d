using CareTeam.Cli.Plans;

namespace CareTeam.Cli.Therapy;

internal static class DeviceSection
{
    public static void Draw(Screen screen, CarePlan plan)
    {
        if (plan.Devices.Count == 0) return;
        screen.Heading("Devices", plan.Devices.Count(d => d.Status != DeviceStatus.Discontinued), "in use or to be fitted");
        foreach (var device in plan.Devices.OrderBy(d => d.Status))
        {
            var stop = device.StopDate.Length > 0 && device.Status != DeviceStatus.Discontinued ? $" [grey]until[/] {PlanStyle.Due(device.StopDate)}" : "";
            var (what, wear) = (Shown.Safe(TherapyWords.Device(device.Kind, device.Description)), Shown.Safe(TherapyWords.Wear(device.WearSchedule)));
            screen.Markup($"  [grey]{Shown.ShortId(device.DeviceId)}[/]  {what}  {Shown.Words(device.Status)}{stop}  [grey]{wear}[/]");
        }
    }
}
