using CareTeam.Cli.Outcomes;

namespace CareTeam.Cli.Demo;

/// <summary>How the patient does, measured; answers are typed as on the command line.</summary>
public sealed partial class DemoPen
{
    public void Measures(Person by, string instrument, int day, string answers, Action<RecordOutcomeRequest>? with = null)
    {
        var request = new RecordOutcomeRequest
        {
            OutcomeId = Id($"{instrument} {Day(day)}"),
            InstrumentId = instrument,
            MeasuredAt = Time(day, new TimeOnly(15, 0)),
            Answers = { answers.Split(", ").Select(AnswerText.Parse) },
        };
        with?.Invoke(request);
        Write(by, $"records {instrument}: {answers}", request);
    }

    /// <summary>The worst pain of the last 24 hours.</summary>
    public void Hurts(Person by, int day, int worst) => Measures(by, "nprs", day, $"{worst}", rating => rating.ReferenceWindow = "worst_24h");
}
