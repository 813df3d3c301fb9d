namespace CareTeam.Cli.Outcomes;

/// <summary>All that the catalog says of one instrument.</summary>
public sealed class InstrumentPage(Screen screen, Instrument instrument)
{
    public void Draw()
    {
        var definition = $"{Shown.Words(instrument.Kind)}, definition {Shown.Safe(instrument.Version)} of {instrument.EffectiveDate}";
        screen.Markup($"[bold]{Shown.Safe(instrument.Name)}[/]  {instrument.InstrumentId}  [grey]{definition}[/]");
        Fact("recorded by", instrument.PatientReported ? "the patient, a caregiver or a clinician" : "a clinician");
        foreach (var items in instrument.Items)
            Fact("answers", Answers(items) + (items.What.Length > 0 ? $" ({items.What})" : "") + (items.Units.Count > 0 ? $"; also in {string.Join(", ", items.Units)}" : ""));
        foreach (var code in instrument.Codes) Fact("code", $"{code.Code}{(code.HasRank ? $", rank {code.Rank}" : "")}");
        foreach (var form in instrument.Forms) Fact(form.Form == instrument.DefaultForm ? "form (default)" : "form", $"{form.Form}: {form.Text}");
        if (instrument.ReferenceWindows.Count > 0) Fact("window", $"one of {string.Join(", ", instrument.ReferenceWindows)}");
        if (instrument.StopReasons.Count > 0) Fact("stop reason", $"one of {string.Join(", ", instrument.StopReasons)}");
        Fact("scoring", instrument.Scoring);
        Fact("missing answers", instrument.MissingRule);
        foreach (var score in instrument.Scores) Score(score);
        if (instrument.LoincCode.Length > 0) Fact("LOINC", $"{instrument.LoincCode}{(instrument.LoincPanelCode.Length > 0 ? $", panel {instrument.LoincPanelCode}" : "")}");
        Fact("licence", instrument.Licence);
        Fact("confidence", instrument.Confidence);
        foreach (var note in instrument.Notes) Fact("note", note);
        foreach (var source in instrument.Sources) Fact($"source of {source.Of}", source.Text);
    }

    /// <summary>10 of 0-5; 1-5 of 0-10.</summary>
    public static string Answers(ItemGroup items) =>
        (items.Least > 0 && items.Least < items.Count ? $"{items.Least}-" : "") + $"{items.Count} of {(items.MinimumExcluded ? "above " : "")}{Range(items.Minimum, items.Maximum, "")}";

    /// <summary>0-100 %, higher is worse.</summary>
    public static string Range(InstrumentScore score) => $"{Range(score.Minimum, score.Maximum, score.Unit)}, {OutcomeWords.Direction(score.HigherIs)}";

    private static string Range(double from, double to, string unit) => $"{Shown.Number(from, "")}-{Shown.Number(to, unit)}";

    private void Score(InstrumentScore score)
    {
        var name = score.SubscaleId.Length > 0 ? $"score {score.SubscaleId}" : "score";
        Fact(name, Range(score));
        Fact("important (MCID)", OutcomeWords.Limit(score.Mcid, score.Unit));
        Fact("error (MDC)", OutcomeWords.Limit(score.Mdc, score.Unit));
        foreach (var band in score.Bands)
            Fact("band", $"{Range(band.From, band.To, "")} {band.Label}{(band.PatientLabel.Length > 0 ? $" (to patients: {band.PatientLabel})" : "")}");
    }

    private void Fact(string name, string value) => screen.Markup($"  [grey]{Shown.Safe(name)}[/]  {Shown.Safe(value)}");
}
