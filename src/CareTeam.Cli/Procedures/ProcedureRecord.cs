using CareTeam.Cli.Rules;

namespace CareTeam.Cli.Procedures;

public static class ProcedureRecord
{
    public static Command Command()
    {
        var procedure = IdOption.Existing("procedure");
        var description = TextOption.Argument("description", "What was done and how it went");
        var on = DayOption.Day("--on", "Day it was performed", required: true);
        var (technique, checklist) = (new InjectionOptions(), new ChecklistOptions());
        var complications = TextOption.Optional("--complications", "Complications (default: none)");
        var stopped = TextOption.Optional("--stopped", "Why it was stopped before it could treat", "reason");
        var reason = TextOption.Optional("--reason", "Of a procedure that is recorded already, by you or on a plan that you lead: why that is corrected");
        var command = new Command("record", "Record a scheduled procedure as performed: where and with what, if not as planned, and the checklist (who performed it)") { procedure, description, on };
        technique.AddTo(command);
        checklist.AddTo(command);
        command.Options.Add(complications);
        command.Options.Add(stopped);
        command.Options.Add(reason);
        return command.TakesOverrides().SendsOnPlan("Recorded.", parse => new RecordProcedureRequest
        {
            ProcedureId = parse.GetValue(procedure),
            PerformedDate = parse.GetValue(on),
            Performed = technique.Of(parse),
            Checklist = checklist.Of(parse),
            Description = parse.GetValue(description),
            Complications = parse.GetValue(complications),
            StoppedReason = parse.GetValue(stopped),
            CorrectionReason = parse.GetValue(reason),
        });
    }
}
