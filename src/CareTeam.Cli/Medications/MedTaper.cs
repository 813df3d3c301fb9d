using System.Globalization;

namespace CareTeam.Cli.Medications;

public static class MedTaper
{
    public static Command Command()
    {
        var medication = IdOption.Existing("medication");
        var steps = new Option<string[]>("--step")
        {
            Description = "From a day on a smaller dose, as DAY=DOSExTIMES: \"+7=200 mg x2\"; may be repeated",
            HelpName = "day=dosextimes",
            Required = true,
            Validators =
            {
                result =>
                {
                    foreach (var token in result.Tokens)
                        if (Step(token.Value, Today) is null) result.AddError($"'{token.Value}' is no step, like \"+7=200 mg x2\".");
                },
            },
        };
        var until = DayOption.Day("--until", "Last day of the last step", required: true);
        var reason = TextOption.Required("--reason", "Why it is tapered");
        return new Command("taper", "Reduce a medication step by step, and end it (prescribers)") { medication, steps, until, reason }.SendsOnPlan("Taper planned.", parse => new TaperMedicationRequest
        {
            MedicationId = parse.GetValue(medication),
            Steps = { parse.GetRequiredValue(steps).Select(text => Step(text, Today)) },
            PlannedStopDate = parse.GetValue(until),
            Reason = parse.GetValue(reason),
        });
    }

    public static MedicationTaperStep? Step(string text, DateOnly today)
    {
        if (text.Split('=', 2) is not [var day, var rest] || DayOption.ParseDay(day.Trim(), today) is not { } start) return null;
        var at = rest.LastIndexOf('x');
        var (dose, times) = at < 0 ? (rest, "1") : (rest[..at], rest[(at + 1)..]);
        return DoseOption.Parse(dose) is { } parsed && int.TryParse(times, NumberStyles.None, CultureInfo.InvariantCulture, out var aDay)
            ? new() { StartDate = DayOption.Iso(start), Dose = parsed, Frequency = new() { TimesADay = aDay } }
            : null;
    }

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
}
