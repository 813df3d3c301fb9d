namespace CareTeam.Cli.Rules;

public static class RuleList
{
    public static Command Command()
    {
        var area = TextOption.Optional("--area", "Only rules whose id begins with this", "area");
        return new Command("list", "The rules in force: what they say, for whom and since when, who may override them, and where they come from") { area }
            .Reads(parse => new ListRulesRequest { Area = parse.GetValue(area) }, Show);
    }

    private static void Show(Screen screen, ListRulesResponse list)
    {
        if (list.Rules.Count == 0) screen.Line("No rules.");
        foreach (var rule in list.Rules)
        {
            var scope = string.Join(", ", new[] { rule.Payer, rule.Region }.Where(s => s.Length > 0));
            screen.Markup($"[bold]{Shown.Safe(rule.RuleId)}[/]  {Severity(rule.Severity)}{(scope.Length > 0 ? $"  {Shown.Safe(scope)}" : "")}{(rule.Configured ? "  [yellow]set by this site[/]" : "")}");
            screen.Markup($"    {Shown.Safe(rule.Text)}");
            if (rule.Parameters.Count > 0)
                screen.Markup($"    {Shown.Safe(string.Join("; ", rule.Parameters.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key} {p.Value}")))}");
            if (rule.Severity == RuleSeverity.Block)
                screen.Markup($"    overridable by: {(rule.OverridableBy.Count == 0 ? "nobody" : Shown.Safe(string.Join(", ", rule.OverridableBy.Select(r => Shown.Words(r)))))}");
            screen.Markup($"    [grey]since {rule.EffectiveDate}; {Shown.Safe(rule.Source)}[/]");
        }
    }

    private static string Severity(RuleSeverity severity) => severity switch
    {
        RuleSeverity.Block => "[red]block[/]",
        RuleSeverity.Warn => "[yellow]warn[/]",
        _ => "[grey]off[/]",
    };
}
