namespace CareTeam.Cli.Outcomes;

public static class OutcomeTrend
{
    public static Command Command()
    {
        var plan = IdOption.Plan();
        var instrument = TextOption.Argument("instrument", "Id of the instrument: odi, nprs, 6mwt");
        return new Command("trend", "All measurements by one instrument as a chart, with what changed and what else happened") { plan, instrument }.Reads(
            parse => new GetTrajectoryRequest { PlanId = parse.GetValue(plan), InstrumentId = parse.GetRequiredValue(instrument).ToLowerInvariant() },
            (screen, trajectory) => new TrendPage(screen, trajectory).Draw());
    }
}
