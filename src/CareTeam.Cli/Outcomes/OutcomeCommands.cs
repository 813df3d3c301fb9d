namespace CareTeam.Cli.Outcomes;

public static class OutcomeCommands
{
    public static Command Group() => new("outcome", "Outcome measures: questionnaires, scales and tests, scored by the server")
    {
        OutcomeRecord.Command(), OutcomeTrend.Command(), InstrumentList.Command(),
    };
}
