namespace CareTeam.Cli.Plans;

public static class FlagRaise
{
    public static Command Command()
    {
        var finding = TextOption.Argument("finding", "What was seen or told");
        var kind = WordOption.One<RedFlagKind>("--kind", "What it may be", required: true);
        var id = IdOption.New("--red-flag-id", "red flag");
        return new Command("raise", "Report a warning sign (anyone of the team, patient included)") { finding, kind, id }
            .SendsOnPlan("Red flag raised.", parse => new RaiseRedFlagRequest { RedFlagId = parse.GetValue(id), Kind = parse.GetValue(kind), Finding = parse.GetValue(finding) });
    }
}
