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

    /// <summary>Which rules said something of what happened, after its sentence.</summary>
    public static string Briefly(IReadOnlyList<RuleFinding>? findings) =>
        findings is not { Count: > 0 } ? "" : $" [{string.Join("; ", findings.Select(f => f.Override is null ? f.RuleId : $"{f.RuleId} overridden"))}]";

    // kind/id, as the rules name what they let pass.
    private static string Subject(string subject, PlanNames names) => subject.Split('/', 2) is [var kind, var id] ? $"{kind.Replace('-', ' ')} {names.Of(id)}" : subject;
}
