using System.Globalization;

namespace CareTeam.Server.Outcomes;

/// <summary>
/// Links a goal to the score that measures it: the one that the request names, or the one that the words of its measure name. Words whose unit is another stay free
/// text, since the people who wrote them meant something else; what a request names must fit.
/// </summary>
public sealed record GoalScore(InstrumentDefinition Instrument, ScoreDefinition Score, GoalMeasure Measure, decimal UnitFactor)
{
    /// <summary>Null: there is none, or what the violations say is wrong.</summary>
    public static GoalScore? Of(InstrumentCatalog catalog, DateOnly day, GoalMeasure? asked, string measure, string unit, Violations violations) => asked is null ? Named(catalog, day, measure, unit) : Asked(catalog, day, asked, unit, violations);

    public void Check(string field, double? value, Violations violations)
    {
        if (value is not { } number) return;
        var scored = Math.Abs(number) <= 1e9 ? InScore(number) : (decimal?)null;
        if (scored is null || scored < Score.Min || scored > Score.Max)
            violations.Add(field, $"is {number.ToString(CultureInfo.InvariantCulture)}; scores of {Instrument.Abbreviation} are from {Score.Min} to {Score.Max} {Score.Unit}");
    }

    /// <summary>In the unit of the score and rounded as it is shown, so that the shown score can be held against it.</summary>
    public decimal InScore(double value) => (Exact.Written(value) * UnitFactor).Rounded(Score.ShownDecimals);

    /// <summary>
    /// Only like is compared with like: a goal by an instrument that is answered of several times is of one of them, the only one that the plan has measured where it names
    /// none.
    /// </summary>
    public GoalScore OfOneWindow(CarePlan plan, Violations violations)
    {
        if (Instrument.ReferenceWindows.Count == 0 || Measure.ReferenceWindow.Length > 0) return this;
        var measured = plan.OutcomesThatHold().Where(o => o.InstrumentId == Instrument.Id).Select(o => o.ReferenceWindow).Distinct().ToList();
        if (measured.Count == 1) return this with { Measure = new(Measure) { ReferenceWindow = measured[0] } };
        violations.Add("measured_by.reference_window", $"is required: {Instrument.Abbreviation} is answered of {string.Join(", ", Instrument.ReferenceWindows)}, and only like is compared with like");
        return this;
    }

    private static GoalScore? Named(InstrumentCatalog catalog, DateOnly day, string measure, string unit) =>
        catalog.Named(measure, day) is var (instrument, score) && Factor(instrument, score, unit) is { } factor
            ? new(instrument, score, Measured(new() { InstrumentId = instrument.Id, SubscaleId = score.SubscaleId }, instrument), factor)
            : null;

    private static GoalScore? Asked(InstrumentCatalog catalog, DateOnly day, GoalMeasure asked, string unit, Violations violations)
    {
        if (catalog.Find(asked.InstrumentId, day) is not { } instrument)
        {
            violations.Add("measured_by.instrument_id", asked.InstrumentId.Length == 0 ? "is required" : "is no instrument of the catalog; ListInstruments has them");
            return null;
        }
        if (asked.Form.Length > 0 && !instrument.Forms.ContainsKey(asked.Form)) violations.Add("measured_by.form", $"is no form of {instrument.Abbreviation}");
        if (asked.ReferenceWindow.Length > 0 && !instrument.ReferenceWindows.Contains(asked.ReferenceWindow))
            violations.Add("measured_by.reference_window", $"is no reference window of {instrument.Abbreviation}");
        if (instrument.Scores.FirstOrDefault(s => s.SubscaleId == asked.SubscaleId) is not { } score)
        {
            var scores = instrument.Scores.Select(s => s.SubscaleId.Length > 0 ? s.SubscaleId : "its own (empty)");
            violations.Add("measured_by.subscale_id", $"is no score of {instrument.Abbreviation}; it has {string.Join(", ", scores)}");
            return null;
        }
        if (Factor(instrument, score, unit) is { } factor) return new(instrument, score, Measured(asked, instrument), factor);
        violations.Add("unit", $"is not that of {instrument.Abbreviation}, {score.Unit}");
        return null;
    }

    /// <summary>By the form that a measurement has when it names none: it may turn the score around.</summary>
    private static GoalMeasure Measured(GoalMeasure asked, InstrumentDefinition instrument) =>
        new(asked) { Form = asked.Form.Length > 0 ? asked.Form : instrument.DefaultForm };

    /// <summary>What one of the goal's unit is in the score's; null when it is another quantity. UCUM writes points, and what else has no unit, in braces.</summary>
    private static decimal? Factor(InstrumentDefinition instrument, ScoreDefinition score, string unit)
    {
        var plain = unit.Trim('{', '}');
        if (plain.Length == 0 || plain.Equals(score.Unit, StringComparison.OrdinalIgnoreCase) || (unit == "{score}" && score.Unit.Contains("points", StringComparison.Ordinal))) return 1;
        return instrument.Items.SelectMany(i => i.Units).Where(u => u.Key == unit).Select(u => (decimal?)u.Value).FirstOrDefault();
    }
}
