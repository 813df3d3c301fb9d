namespace CareTeam.Cli.Plans;

public static class FlagResolve
{
    public static Command Command()
    {
        var flag = IdOption.Existing("flag");
        var resolution = TextOption.Argument("resolution", "What was done and found");
        return new Command("resolve", "Sign that a warning sign is dealt with (physicians of the team)") { flag, resolution }
            .SendsOnPlan("Red flag resolved.", parse => new ResolveRedFlagRequest { RedFlagId = parse.GetValue(flag), Resolution = parse.GetValue(resolution) });
    }
}
