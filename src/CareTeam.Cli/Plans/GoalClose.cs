namespace CareTeam.Cli.Plans;

public static class GoalClose
{
    public static Command Command()
    {
        var goal = IdOption.Existing("goal");
        var status = WordOption.One<GoalStatus>("--as", "How it ended", required: true);
        var reason = TextOption.Optional("--reason", "Why; required unless it was achieved");
        return new Command("close", "Close an active goal (clinicians of the team)") { goal, status, reason }
            .SendsOnPlan("Goal closed.", parse => new CloseGoalRequest { GoalId = parse.GetValue(goal), Status = parse.GetValue(status), Reason = parse.GetValue(reason) });
    }
}
