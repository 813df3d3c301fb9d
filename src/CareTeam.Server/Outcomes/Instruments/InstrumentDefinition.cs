namespace CareTeam.Server.Outcomes;

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
