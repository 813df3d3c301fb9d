namespace CareTeam.Cli.Therapy;

public static class DevicePrescribe
{
    public static Command Command()
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
}
