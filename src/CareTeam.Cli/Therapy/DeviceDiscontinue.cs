namespace CareTeam.Cli.Therapy;

public static class DeviceDiscontinue
{
    public static Command Command()
    {
        var device = IdOption.Existing("device");
        var reason = TextOption.Required("--reason", "Why");
        var day = DayOption.Day("--on", "Day (default: today)");
        return new Command("discontinue", "Discontinue a device (prescribers of the team)") { device, reason, day }
            .SendsOnPlan("Device discontinued.", parse => new DiscontinueDeviceRequest { DeviceId = parse.GetValue(device), Reason = parse.GetValue(reason), DiscontinuedDate = parse.GetValue(day) });
    }
}
