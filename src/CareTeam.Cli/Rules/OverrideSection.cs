using CareTeam.Cli.History;

namespace CareTeam.Cli.Rules;

/// <summary>Every rule that was overridden on the plan, newest first: what it let pass, by whom and why.</summary>
internal static class OverrideSection
{
    private const int Last = 8;

    public static void Draw(Screen screen, CarePlan plan)
    {
        if (plan.RuleOverrides.Count == 0) return;
        screen.Heading("Overridden rules", plan.RuleOverrides.Count, plan.RuleOverrides.Count > Last ? $"in all, the last {Last}" : "in all");
        var names = new PlanNames();
        names.Learn(plan);
        foreach (var overridden in plan.RuleOverrides.Reverse().Take(Last))
        {
            var by = overridden.Finding.Override;
            screen.Markup($"  {Shown.Day(by.At)}  {Shown.Safe($"{overridden.Finding.RuleId} for {names.Subject(overridden.Subject)}: {by.Reason}")} [grey]{Shown.Safe(Shown.NameAndRole(by.By))}[/]");
        }
    }
}
