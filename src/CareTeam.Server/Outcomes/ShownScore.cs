namespace CareTeam.Server.Outcomes;

/// <summary>A score as it is shown and kept: rounded, with its words.</summary>
public static class ShownScore
{
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
