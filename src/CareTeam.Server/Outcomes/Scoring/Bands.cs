namespace CareTeam.Server.Outcomes;

/// <summary>The published word for a score.</summary>
public static class Bands
{
    public static Band? Of(Score score, IReadOnlyList<Score> all) => score.Value is not { } value || score.Definition.Bands is not { } table
        ? null
        : table.Bands.FirstOrDefault(band => Holds(table, band, value) && band.And.All(and => Holds(and.Value, all.First(s => s.Definition.SubscaleId == and.Key).Value)));

    private static bool Holds(BandTable table, Band band, Exact value) => table.Rule switch
    {
        BandRule.FromExclusive => (value > band.From || (value == band.From && band == table.Bands[0])) && value <= band.To,
        BandRule.ToExclusive => value >= band.From && (value < band.To || (value == band.To && band == table.Bands[^1])),
        _ => Holds(band, value),
    };

    private static bool Holds(ScoreRange range, Exact? value) => value >= range.From && value <= range.To;
}
