using System.Globalization;

namespace CareTeam.Server.Outcomes;

/// <summary>Whether answers can be scored: every item that cannot is named.</summary>
public static class AnswerCheck
{
    /// <summary>Beyond it a double no longer holds every digit that a decimal would, and no instrument goes as far.</summary>
    private const double Largest = 1e9;

    public static IReadOnlyList<ScoringProblem> Of(InstrumentDefinition instrument, IReadOnlyList<ItemAnswer> answers)
    {
        if (instrument.Codes.Count > 0) return Status(instrument, answers);
        if (!answers.Any(a => a.HasValue)) return [new(ScoringError.NotAnswered, null, "nothing is answered")];
        if (answers.Count < instrument.LeastAnswers || answers.Count > instrument.MostAnswers)
            return [new(ScoringError.WrongItemCount, null, $"has {answers.Count} values; {instrument.Abbreviation} has {Count(instrument)}")];
        var problems = answers.Select((answer, i) => Item(instrument.ItemAt(i), answer, i)).OfType<ScoringProblem>().ToList();
        return problems.Count > 0 ? problems : Missing(instrument, answers);
    }

    private static ScoringProblem? Item(ItemDefinition item, ItemAnswer answer, int index)
    {
        if (answer.Unit.Length > 0 && !item.Units.ContainsKey(answer.Unit))
            return new(ScoringError.UnknownUnit, index, item.Units.Count == 0 ? "is not taken; leave it empty" : $"is not taken; it may be {string.Join(" or ", item.Units.Keys)}, or empty");
        if (!answer.HasValue) return null;
        var value = Math.Abs(answer.Value) < Largest ? Scoring.InUnit(item, answer) : (Exact?)null;
        if (value is null || value < item.Min || value > item.Max || (item.MinExclusive && value == item.Min))
        {
            var unit = answer.Unit.Length > 0 ? " in the score's unit" : "";
            var range = item.MinExclusive ? $"above {Shown(item.Min)} and at most {Shown(item.Max)}" : $"from {Shown(item.Min)} to {Shown(item.Max)}";
            return new(ScoringError.OutOfRange, index, $"is {Shown(answer.Value)}; it must be {range}{unit}");
        }
        return item.Whole && !value.Value.IsWhole ? new(ScoringError.NotInteger, index, $"is {Shown(answer.Value)}; it must be a whole number") : null;
    }

    private static IReadOnlyList<ScoringProblem> Missing(InstrumentDefinition instrument, IReadOnlyList<ItemAnswer> answers)
    {
        var missing = answers.Index().Where(a => !a.Item.HasValue).Select(a => a.Index).ToList();
        var (rule, most) = (instrument.Missing.Rule, instrument.Missing.Most ?? int.MaxValue);
        if (rule == MissingAnswers.Required) return [.. missing.Select(i => new ScoringProblem(ScoringError.Incomplete, i, "is not answered; there is no score without it"))];
        if (missing.Count > most)
            return [.. missing.Select(i => new ScoringProblem(ScoringError.TooManyMissing, i, $"is not answered; {missing.Count} are left out, and at most {most} may be"))];
        if (rule == MissingAnswers.SubscaleWithoutScore && instrument.Subscales.Values.All(s => s.OfItems.Any(n => missing.Contains(n - 1))))
            return [.. missing.Select(i => new ScoringProblem(ScoringError.Incomplete, i, "is not answered, and no subscale is complete"))];
        return [];
    }

    private static IReadOnlyList<ScoringProblem> Status(InstrumentDefinition instrument, IReadOnlyList<ItemAnswer> answers)
    {
        if (answers.Count > 1) return [new(ScoringError.WrongItemCount, null, $"has {answers.Count} values; {instrument.Abbreviation} has 1")];
        if (answers is not [{ Code.Length: > 0 } answer]) return [new(ScoringError.NotAnswered, null, "nothing is answered")];
        return instrument.Codes.ContainsKey(answer.Code) ? [] : [new(ScoringError.InvalidCode, 0, $"is none of {string.Join(", ", instrument.Codes.Keys)}")];
    }

    private static string Count(InstrumentDefinition instrument) =>
        instrument.LeastAnswers == instrument.MostAnswers ? $"{instrument.MostAnswers}" : $"{instrument.LeastAnswers} to {instrument.MostAnswers}";

    private static string Shown(IFormattable value) => value.ToString("G", CultureInfo.InvariantCulture);
}
