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

/// <summary>One version of an instrument's definition.</summary>
public sealed record InstrumentDefinition : ScoreDefinition
{
    public string Id { get; init; } = "";
    public string Version { get; init; } = "";
    public DateOnly EffectiveDate { get; init; }
    public string Name { get; init; } = "";
    public string Abbreviation { get; init; } = "";
    public InstrumentKind Kind { get; init; }

    /// <summary>Patients and caregivers may answer it themselves.</summary>
    public bool PatientReported { get; init; }

    public IReadOnlyList<ItemDefinition> Items { get; init; } = [];
    public IReadOnlyDictionary<string, StatusDefinition> Codes { get; init; } = new Dictionary<string, StatusDefinition>();
    public ScoringRule Scoring { get; init; } = new();
    public MissingRule Missing { get; init; } = new();
    public string DefaultForm { get; init; } = "";
    public IReadOnlyDictionary<string, FormDefinition> Forms { get; init; } = new Dictionary<string, FormDefinition>();
    public IReadOnlyList<string> ReferenceWindows { get; init; } = [];
    public ConditionsTaken Conditions { get; init; } = new();
    public SafetyRule? Safety { get; init; }
    public string ValueSet { get; init; } = "";
    public IReadOnlyDictionary<string, ValueSet> ValueSets { get; init; } = new Dictionary<string, ValueSet>();

    /// <summary>Of a status: for how many days a better rank must be held to count as a success; 0: it does not matter.</summary>
    public int ImprovementHeldDays { get; init; }

    public IReadOnlyDictionary<string, ScoreDefinition> Subscales { get; init; } = new Dictionary<string, ScoreDefinition>();
    public string Loinc { get; init; } = "";
    public string LoincPanel { get; init; } = "";
    public string LoincSource { get; init; } = "";
    public string LoincNote { get; init; } = "";
    public string Licence { get; init; } = "";
    public string Confidence { get; init; } = "";
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Its own score first, unless it has none, then its subscales'.</summary>
    public IEnumerable<ScoreDefinition> Scores =>
        Scoring.Method == ScoringMethod.SubscalesOnly ? Subscales.Values : Subscales.Values.Prepend(this);

    /// <summary>How many answers it has at most, and at least.</summary>
    public int MostAnswers => Codes.Count > 0 ? 1 : Items.Sum(i => i.Count);

    public int LeastAnswers => Codes.Count > 0 ? 1 : Items.Sum(i => i.CountMin ?? i.Count);

    public ItemDefinition ItemAt(int index)
    {
        foreach (var group in Items)
        {
            if (index < group.Count) return group;
            index -= group.Count;
        }
        throw new ArgumentOutOfRangeException(nameof(index), index, $"{Id} has {MostAnswers} items.");
    }

    public HigherIs HigherIsOn(string form) => Forms.GetValueOrDefault(form)?.HigherIs is { } own and not HigherIs.Unspecified ? own : HigherIs;
}

public sealed record ItemDefinition
{
    public int Count { get; init; }

    /// <summary>How many answers must be given; null: all.</summary>
    public int? CountMin { get; init; }

    public decimal Min { get; init; }
    public decimal Max { get; init; }
    public bool MinExclusive { get; init; }
    public bool Whole { get; init; }

    /// <summary>The patient names what is rated.</summary>
    public bool Named { get; init; }

    /// <summary>An answer from this one on counts 1, a lower one 0; null: an answer counts itself.</summary>
    public decimal? PositiveFrom { get; init; }

    /// <summary>Other units that are taken, and what one of each is in the score's unit.</summary>
    public IReadOnlyDictionary<string, decimal> Units { get; init; } = new Dictionary<string, decimal>();

    public string What { get; init; } = "";
}

public sealed record StatusDefinition
{
    public string Label { get; init; } = "";
    public int? Rank { get; init; }
}

public enum ScoringMethod
{
    Sum,
    Mean,
    PercentOfMaximum,

    /// <summary>The sum, looked up in the form's table.</summary>
    Table,

    /// <summary>The weight of the last completed stage, by the form's start and step.</summary>
    Stages,

    /// <summary>The rank of a code.</summary>
    Status,

    /// <summary>The answers as one text, and the index that a value set gives to it.</summary>
    Profile,

    /// <summary>There is no score of the whole.</summary>
    SubscalesOnly,
}

public sealed record ScoringRule
{
    public ScoringMethod Method { get; init; }
    public string Text { get; init; } = "";
}

public enum MissingAnswers
{
    /// <summary>All must be answered.</summary>
    Required,

    /// <summary>A missing answer counts as the mean of those given.</summary>
    Prorate,

    /// <summary>What was left out was not ticked.</summary>
    AsZero,

    /// <summary>A subscale that lacks an answer has no score.</summary>
    SubscaleWithoutScore,
}

public sealed record MissingRule
{
    public MissingAnswers Rule { get; init; }

    /// <summary>How many may be missing; null: no limit, as long as one is answered.</summary>
    public int? Most { get; init; }

    public string Text { get; init; } = "";
}

public sealed record FormDefinition
{
    public HigherIs HigherIs { get; init; }
    public IReadOnlyDictionary<int, decimal> Table { get; init; } = new Dictionary<int, decimal>();
    public decimal Start { get; init; }
    public decimal Step { get; init; }
    public string Text { get; init; } = "";
}

/// <summary>What is recorded beside the value of a test.</summary>
public sealed record ConditionsTaken
{
    public bool MayStopEarly { get; init; }
    public bool MayBeUnable { get; init; }
    public bool Rests { get; init; }
    public bool Aid { get; init; }

    /// <summary>Every measurement names one of these; empty: a reason in words, when it was stopped early or was not possible.</summary>
    public IReadOnlyList<string> StopReasons { get; init; } = [];
}

/// <summary>An answer above a limit asks for a safety review, whatever the score.</summary>
public sealed record SafetyRule
{
    public int Item { get; init; }
    public decimal Above { get; init; }
    public string Text { get; init; } = "";
}

public sealed record ValueSet
{
    /// <summary>The index of profiles, "21331".</summary>
    public IReadOnlyDictionary<string, decimal> Index { get; init; } = new Dictionary<string, decimal>();

    /// <summary>What each level of each dimension takes away from 1; empty: only the profiles above have an index.</summary>
    public IReadOnlyList<IReadOnlyList<decimal>> Decrements { get; init; } = [];

    public string Text { get; init; } = "";
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
