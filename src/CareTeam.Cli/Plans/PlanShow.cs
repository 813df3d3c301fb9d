using System.Globalization;
using Google.Protobuf.WellKnownTypes;

namespace CareTeam.Cli.Plans;

public static class PlanShow
{
    public static Command Command()
    {
        var plan = IdOption.Plan();
        var at = TextOption.Optional("--at", "The plan as it stood: a version, a time (2026-03-02T14:30) or the end of a day (2026-03-02)", "version|time");
        return new Command("show", "The whole plan, now or as it stood") { plan, at }
            .Reads(
                parse => AsOf(new GetPlanRequest { PlanId = parse.GetValue(plan) }, parse.GetValue(at) ?? ""),
                (screen, answer) => PlanPage.Draw(screen, answer.Plan));
    }

    public static GetPlanRequest AsOf(GetPlanRequest request, string at)
    {
        if (at.Length == 0) return request;
        if (int.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var version)) request.AsOfVersion = version;
        else if (DayOption.ParseTime(at) is { } time) request.AsOfTime = Timestamp.FromDateTimeOffset(IsDay(at) ? time.AddDays(1).AddTicks(-1) : time);
        else throw new UsageException($"'{at}' is neither a version nor a time like 2026-03-02T14:30.");
        return request;
    }

    private static bool IsDay(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
