namespace CareTeam.Server.Outcomes;

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
