using System.Text.Json.Serialization;

namespace CareTeam.Server.Outcomes;

/// <summary>One score of an instrument, its own or a subscale's, as instruments.json defines it.</summary>
public record ScoreDefinition
{
    /// <summary>Its key among the subscales; empty for the instrument's own score.</summary>
    [JsonIgnore]
    public string SubscaleId { get; init; } = "";

    /// <summary>Numbers of the items that count, from 1; empty: all.</summary>
    public IReadOnlyList<int> OfItems { get; init; } = [];

    public string Unit { get; init; } = "";
    public decimal Min { get; init; }
    public decimal Max { get; init; }
    public HigherIs HigherIs { get; init; }
    public Criterion? Mcid { get; init; }
    public Criterion? Mdc { get; init; }
    public IReadOnlyDictionary<string, BandTable> BandTables { get; init; } = new Dictionary<string, BandTable>();

    /// <summary>Which of the tables holds; may be left out when there is one.</summary>
    public string BandTable { get; init; } = "";

    /// <summary>Decimals that are shown; thresholds are held against the unrounded score.</summary>
    public int ShownDecimals { get; init; } = 2;

    /// <summary>Decimals that the score itself is rounded to, before any threshold; null: it is not rounded.</summary>
    public int? ScoreDecimals { get; init; }

    public BandTable? Bands => BandTables.GetValueOrDefault(BandTable) ?? BandTables.Values.SingleOrDefault();
}

public sealed record Criterion
{
    public decimal? Absolute { get; init; }
    public decimal? PercentOfBaseline { get; init; }
    public IReadOnlyDictionary<string, decimal> Levels { get; init; } = new Dictionary<string, decimal>();

    /// <summary>In place of the absolute limit, when a single activity that the patient named is compared.</summary>
    public decimal? OneActivity { get; init; }

    /// <summary>Set when the limit holds for something else than this score: it is shown, never applied.</summary>
    public string Of { get; init; } = "";

    public string Source { get; init; } = "";

    public bool IsKnown => Absolute is not null || PercentOfBaseline is not null;
}

public enum BandRule
{
    /// <summary>from and to belong to the band; between two bands there is nothing.</summary>
    Inclusive,

    /// <summary>to belongs to the band; from only to the first.</summary>
    FromExclusive,

    /// <summary>from belongs to the band; to only to the last.</summary>
    ToExclusive,
}

public sealed record BandTable
{
    public BandRule Rule { get; init; }

    /// <summary>Ascending.</summary>
    public IReadOnlyList<Band> Bands { get; init; } = [];

    public string Source { get; init; } = "";
}

public record ScoreRange
{
    public decimal From { get; init; }
    public decimal To { get; init; }
}

public sealed record Band : ScoreRange
{
    public string Label { get; init; } = "";

    /// <summary>What to show to the patient in place of the published word.</summary>
    public string PatientLabel { get; init; } = "";

    /// <summary>Ranges that subscales must lie in, too.</summary>
    public IReadOnlyDictionary<string, ScoreRange> And { get; init; } = new Dictionary<string, ScoreRange>();
}
