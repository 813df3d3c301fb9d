namespace CareTeam.Cli.Therapy;

public static class DeviceFit
{
    public static Command Command()
    {
        var device = IdOption.Existing("device");
        var day = DayOption.Day("--on", "Day (default: today)");
        var fitting = TextOption.Optional("--fitting", "How it fits, and what was taught");
        return new Command("fit", "Record that a device was fitted (who fits)") { device, day, fitting }
            .SendsOnPlan("Device fitted.", parse => new FitDeviceRequest { DeviceId = parse.GetValue(device), FittedDate = parse.GetValue(day), Fitting = parse.GetValue(fitting) });
    }
}
