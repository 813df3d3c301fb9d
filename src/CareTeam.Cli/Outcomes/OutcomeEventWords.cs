using CareTeam.Cli.History;

namespace CareTeam.Cli.Outcomes;

/// <summary>Measured outcomes as sentences.</summary>
internal static class OutcomeEventWords
{
    public static string? Of(PlanEvent e, PlanNames names) => e.OutcomeRecorded is { } recorded ? OutcomeWords.Of(recorded) : null;
}
