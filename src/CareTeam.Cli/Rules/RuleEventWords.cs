using CareTeam.Cli.History;
using Change = CareTeam.V1.PlanEvent.ChangeOneofCase;

namespace CareTeam.Cli.Rules;

/// <summary>Overridden rules as sentences.</summary>
internal static class RuleEventWords
{
    public static string? Of(PlanEvent e, PlanNames names) => e.ChangeCase switch
    {
        Change.RuleOverridden => $"Rule {e.RuleOverridden.Finding?.RuleId} overridden for {names.Subject(e.RuleOverridden.Subject)}{Shown.Because(e.RuleOverridden.Finding?.Override?.Reason)}",
        _ => null,
    };

    /// <summary>Which rules said something of what happened, after its sentence.</summary>
    public static string Briefly(IReadOnlyList<RuleFinding>? findings) =>
        findings is not { Count: > 0 } ? "" : $" [{string.Join("; ", findings.Select(f => f.Override is null ? f.RuleId : $"{f.RuleId} overridden"))}]";
}
