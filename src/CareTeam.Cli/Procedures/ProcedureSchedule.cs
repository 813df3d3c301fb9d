using CareTeam.Cli.Rules;

namespace CareTeam.Cli.Procedures;

public static class ProcedureSchedule
{
    public static Command Command()
    {
        var kind = WordOption.One<ProcedureKind>("--kind", "What is done", required: true);
        var on = DayOption.Day("--on", "Day it is planned for", required: true);
        var (technique, indication, checklist) = (new InjectionOptions(), new IndicationOptions(), new ChecklistOptions());
        var performer = TextOption.Optional("--performer", "Member who shall perform it (default: you)", "person");
        var priority = WordOption.One<TaskPriority>("--priority", "Of its task (default: routine)");
        var id = IdOption.New("--procedure-id", "procedure");
        var command = new Command("schedule", "Plan a procedure behind its gates; its task comes with it (who performs procedures)") { kind, on };
        technique.AddTo(command);
        indication.AddTo(command);
        checklist.AddTo(command);
        foreach (var option in new Option[] { performer, priority, id }) command.Options.Add(option);
        return command.TakesOverrides().SendsOnPlan("Scheduled.", parse => new ScheduleProcedureRequest
        {
            ProcedureId = parse.GetValue(id),
            Kind = parse.GetValue(kind),
            PlannedDate = parse.GetValue(on),
            Planned = technique.Of(parse),
            Indication = indication.Of(parse),
            Checklist = checklist.Said(parse),
            PerformerPersonId = parse.GetValue(performer),
            Priority = parse.GetValue(priority),
        });
    }
}
