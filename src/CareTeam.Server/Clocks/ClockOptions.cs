namespace CareTeam.Server.Clocks;

public sealed class ClockOptions
{
    /// <summary>How often each node looks for what has fallen due.</summary>
    public int Seconds { get; set; } = 10;
}
