namespace CareTeam.Server.Outcomes;

/// <summary>One score of a measurement: by the definition in effect (no value: it gives none), and as it was shown when it was recorded.</summary>
public sealed record Rescored(OutcomeMeasurement Outcome, Exact? Value, OutcomeScore Now, OutcomeScore? Then)
{
    /// <summary>Null when there is nothing to score.</summary>
    public static Scored? Score(InstrumentDefinition instrument, OutcomeMeasurement outcome) =>
        outcome.Completion == TestCompletion.Unable ? null : Scoring.Of(instrument, outcome.Answers, outcome.Form);

    public static Rescored Of(InstrumentDefinition instrument, string subscale, OutcomeMeasurement outcome, Scored? scored)
    {
        var then = ShownThen(outcome, subscale);
        if (scored?.Scores.FirstOrDefault(s => s.Definition.SubscaleId == subscale) is { } score) return new(outcome, score.Value, score.Shown(instrument, outcome.Form), then);
        var why = scored is null ? "not possible" : string.Join("; ", scored.Problems.Select(p => p.Item is { } item ? $"item {item + 1} {p.Description}" : p.Description));
        return new(outcome, null, new() { SubscaleId = subscale, UnscoredReason = why }, then);
    }

    /// <summary>With a catalog that has the instrument no more.</summary>
    public static Rescored Without(OutcomeMeasurement outcome, string subscale)
    {
        var then = ShownThen(outcome, subscale);
        return new(outcome, null, then ?? new() { SubscaleId = subscale }, then);
    }

    public TrajectoryPoint Point() => new()
    {
        OutcomeId = Outcome.OutcomeId,
        MeasuredAt = Outcome.MeasuredAt,
        RecordedAt = Outcome.RecordedAt,
        RecordedBy = Outcome.RecordedBy,
        Score = Now,
        ScoreThen = Then,
        DefinitionVersionThen = Outcome.DefinitionVersion,
        Rescored = Then is not null && !Then.Equals(Now),
        Completion = Outcome.Completion,
        NeedsSafetyReview = Outcome.NeedsSafetyReview,
    };

    private static OutcomeScore? ShownThen(OutcomeMeasurement outcome, string subscale) => outcome.Scores.FirstOrDefault(s => s.SubscaleId == subscale);
}
