namespace CareTeam.Server.Live;

/// <summary>Section "Live" of the configuration.</summary>
public sealed class LiveOptions
{
    /// <summary>How often what is watched is compared with the store, which catches bells that were lost.</summary>
    public TimeSpan SweepInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How often the versions of all plans of an organization whose lists are watched are compared; between, only those of plans with new events.</summary>
    public TimeSpan FullComparison { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Longer than any commit takes from the numbering of its events to its end: a look goes back that far before the look before it.</summary>
    public TimeSpan LongestCommit { get; set; } = TimeSpan.FromSeconds(30);
}
