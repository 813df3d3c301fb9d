namespace CareTeam.Cli.Procedures;

public static class ProcedureFollowUpRecord
{
    public static Command Command()
    {
        var procedure = IdOption.Existing("procedure");
        var on = DayOption.Day("--on", "Day of the follow-up", required: true);
        var (before, after) = (Score("--before", "Pain before the procedure, 0 to 10"), Score("--after", "Pain since, while it helped, 0 to 10"));
        var stated = new Option<int?>("--stated") { Description = "Relief as the patient states it, in percent", HelpName = "percent" };
        var function = TextOption.Optional("--function", "What the patient can do again");
        var until = DayOption.Day("--until", "Day until which it has lasted (default: until the follow-up)");
        var corrects = IdOption.Corrects("follow-up");
        var reason = TextOption.Optional("--reason", "Why it is corrected");
        var id = IdOption.New("--follow-up-id", "follow-up");
        return new Command("response", "Record how the patient responded to a procedure (clinicians of the team)") { procedure, on, before, after, stated, function, until, corrects, reason, id }
            .SendsOnPlan(
                "Response recorded.",
                parse =>
                {
                    var request = new FollowUpProcedureRequest
                    {
                        ProcedureId = parse.GetValue(procedure),
                        FollowUpId = parse.GetValue(id),
                        AssessedDate = parse.GetValue(on),
                        NprsBefore = parse.GetValue(before),
                        NprsAfter = parse.GetValue(after),
                        FunctionGained = parse.GetValue(function)!.Length > 0,
                        Function = parse.GetValue(function),
                        SustainedUntilDate = parse.GetValue(until),
                        SupersedesFollowUpId = parse.GetValue(corrects),
                        CorrectionReason = parse.GetValue(reason),
                    };
                    if (parse.GetValue(stated) is { } percent) request.StatedPercent = percent;
                    return request;
                },
                (screen, reply) =>
                {
                    if (reply.HasReliefPercent) screen.Line($"relief {ProcedureWords.Percent(reply.ReliefPercent)}");
                });
    }

    public static Option<int> Score(string name, string description) => new(name) { Description = description, HelpName = "nprs", Required = true };
}
