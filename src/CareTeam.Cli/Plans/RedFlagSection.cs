namespace CareTeam.Cli.Plans;

internal static class RedFlagSection
{
    public static void Draw(Screen screen, CarePlan plan)
    {
        if (plan.RedFlags.Count == 0) return;
        screen.Heading("Red flags", plan.RedFlags.Count(f => f.ResolvedBy is null), "open");
        foreach (var flag in plan.RedFlags.OrderBy(f => f.ResolvedBy is not null))
        {
            var raised = $"{Shown.Words(flag.Kind)}: {flag.Finding} ({Shown.Day(flag.RaisedAt)}, {Shown.Name(flag.RaisedBy)})";
            screen.Markup($"  [{(flag.ResolvedBy is null ? "red" : "grey")}]{Shown.ShortId(flag.RedFlagId)}  {Shown.Safe(raised)}[/]");
            if (flag.ResolvedBy is { } physician)
                screen.Markup($"    [grey]resolved {Shown.Day(flag.ResolvedAt)} by {Shown.Safe($"{Shown.Name(physician)}: {flag.Resolution}")}[/]");
        }
    }
}
