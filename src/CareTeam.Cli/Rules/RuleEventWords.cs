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
}
