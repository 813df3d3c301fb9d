using CareTeam.Cli.Procedures;
using CareTeam.Cli.Rules;

namespace CareTeam.Cli.Diagnostics;

public static class BlockRecord
{
    public static Command Command()
    {
        var target = WordOption.One<BlockTarget>("--target", "What is numbed", required: true);
        var on = DayOption.Day("--on", "Day it was performed", required: true);
        var technique = new InjectionOptions();
        var activity = TextOption.Required("--activity", "What brought the pain on, before and after: extension standing");
        var (before, after) = (ProcedureFollowUpRecord.Score("--before", "Pain at it before the block, 1 to 10"), ProcedureFollowUpRecord.Score("--after", "Pain at it while the block numbs, 0 to 10"));
        var stated = new Option<int?>("--stated") { Description = "Relief as the patient states it, in percent", HelpName = "percent" };
        var minutes = new Option<int>("--relief-minutes") { Description = "How long the relief lasted", HelpName = "minutes" };
        var (indication, checklist) = (new IndicationOptions(), new ChecklistOptions());
        var corrects = IdOption.Of("--corrects", "block");
        corrects.Description = "Id of the own block that this one corrects, or its first characters";
        var reason = TextOption.Optional("--reason", "Why it is corrected");
        var id = IdOption.New("--diagnostic-block-id", "block");
        var command = new Command("record", "Record a diagnostic block; the threshold in force judges it (who performed it)") { target, on };
        technique.AddTo(command);
        foreach (var option in new Option[] { activity, before, after, stated, minutes }) command.Options.Add(option);
        indication.AddTo(command);
        checklist.AddTo(command);
        foreach (var option in new Option[] { corrects, reason, id }) command.Options.Add(option);
        return command.TakesOverrides().SendsOnPlan(
            "Block recorded.",
            parse =>
            {
                var request = new RecordDiagnosticBlockRequest
                {
                    DiagnosticBlockId = parse.GetValue(id),
                    Target = parse.GetValue(target),
                    Technique = technique.Of(parse),
                    PerformedDate = parse.GetValue(on),
                    ProvokingActivity = parse.GetValue(activity),
                    NprsBefore = parse.GetValue(before),
                    NprsAfter = parse.GetValue(after),
                    ReliefMinutes = parse.GetValue(minutes),
                    Indication = indication.Of(parse),
                    Checklist = checklist.Of(parse),
                    SupersedesDiagnosticBlockId = parse.GetValue(corrects),
                    CorrectionReason = parse.GetValue(reason),
                };
                if (parse.GetValue(stated) is { } percent) request.StatedPercent = percent;
                return request;
            },
            (screen, reply) => screen.Line(BlockWords.Judged(reply.Concordance, reply.ReliefPercent, reply.ThresholdPercent)));
    }
}
