namespace CareTeam.Server.Outcomes;

/// <summary>What people call an instrument or one of its subscales, in any case: "odi", "ODI", "FABQ-W", "FIM motor".</summary>
public static class InstrumentNames
{
    public static IEnumerable<(string Name, ScoreDefinition Score)> Of(InstrumentDefinition instrument)
    {
        if (instrument.Scores.First() == (object)instrument)
            foreach (var name in new[] { instrument.Id, instrument.Abbreviation, instrument.Name }) yield return (name, instrument);
        foreach (var (key, subscale) in instrument.Subscales)
        {
            if (key.Contains(instrument.Abbreviation, StringComparison.OrdinalIgnoreCase)) yield return (key, subscale);
            yield return ($"{instrument.Abbreviation} {key}", subscale);
        }
    }

    public static (InstrumentDefinition Instrument, ScoreDefinition Score)? Named(this InstrumentCatalog catalog, string words, DateOnly day)
    {
        foreach (var instrument in catalog.On(day))
            foreach (var (name, score) in Of(instrument))
                if (name.Equals(words.Trim(), StringComparison.OrdinalIgnoreCase)) return (instrument, score);
        return null;
    }
}
