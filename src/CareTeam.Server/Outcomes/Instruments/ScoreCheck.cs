namespace CareTeam.Server.Outcomes;

/// <summary>What makes the definition of one score unusable: its range, criteria and bands.</summary>
public static class ScoreCheck
{
    private const int MostDecimals = 6;

    public static IEnumerable<string> Of(InstrumentDefinition instrument, ScoreDefinition score)
    {
        var at = score.SubscaleId.Length > 0 ? $"subscales.{score.SubscaleId}." : "";
        if (score.SubscaleId.Length > 0 && !InstrumentCheck.IsId(score.SubscaleId)) yield return $"{at}: is not an id";
        if (score.SubscaleId.Length > 0 && score.OfItems.Count == 0) yield return $"{at}of_items is missing";
        if (score.OfItems.Any(n => n < 1 || n > instrument.MostAnswers) || score.OfItems.Distinct().Count() < score.OfItems.Count)
            yield return $"{at}of_items names an item that there is not, or one twice";
        if (score.Min >= score.Max) yield return $"{at}min must be below max";
        if (score.HigherIs == HigherIs.Unspecified) yield return $"{at}higher_is must be better or worse";
        if (score.Unit.Length == 0) yield return $"{at}unit is missing";
        if (score.ShownDecimals is < 0 or > MostDecimals || score.ScoreDecimals is < 0 or > MostDecimals) yield return $"{at}decimals must be from 0 to {MostDecimals}";
        foreach (var (name, criterion) in new[] { ("mcid", score.Mcid), ("mdc", score.Mdc) })
            foreach (var problem in Of(criterion)) yield return $"{at}{name}: {problem}";
        if (score.BandTable.Length > 0 && !score.BandTables.ContainsKey(score.BandTable)) yield return $"{at}band_table: there is no table '{score.BandTable}'";
        if (score.BandTable.Length == 0 && score.BandTables.Count > 1) yield return $"{at}band_table must say which table holds";
        foreach (var (name, table) in score.BandTables)
            foreach (var problem in Of(instrument, table)) yield return $"{at}band_tables.{name}: {problem}";
    }

    private static IEnumerable<string> Of(Criterion? criterion)
    {
        if (criterion is null) yield break;
        if (criterion.Absolute <= 0 || criterion.OneActivity <= 0 || criterion.PercentOfBaseline is <= 0 or > 100) yield return "limits must be positive, and percent at most 100";
        if (criterion.Source.Length == 0) yield return "source is missing";
        var levels = criterion.Levels.Values.ToList();
        if (levels.Count > 0 && (levels[0] != criterion.Absolute || !levels.SequenceEqual(levels.Order()))) yield return "levels must ascend from the absolute limit";
    }

    private static IEnumerable<string> Of(InstrumentDefinition instrument, BandTable table)
    {
        if (table.Bands.Count == 0) yield return "has no bands";
        if (table.Source.Length == 0) yield return "source is missing";
        foreach (var band in table.Bands)
        {
            if (band.Label.Length == 0) yield return "a band has no label";
            if (band.From > band.To || (band.From == band.To && table.Rule != BandRule.Inclusive)) yield return $"'{band.Label}' is empty";
            if (band.And.Keys.Any(s => !instrument.Subscales.ContainsKey(s))) yield return $"'{band.Label}' names a subscale that there is not";
        }
        foreach (var (lower, upper) in table.Bands.Zip(table.Bands.Skip(1)))
        {
            // Bands that differ by a subscale may lie over each other.
            if (lower.And.Count > 0 && upper.And.Count > 0) continue;
            if (upper.From < lower.To || (upper.From == lower.To && table.Rule == BandRule.Inclusive)) yield return $"'{lower.Label}' and '{upper.Label}' overlap, or do not ascend";
        }
    }
}
