namespace CareTeam.Cli.History;

public static class PlanTimeline
{
    public static Command Command()
    {
        var plan = IdOption.Plan();
        var after = new Option<int>("--after") { Description = "Only events after this version", HelpName = "version" };
        var command = new Command("timeline", "What happened to a plan, in order") { plan, after, Reading.Json };
        command.Connects().SetAction(async (parse, cancel) =>
        {
            using var connection = parse.Connect();
            var planId = await connection.WholePlanId(parse.GetRequiredValue(plan), cancel);
            var history = await connection.AllPages(new ListPlanEventsRequest { PlanId = planId, AfterVersion = parse.GetValue(after) }, 0, cancel);
            var screen = Screen.Of(parse);
            if (parse.GetValue(Reading.Json)) screen.Json(history);
            else Show(screen, history, parse.GetValue(after) > 0 ? (await connection.Send(new GetPlanRequest { PlanId = planId }, cancel)).Plan : new());
            return ExitCode.Ok;
        });
        return command;
    }

    private static void Show(Screen screen, ListPlanEventsResponse history, CarePlan known)
    {
        var words = new PlanEventWords().Knowing(known);
        foreach (var e in history.Events) screen.Line(words.Line(e));
        if (history.Events.Count == 0) screen.Line("Nothing after that.");
    }
}
