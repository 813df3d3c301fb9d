using CareTeam.Cli.Rules;

namespace CareTeam.Cli.Procedures;

internal static class ProcedureSection
{
    public static void Draw(Screen screen, CarePlan plan)
    {
        if (plan.Procedures.Count == 0) return;
        screen.Heading("Procedures", plan.Procedures.Count(p => p.Status == ProcedureStatus.Scheduled), "scheduled");
        var listing = new Listing(screen, "What", "Procedure", "Status", "What", "On", "By");
        foreach (var procedure in plan.Procedures.OrderBy(p => p.Status != ProcedureStatus.Scheduled).ThenByDescending(Day, StringComparer.Ordinal))
            listing.Row(Shown.ShortId(procedure.ProcedureId), Status(procedure), What(procedure), Day(procedure), Shown.Safe(Shown.Name(Performer(plan, procedure))));
        listing.Draw();
        foreach (var procedure in plan.Procedures)
            foreach (var followUp in procedure.FollowUps) FollowUp(screen, procedure, followUp);
        foreach (var procedure in plan.Procedures)
            foreach (var mistaken in procedure.MistakenRecords)
                screen.Markup($"  [grey]{Shown.ShortId(procedure.ProcedureId)}  [strikethrough]{Shown.Words(mistaken.Record.Status)} on {mistaken.Record.PerformedDate}, {Shown.Safe(mistaken.Record.Performed?.Place())}[/], "
                    + $"{Corrected(Shown.Name(mistaken.CorrectedBy), mistaken.CorrectionReason)} ({Shown.Day(mistaken.CorrectedAt)})[/]");
        foreach (var procedure in plan.Procedures)
            foreach (var words in OverrideOption.Words(procedure.Findings))
                screen.Markup($"  [yellow]{Shown.ShortId(procedure.ProcedureId)}[/]  {Shown.Safe(words)}");
    }

    private static void FollowUp(Screen screen, Procedure procedure, ProcedureFollowUp followUp)
    {
        var by = procedure.FollowUps.FirstOrDefault(f => f.FollowUpId == followUp.SupersededByFollowUpId);
        var told = $"followed up {followUp.AssessedDate}: {Shown.Safe(Response(followUp))}";
        screen.Markup($"  {Shown.ShortId(procedure.ProcedureId)}  {(by is null ? told : $"[grey][strikethrough]{told}[/], {Corrected(Shown.Name(by.AssessedBy), by.CorrectionReason)}[/]")}  [grey]{Shown.ShortId(followUp.FollowUpId)}[/]");
        foreach (var words in OverrideOption.Words(followUp.Findings)) screen.Markup($"    [yellow]{Shown.Safe(words)}[/]");
    }

    private static string Corrected(string by, string reason) => Shown.Safe($"corrected by {by}{Shown.Because(reason)}");

    /// <summary>8 to 3, 62.5 % relief, lasting until 2026-06-20, walks a mile.</summary>
    public static string Response(ProcedureFollowUp? followUp) => followUp is null
        ? ""
        : string.Join(", ", new[]
        {
            $"{followUp.NprsBefore} to {followUp.NprsAfter}",
            followUp.HasReliefPercent ? $"{ProcedureWords.Percent(followUp.ReliefPercent)} relief" : "",
            followUp.HasStatedPercent ? $"the patient says {followUp.StatedPercent} %" : "",
            followUp.SustainedUntilDate.Length == 0 ? "" : followUp.SustainedUntilDate == followUp.AssessedDate ? "still lasting" : $"lasting until {followUp.SustainedUntilDate}",
            followUp.Function,
        }.Where(w => w.Length > 0));

    private static string Day(Procedure procedure) => procedure.PerformedDate.Length > 0 ? procedure.PerformedDate : procedure.PlannedDate;

    /// <summary>Who did it, or has the task of it.</summary>
    private static Person? Performer(CarePlan plan, Procedure procedure) => procedure.PerformedBy ?? plan.Tasks.FirstOrDefault(t => t.TaskId == procedure.TaskId)?.Assignee;

    private static string What(Procedure procedure)
    {
        var technique = procedure.Performed ?? procedure.Planned;
        var with = string.Join(", ", technique.Agents.Select(a => a.Words()).Prepend(Shown.Words(technique.Guidance)).Append(procedure.StatusReason).Where(w => w.Length > 0));
        return $"{Shown.Safe(procedure.Kind.Title())}, {Shown.Safe(technique.Place())}{Shown.Aside(with)}"
            + (procedure.Complications.Length > 0 ? $" [red]{Shown.Safe(procedure.Complications)}[/]" : "");
    }

    private static string Status(Procedure procedure) => procedure.Status switch
    {
        ProcedureStatus.Scheduled => "[blue]scheduled[/]",
        ProcedureStatus.Completed => "[green]performed[/]",
        ProcedureStatus.Stopped => "[yellow]stopped[/]",
        _ => $"[grey]{Shown.Words(procedure.Status)}[/]",
    };
}
