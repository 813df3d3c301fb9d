using System.Globalization;

namespace CareTeam.Server.Outcomes;

/// <summary>A definition of the catalog as clients get it.</summary>
public static class ShownInstrument
{
    public static Instrument Shown(this InstrumentDefinition d) => new()
    {
        InstrumentId = d.Id,
        Version = d.Version,
        EffectiveDate = d.EffectiveDate.Iso(),
        Name = d.Name,
        Abbreviation = d.Abbreviation,
        Kind = d.Kind,
        PatientReported = d.PatientReported,
        Items = { d.Items.Select(Group) },
        Codes = { d.Codes.Select(c => c.Value.Rank is { } rank ? new CodedStatus { Code = c.Key, Label = c.Value.Label, Rank = rank } : new() { Code = c.Key, Label = c.Value.Label }) },
        Forms = { d.Forms.Select(f => new InstrumentForm { Form = f.Key, HigherIs = d.HigherIsOn(f.Key), Text = f.Value.Text }) },
        DefaultForm = d.DefaultForm,
        ReferenceWindows = { d.ReferenceWindows },
        MayStopEarly = d.Conditions.MayStopEarly,
        MayBeUnable = d.Conditions.MayBeUnable,
        TakesRests = d.Conditions.Rests,
        TakesAid = d.Conditions.Aid,
        StopReasons = { d.Conditions.StopReasons },
        Scores = { d.Scores.Select(Shown) },
        Scoring = d.Scoring.Text,
        MissingRule = d.Missing.Text,
        LoincCode = d.Loinc,
        LoincPanelCode = d.LoincPanel,
        Licence = d.Licence,
        Confidence = d.Confidence,
        Notes = { d.Notes },
        Sources = { Sources(d) },
        ImprovementHeldDays = d.ImprovementHeldDays,
    };

    public static InstrumentScore Shown(this ScoreDefinition score) => new()
    {
        SubscaleId = score.SubscaleId,
        Unit = score.Unit,
        Minimum = (double)score.Min,
        Maximum = (double)score.Max,
        HigherIs = score.HigherIs,
        Mcid = Shown(score.Mcid),
        Mdc = Shown(score.Mdc),
        Bands = { score.Bands?.Bands.Select(b => new ScoreBand { From = (double)b.From, To = (double)b.To, Label = b.Label, PatientLabel = b.PatientLabel }) ?? [] },
    };

    private static ChangeCriterion? Shown(Criterion? criterion)
    {
        if (criterion is not { IsKnown: true }) return null;
        var shown = new ChangeCriterion
        {
            Levels = { criterion.Levels.Select(l => new ChangeLevel { Name = l.Key, Absolute = (double)l.Value }) },
            AppliesTo = criterion.Of,
            Source = criterion.Source,
        };
        if (criterion.Absolute is { } absolute) shown.Absolute = (double)absolute;
        if (criterion.PercentOfBaseline is { } percent) shown.PercentOfBaseline = (double)percent;
        return shown;
    }

    private static ItemGroup Group(ItemDefinition item) => new()
    {
        Count = item.Count,
        Least = item.CountMin ?? 0,
        Minimum = (double)item.Min,
        Maximum = (double)item.Max,
        MinimumExcluded = item.MinExclusive,
        WholeNumbers = item.Whole,
        NamedByPatient = item.Named,
        What = item.What,
        Units = { item.Units.Keys },
    };

    private static IEnumerable<InstrumentSource> Sources(InstrumentDefinition d)
    {
        var all = new List<(string Of, string? Text)>
        {
            ("mcid", d.Mcid?.Source), ("mdc", d.Mdc?.Source), ("bands", d.Bands?.Source), ("loinc", d.LoincSource), ("loinc", d.LoincNote), ("safety", d.Safety?.Text),
        };
        all.AddRange(d.Subscales.Select(s => ($"bands of {s.Key}", s.Value.Bands?.Source)));
        all.AddRange(d.ValueSets.Select(v => ($"value set {v.Key}", (string?)v.Value.Text)));
        return all.Where(s => !string.IsNullOrEmpty(s.Text)).Select(s => new InstrumentSource { Of = s.Of, Text = s.Text });
    }
}
