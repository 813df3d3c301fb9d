namespace CareTeam.Server.Outcomes;

/// <summary>Whether an answer asks for a safety review the same day, whatever the score: thoughts of self-harm in the PHQ-9.</summary>
public static class SafetyReview
{
    public static bool IsNeeded(InstrumentDefinition instrument, IReadOnlyList<ItemAnswer> answers) =>
        instrument.Safety is { } rule && Answer(rule, answers) is { HasValue: true } answer && Exact.Written(answer.Value) > rule.Above;

    /// <summary>Nobody knows what the answer would have been: it must be asked for.</summary>
    public static bool IsUnanswered(InstrumentDefinition instrument, IReadOnlyList<ItemAnswer> answers) =>
        instrument.Safety is { } rule && Answer(rule, answers) is not { HasValue: true };

    private static ItemAnswer? Answer(SafetyRule rule, IReadOnlyList<ItemAnswer> answers) => answers.ElementAtOrDefault(rule.Item - 1);
}
