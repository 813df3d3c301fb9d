using System.Globalization;

namespace CareTeam.Server.Outcomes;

/// <summary>A score as it is shown and kept: rounded, with its words.</summary>
public static class ShownScore
{
    /// <summary>ODI 24 %, moderate disability.</summary>
    public static string Words(this OutcomeMeasurement outcome) =>
        string.Join("; ", outcome.Scores.Select(s => $"{outcome.Abbreviation} {s.SubscaleId} {Value(s)}").DefaultIfEmpty($"{outcome.Abbreviation} not possible"))
            .Replace("  ", " ", StringComparison.Ordinal);

    private static string Value(OutcomeScore score) =>
        string.Join(", ", new[] { score.HasValue ? string.Create(CultureInfo.InvariantCulture, $"{score.Value} {score.Unit}") : score.Profile, score.Band }.Where(t => t.Length > 0));

    public static OutcomeScore Shown(this Score score, InstrumentDefinition instrument, string form)
    {
        var shown = new OutcomeScore
        {
            SubscaleId = score.Definition.SubscaleId,
            Unit = score.Definition.Unit,
            HigherIs = score.Definition.SubscaleId.Length == 0 ? instrument.HigherIsOn(form) : score.Definition.HigherIs,
            Band = score.Status.Length > 0 ? score.Status : score.Band?.Label ?? "",
            PatientBand = score.Band?.PatientLabel ?? "",
            Profile = score.Profile,
            ValueSet = score.ValueSet,
            UnscoredReason = score.UnscoredReason,
        };
        if (score.Value is { } value) shown.Value = (double)value.Rounded(score.Definition.ShownDecimals);
        return shown;
    }
}
