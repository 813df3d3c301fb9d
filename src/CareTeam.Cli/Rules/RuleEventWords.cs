using CareTeam.Cli.History;
using Change = CareTeam.V1.PlanEvent.ChangeOneofCase;

namespace CareTeam.Cli.Rules;

/// <summary>Overridden rules as sentences.</summary>
internal static class RuleEventWords
{
    public static string? Of(PlanEvent e, PlanNames names) => e.ChangeCase switch
    {
        Change.RuleOverridden => $"Rule {e.RuleOverridden.Finding?.RuleId} overridden for {Subject(e.RuleOverridden.Subject, names)}{Shown.Because(e.RuleOverridden.Finding?.Override?.Reason)}",
        _ => null,
    };

    // kind/id, as the rules name what they let pass.
    private static string Subject(string subject, PlanNames names) => subject.Split('/', 2) is [var kind, var id] ? $"{kind.Replace('-', ' ')} {names.Of(id)}" : subject;
}
