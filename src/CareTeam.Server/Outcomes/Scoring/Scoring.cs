using System.Globalization;

namespace CareTeam.Server.Outcomes;

public enum ScoringError
{
    NotAnswered,
    WrongItemCount,
    OutOfRange,
    NotInteger,
    Incomplete,
    TooManyMissing,
    InvalidCode,
    UnknownUnit,
}

/// <summary>Why answers cannot be scored; item counts from 0, and is null when it is about all of them.</summary>
public sealed record ScoringProblem(ScoringError Error, int? Item, string Description);

/// <summary>A score and what belongs to it; without a value it says why.</summary>
public sealed record Score(ScoreDefinition Definition, Exact? Value)
{
    public Band? Band { get; init; }
    public string Status { get; init; } = "";
    public string Profile { get; init; } = "";
    public string ValueSet { get; init; } = "";
    public string UnscoredReason { get; init; } = "";
}

public sealed record Scored(IReadOnlyList<Score> Scores, IReadOnlyList<ScoringProblem> Problems);

/// <summary>From answers to scores, by a definition of the catalog.</summary>
public static class Scoring
{
    /// <summary>A form that the definition does not have gives no score; that it names one is for the caller to see.</summary>
    public static Scored Of(InstrumentDefinition instrument, IReadOnlyList<ItemAnswer> answers, string form)
    {
        var problems = AnswerCheck.Of(instrument, answers);
        return problems.Count > 0 ? new([], problems) : new(Banded([.. instrument.Scores.Select(s => Of(instrument, s, answers, form))]), []);
    }

    /// <summary>The mean of some of the answers, as they count for a patient-named scale.</summary>
    public static Exact Mean(IReadOnlyList<Exact> values) => Total(values) / values.Count;

    private static Score Of(InstrumentDefinition instrument, ScoreDefinition score, IReadOnlyList<ItemAnswer> answers, string form)
    {
        var numbers = score.OfItems.Count > 0 ? score.OfItems : [.. Enumerable.Range(1, answers.Count)];
        var given = numbers.Where(n => answers[n - 1].HasValue).Select(n => Counts(instrument.ItemAt(n - 1), answers[n - 1])).ToList();
        switch (instrument.Scoring.Method)
        {
            case ScoringMethod.Status:
                var code = answers[0].Code;
                var status = instrument.Codes[code];
                return status.Rank is { } rank
                    ? new(score, rank) { Status = status.Label }
                    : new(score, null) { Status = status.Label, UnscoredReason = "this status has no rank" };
            case ScoringMethod.Profile: return Index(instrument, answers);
            case ScoringMethod.Mean: return Rounded(score, Mean(given));
            case ScoringMethod.Stages:
                if (!instrument.Forms.TryGetValue(form, out var protocol)) return Unscored(score, $"there is no form '{form}'");
                return Rounded(score, given[0].Sign == 0 ? 0 : protocol.Start + (given[0] - 1) * protocol.Step);
        }

        if (given.Count < numbers.Count && instrument.Missing.Rule == MissingAnswers.SubscaleWithoutScore) return Unscored(score, "an item of it was not answered");
        var sum = Total(given);
        if (instrument.Missing.Rule == MissingAnswers.Prorate && given.Count < numbers.Count) sum = sum * numbers.Count / given.Count;
        return instrument.Scoring.Method switch
        {
            ScoringMethod.PercentOfMaximum => Rounded(score, 100 * sum / numbers.Aggregate((Exact)0, (most, n) => most + instrument.ItemAt(n - 1).Max)),
            ScoringMethod.Table => !instrument.Forms.TryGetValue(form, out var table) ? Unscored(score, $"there is no form '{form}'") : Rounded(score, table.Table[(int)sum.Rounded(0)]),
            _ => Rounded(score, sum),
        };
    }

    private static Score Rounded(ScoreDefinition score, Exact value) => new(score, score.ScoreDecimals is { } decimals ? value.Rounded(decimals) : value);

    private static Score Unscored(ScoreDefinition score, string why) => new(score, null) { UnscoredReason = why };

    private static Exact Total(IEnumerable<Exact> values) => values.Aggregate((Exact)0, (sum, value) => sum + value);

    private static Exact Counts(ItemDefinition item, ItemAnswer answer) => item.PositiveFrom is { } from ? InUnit(item, answer) >= from ? 1 : 0 : InUnit(item, answer);

    /// <summary>The answer in the score's unit.</summary>
    public static Exact InUnit(ItemDefinition item, ItemAnswer answer)
    {
        var value = Exact.Written(answer.Value);
        return item.Units.TryGetValue(answer.Unit, out var factor) ? value * factor : value;
    }

    private static Score Index(InstrumentDefinition instrument, IReadOnlyList<ItemAnswer> answers)
    {
        var profile = string.Concat(answers.Select(a => a.Value.ToString("0", CultureInfo.InvariantCulture)));
        var set = instrument.ValueSets[instrument.ValueSet];
        if (set.Index.TryGetValue(profile, out var index)) return new(instrument, index) { Profile = profile, ValueSet = instrument.ValueSet };
        if (set.Decrements.Count == 0) return new(instrument, null) { Profile = profile, UnscoredReason = "needs licensed value set" };
        var lost = set.Decrements.Select((levels, i) => (Exact)levels[(int)answers[i].Value - 1]);
        return new(instrument, 1 - Total(lost)) { Profile = profile, ValueSet = instrument.ValueSet };
    }

    private static List<Score> Banded(IReadOnlyList<Score> scores) => [.. scores.Select(s => s with { Band = Bands.Of(s, scores) })];
}
