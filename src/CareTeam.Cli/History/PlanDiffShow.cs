namespace CareTeam.Cli.History;

public static class PlanDiffShow
{
    public static Command Command()
    {
        var plan = IdOption.Plan();
        var from = TextOption.Optional("--from", $"The earlier moment (default: before the plan): {MomentText.Help}", "moment");
        var to = TextOption.Optional("--to", "The later moment (default: now)", "moment");
        return new Command("diff", "How a plan differs between two moments, in words") { plan, from, to }.Reads(
            parse => new DiffPlanRequest { PlanId = parse.GetValue(plan), From = MomentText.Parse(parse.GetValue(from)), To = MomentText.Parse(parse.GetValue(to)) },
            Show);
    }

    private static void Show(Screen screen, DiffPlanResponse diff)
    {
        var count = diff.Differences.Count switch { 0 => "nothing differs", 1 => "1 difference", var n => $"{n} differences" };
        screen.Markup($"[bold]Version {diff.FromVersion} to {diff.ToVersion}[/]  [grey]{count}[/]");
        foreach (var area in diff.Differences.GroupBy(d => d.Area))
        {
            screen.Line();
            screen.Markup($"[bold]{Shown.Safe(Title(area.Key))}[/]");
            foreach (var difference in area) screen.Markup(Line(difference));
        }
    }

    private static string Line(PlanDifference d)
    {
        var (sign, colour) = d.Kind switch { DifferenceKind.Added => ('+', "green"), DifferenceKind.Removed => ('-', "red"), _ => ('~', "yellow") };
        return $"  [{colour}]{sign}[/] {Shown.Safe(d.Text)}{(d.SubjectId.Length > 0 ? $"  [grey]{Shown.ShortId(d.SubjectId)}[/]" : "")}";
    }

    private static string Title(string area) => char.ToUpperInvariant(area[0]) + area[1..].Replace('_', ' ');
}
