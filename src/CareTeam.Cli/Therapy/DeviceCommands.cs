namespace CareTeam.Cli.Therapy;

public static class DeviceCommands
{
    public static Command Group() => new("device", "Braces, orthoses, canes, TENS units: prescribed, fitted, discontinued") { Prescribe(), Fit(), Discontinue() };

    private static Command Prescribe()
    {
        var description = TextOption.Argument("description", "Make, size, side");
        var kind = WordOption.One<DeviceKind>("--kind", "What it is", required: true);
        var purpose = TextOption.Optional("--purpose", "What it is for");
        var (hours, days, wear) = (OrderOptions.Number("--hours", "Hours a day to wear it"), OrderOptions.Number("--days", "Days a week to wear it"), TextOption.Optional("--wear", "When to wear it"));
        var stop = DayOption.Day("--stop", "Day to give it up, or look at it again");
        var fitter = TextOption.Optional("--fitter", "Member who shall fit it (default: anyone who fits such)", "person");
        var day = DayOption.Day("--on", "Day (default: today)");
        var id = IdOption.New("--device-id", "device");
        return new Command("prescribe", "Prescribe a device (prescribers of the team)") { description, kind, purpose, hours, days, wear, stop, fitter, day, id }
            .SendsOnPlan("Device prescribed.", parse => new PrescribeDeviceRequest
            {
                DeviceId = parse.GetValue(id),
                Kind = parse.GetValue(kind),
                Description = parse.GetValue(description),
                Purpose = parse.GetValue(purpose),
                WearSchedule = Schedule(parse.GetValue(hours), parse.GetValue(days), parse.GetValue(wear) ?? ""),
                StopDate = parse.GetValue(stop),
                FitterPersonId = parse.GetValue(fitter),
                PrescribedDate = parse.GetValue(day),
            });
    }

    private static WearSchedule? Schedule(int hours, int days, string wear) =>
        hours == 0 && days == 0 && wear.Length == 0 ? null : new() { HoursPerDay = hours, DaysPerWeek = days, Instructions = wear };

    private static Command Fit()
    {
        var device = IdOption.Existing("device");
        var day = DayOption.Day("--on", "Day (default: today)");
        var fitting = TextOption.Optional("--fitting", "How it fits, and what was taught");
        return new Command("fit", "Record that a device was fitted (who fits)") { device, day, fitting }
            .SendsOnPlan("Device fitted.", parse => new FitDeviceRequest { DeviceId = parse.GetValue(device), FittedDate = parse.GetValue(day), Fitting = parse.GetValue(fitting) });
    }

    private static Command Discontinue()
    {
        var device = IdOption.Existing("device");
        var reason = TextOption.Required("--reason", "Why");
        var day = DayOption.Day("--on", "Day (default: today)");
        return new Command("discontinue", "Discontinue a device (prescribers of the team)") { device, reason, day }
            .SendsOnPlan("Device discontinued.", parse => new DiscontinueDeviceRequest { DeviceId = parse.GetValue(device), Reason = parse.GetValue(reason), DiscontinuedDate = parse.GetValue(day) });
    }
}
