using CareTeam.Server.Outcomes;
using Google.Protobuf.WellKnownTypes;

namespace CareTeam.Rules.Tests.Outcomes;

public sealed class MainOutcomeTests
{
    private static readonly DateTime FirstDay = new(2026, 1, 5, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Disability_is_shown_before_what_was_measured_more_often()
    {
        var trend = MainOutcome.Trend([Measured("nprs", 0, 7), Measured("nprs", 7, 5), Measured("odi", 0, 46)])!;
        Assert.Equal("odi", trend.InstrumentId);
        Assert.Equal([46.0], trend.Points.Select(p => p.Value));
    }

    [Fact]
    public void Without_a_preferred_one_what_was_measured_most_is_shown() =>
        Assert.Equal("6mwt", MainOutcome.Trend([Measured("tug", 0, 12), Measured("6mwt", 0, 330), Measured("6mwt", 30, 402)])!.InstrumentId);

    [Fact]
    public void Late_entries_stand_where_they_were_measured() =>
        Assert.Equal([46.0, 36, 28], MainOutcome.Trend([Measured("odi", 60, 28), Measured("odi", 0, 46), Measured("odi", 30, 36)])!.Points.Select(p => p.Value));

    [Fact]
    public void Only_like_is_shown_beside_like()
    {
        var other = Measured("nprs", 10, 9);
        other.ReferenceWindow = "worst_24h";
        Assert.Equal([6.0, 4], MainOutcome.Trend([Measured("nprs", 0, 6), other, Measured("nprs", 20, 4)])!.Points.Select(p => p.Value));
    }

    [Fact]
    public void The_newest_twelve_are_shown()
    {
        var trend = MainOutcome.Trend(Enumerable.Range(0, 20).Select(day => Measured("nprs", day, day % 10)))!;
        Assert.Equal(12, trend.Points.Count);
        Assert.Equal(Timestamp.FromDateTime(FirstDay.AddDays(19)), trend.Points[^1].MeasuredAt);
    }

    [Fact]
    public void What_has_no_number_has_no_line()
    {
        var unable = Measured("6mwt", 0, 0);
        unable.Scores[0].ClearValue();
        var status = Measured("rtw-status", 0, 3);
        status.Scores[0].Unit = "code";
        Assert.Null(MainOutcome.Trend([unable, status]));
    }

    private static OutcomeMeasurement Measured(string instrument, int day, double value) => new()
    {
        InstrumentId = instrument,
        Abbreviation = instrument.ToUpperInvariant(),
        MeasuredAt = Timestamp.FromDateTime(FirstDay.AddDays(day)),
        Scores = { new OutcomeScore { Value = value, HigherIs = HigherIs.Worse, Unit = "points" } },
    };
}
