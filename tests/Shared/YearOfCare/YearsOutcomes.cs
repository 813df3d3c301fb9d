using CareTeam.Server.Pipeline;
using CareTeam.V1;
using static CareTeam.Tests.CarePeople;

namespace CareTeam.Tests;

/// <summary>What is measured, some of it when a window of rehabilitation asks for it, some of it too late.</summary>
internal static class YearsOutcomes
{
    public static void Write(CarePen pen)
    {
        foreach (var (day, each) in new[] { ("2026-01-05", 3), ("2026-03-02", 2), ("2026-04-22", 2), ("2026-05-20", 1), ("2026-07-08", 1), ("2026-08-24", 1), ("2026-09-23", 1) })
            pen.On(day, Ana, Measured(pen, "odi", day, Enumerable.Repeat((double)each, 10)));
        foreach (var (day, pain) in new[] { ("2026-07-08", 2), ("2026-08-24", 2), ("2026-09-23", 1) }) pen.On(day, Ana, Pain(pen, day, pain));
        // Thoughts of self-harm on several days; the review that the clocks ask for comes two days late.
        pen.On("2026-02-09", Ana, Measured(pen, "phq9", "2026-02-09", [1, 1, 1, 1, 0, 1, 0, 0, 1]));
        var review = ChosenId.Named(pen.PlanId, $"outcome.safety-review/{pen.Id("phq9 of 2026-02-09")}/review", "task of a due");
        pen.On("2026-02-11", Psychologist, new AcceptTaskRequest { TaskId = review });
        pen.On("2026-02-11", Psychologist, new StartTaskRequest { TaskId = review });
        pen.On("2026-02-11", Psychologist, new CompleteTaskRequest { TaskId = review, Outcome = "Seen; safe, with a plan." });
        pen.On("2026-06-15", Therapist, Measured(pen, "6mwt", "2026-06-15", [505]));
    }

    public static RecordOutcomeRequest Pain(CarePen pen, string day, int worst)
    {
        var rating = Measured(pen, "nprs", day, [worst]);
        rating.ReferenceWindow = "worst_24h";
        return rating;
    }

    private static RecordOutcomeRequest Measured(CarePen pen, string instrument, string day, IEnumerable<double> answers) =>
        new() { OutcomeId = pen.Id($"{instrument} of {day}"), InstrumentId = instrument, Answers = { answers.Select(a => new ItemAnswer { Value = a }) } };
}
