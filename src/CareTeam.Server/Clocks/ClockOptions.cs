namespace CareTeam.Server.Clocks;

public sealed class ClockOptions
{
    /// <summary>How often each node looks for what has fallen due.</summary>
    public int Seconds { get; set; } = 10;

    /// <summary>
    /// For how long nobody must have written on a plan before its dues are told. Who catches up with days that are past, from paper or after a night without network, would
    /// otherwise be told halfway that something is overdue which the next entry shows as done.
    /// </summary>
    public int QuietSeconds { get; set; } = 20;
}
