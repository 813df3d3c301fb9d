using CareTeam.Server.Tasks;
using CsCheck;

namespace CareTeam.Rules.Tests.Tasks;

public sealed class SeriesTests
{
    private static readonly Recurrence ThreeAWeekForSixWeeks = new() { Times = 3, PeriodDays = 7, Periods = 6 };

    [Theory]
    [InlineData(0, "2026-03-02")]
    [InlineData(1, "2026-03-04")]
    [InlineData(2, "2026-03-06")]
    [InlineData(3, "2026-03-09")]
    [InlineData(17, "2026-04-10")]
    public void Three_sessions_a_week_fall_on_Monday_Wednesday_and_Friday(int occurrence, string day) =>
        Assert.Equal(day, Series.DueDate("2026-03-02", ThreeAWeekForSixWeeks, occurrence));

    [Fact]
    public void Due_days_never_run_backwards_and_stay_within_the_series() => Gen.Select(Gen.Int[1, 21], Gen.Int[1, 90], Gen.Int[1, 20]).Sample((times, days, periods) =>
    {
        var recurrence = new Recurrence { Times = times, PeriodDays = days, Periods = periods };
        var due = Enumerable.Range(0, times * periods).Select(i => Series.DueDate("2026-01-01", recurrence, i)).ToList();
        var end = new DateOnly(2026, 1, 1).AddDays(days * periods).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return due.SequenceEqual(due.Order(StringComparer.Ordinal)) && string.CompareOrdinal(due[^1], end) < 0;
    });

    [Fact]
    public void Completing_an_occurrence_moves_the_series_on_and_the_last_one_completes_it()
    {
        var given = Given.ActivePlan().Task(Given.Therapist, t =>
        {
            (t.Recurrence, t.DueDate, t.SeriesStart) = (new() { Times = 2, PeriodDays = 7, Periods = 1 }, "2026-03-02", "2026-03-02");
            t.Status = TaskStatus.InProgress;
        });
        var complete = new CompleteTaskRequest { TaskId = Given.TaskId };

        var first = given.When(new CompleteTask(), complete, Given.Therapist);
        first.Then(new PlanEvent { TaskOccurrenceCompleted = new() { TaskId = Given.TaskId, Occurrence = 1, NextDueDate = "2026-03-05" } });
        Assert.Equal((TaskStatus.Accepted, 1, "2026-03-05"), (first.After.Tasks[0].Status, first.After.Tasks[0].OccurrencesCompleted, first.After.Tasks[0].DueDate));
        Assert.Equal(1, new CompleteTask().Reply(first.After, complete).OccurrencesLeft);

        given.Event(first.Events[0].Clone()).Event(new() { TaskStarted = new() { TaskId = Given.TaskId } });
        var last = given.When(new CompleteTask(), complete, Given.Therapist);
        last.Then(new PlanEvent { TaskCompleted = new() { TaskId = Given.TaskId } });
        Assert.Equal((TaskStatus.Completed, 2), (last.After.Tasks[0].Status, last.After.Tasks[0].OccurrencesCompleted));
        Assert.Equal(0, new CompleteTask().Reply(last.After, complete).OccurrencesLeft);
    }
}
