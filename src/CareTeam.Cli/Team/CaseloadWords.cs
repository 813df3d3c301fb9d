namespace CareTeam.Cli.Team;

/// <summary>What became of a caseload, plan by plan, and of each item of a plan that failed.</summary>
public static class CaseloadWords
{
    public static void Show(Screen screen, TransferCaseloadResponse transfer, bool dryRun)
    {
        foreach (var plan in transfer.Plans)
        {
            screen.Markup($"{Shown.ShortId(plan.PlanId)}  {Outcome(plan.Outcome)}  {Shown.Safe(plan.Reason)}".TrimEnd());
            foreach (var item in plan.Items) screen.Markup($"    {Shown.Safe(Of(item))}");
        }
        screen.Line($"{(dryRun ? "Would move" : "Moved")}: {transfer.Plans.Count(p => p.Outcome != TransferOutcome.Failed)} of {transfer.Plans.Count} plans.");
    }

    public static string Of(CaseloadItem item)
    {
        var what = item.Kind switch
        {
            CaseloadItemKind.Task => $"task {Shown.ShortId(item.TaskId)}",
            CaseloadItemKind.Supervision => $"supervision of {item.PersonId}",
            _ => Shown.Words(item.Kind),
        };
        return $"{what}{(item.ToPersonId.Length > 0 ? $" to {item.ToPersonId}" : ", stays")}: {item.Reason}";
    }

    private static string Outcome(TransferOutcome outcome) => outcome == TransferOutcome.Failed ? "[red]failed[/]" : $"[green]{Shown.Words(outcome)}[/]";
}
