namespace CareTeam.Server.Live;

/// <summary>Section "Live" of the configuration.</summary>
public sealed class LiveOptions
{
    /// <summary>How often what is watched is compared with the store, which catches bells that were lost.</summary>
    public TimeSpan SweepInterval { get; set; } = TimeSpan.FromSeconds(1);
}
