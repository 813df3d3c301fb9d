using CareTeam.Server.Outcomes;

namespace CareTeam.Rules.Tests.Outcomes;

public sealed class TrajectoryTests
{
    private static int made;

    /// <summary>A measurement as it was recorded with the shipped catalog.</summary>
    private static OutcomeMeasurement On(int day, string id, ItemAnswer[] answers, string form = "", string window = "")
    {
        var instrument = Catalog.Instrument(id);
        form = form.Length > 0 ? form : instrument.DefaultForm;
        return new()
        {
            OutcomeId = $"outcome-{Interlocked.Increment(ref made)}",
            InstrumentId = id,
            DefinitionVersion = instrument.Version,
            Form = form,
            ReferenceWindow = window,
            Answers = { answers },
            Scores = { Scoring.Of(instrument, answers, form).Scores.Select(s => s.Shown(instrument, form)) },
            MeasuredAt = Timestamp.FromDateTime(Given.Now.ToDateTime().AddDays(day)),
        };
    }

    private static OutcomeMeasurement Odi(int day, int sum) => On(day, "odi", Catalog.Answers([.. Enumerable.Range(0, 10).Select(i => (double?)(sum / 10 + (i < sum % 10 ? 1 : 0)))]));

    private static OutcomeMeasurement Status(int day, string code) => On(day, "rtw-status", [new() { Code = code }]);

    private static IReadOnlyList<TrajectorySeries> Of(params OutcomeMeasurement[] outcomes) => [.. Trajectory.Of(Catalog.Instrument(outcomes[0].InstrumentId), outcomes)];

    [Fact]
    public void Changes_are_counted_from_the_baseline_and_from_the_previous_measurement()
    {
        var series = Of(Odi(0, 24), Odi(28, 22), Odi(56, 16)).Single();
        Assert.Equal([48.0, 44, 32], series.Points.Select(p => p.Score.Value));
        Assert.Equal((null, null), (series.Points[0].FromBaseline, series.Points[0].FromPrevious));
        Assert.Equal((-16.0, -12.0), (series.Points[2].FromBaseline.Delta, series.Points[2].FromPrevious.Delta));
        Assert.Equal((true, true, ChangeCertainty.Real), (series.Points[2].FromBaseline.MeetsMcid, series.Points[2].FromBaseline.MeetsMcidPercent, series.Points[2].FromBaseline.Certainty));
        Assert.Equal((false, ChangeCertainty.WithinError), (series.Points[1].FromBaseline.MeetsMcid, series.Points[1].FromBaseline.Certainty));
    }

    [Fact]
    public void The_earliest_measurement_is_the_baseline_also_when_it_was_recorded_last()
    {
        var (late, first) = (Odi(10, 20), Odi(-5, 25));
        var series = Of(late, first).Single();
        Assert.Equal(first.OutcomeId, series.BaselineOutcomeId);
        Assert.Equal([50.0, 40], series.Points.Select(p => p.Score.Value));
    }

    [Fact]
    public void Different_windows_and_forms_are_never_compared()
    {
        var pain = Of(On(0, "nprs", Catalog.Answers(8), window: "worst_24h"), On(0, "nprs", Catalog.Answers(3), window: "now"), On(9, "nprs", Catalog.Answers(5), window: "worst_24h"));
        Assert.Equal([("worst_24h", 2), ("now", 1)], pain.Select(s => (s.ReferenceWindow, s.Points.Count)));
        var function = Of(On(0, "promis-pf-4a-v2", Catalog.Answers(2, 2, 2, 2), form: "1.0"), On(9, "promis-pf-4a-v2", Catalog.Answers(3, 3, 3, 3)));
        Assert.Equal(["1.0", "2.0"], function.Select(s => s.Form));
        Assert.All(function, s => Assert.Null(s.Points[0].FromBaseline));
    }

    [Fact]
    public void Each_subscale_has_its_series_and_a_missing_score_is_a_gap()
    {
        var all = Enumerable.Repeat<double?>(3, 16).ToArray();
        double?[] withoutSecond = [3, null, .. all[2..]];
        var series = Of(On(0, "fabq", Catalog.Answers(withoutSecond)), On(9, "fabq", Catalog.Answers(all)));
        Assert.Equal(["FABQ-PA", "FABQ-W"], series.Select(s => s.SubscaleId));
        Assert.Equal([false, true], series[0].Points.Select(p => p.Score.HasValue));
        Assert.Equal("an item of it was not answered", series[0].Points[0].Score.UnscoredReason);
        Assert.Equal(series[0].Points[1].OutcomeId, series[0].BaselineOutcomeId);
        Assert.Equal(series[1].Points[0].OutcomeId, series[1].BaselineOutcomeId);
    }

    [Fact]
    public void Of_activities_only_those_rated_at_both_times_are_compared()
    {
        var before = On(0, "psfs", Catalog.Activities(("walk the dog", 3), ("put on socks", 5), ("sit", 8)));
        var after = On(30, "psfs", Catalog.Activities(("Walk the dog", 6), ("put on socks", 7), ("garden", 2)));
        var other = On(60, "psfs", Catalog.Activities(("swim", 9)));
        var points = Of(before, after, other).Single().Points;
        // 3 and 5 to 6 and 7; the means of all would say 5.33 to 5.
        Assert.Equal((2.5, 2, "medium"), (points[1].FromBaseline.Delta, points[1].FromBaseline.ComparedActivities, points[1].FromBaseline.McidLevel));
        Assert.Equal((null, null), (points[2].FromBaseline, points[2].FromPrevious));
    }

    [Fact]
    public void A_scale_that_a_form_inverts_is_read_the_other_way()
    {
        var series = Of(On(0, "psfs", Catalog.Activities(("walk", 8)), form: "2.0"), On(30, "psfs", Catalog.Activities(("walk", 4)), form: "2.0")).Single();
        Assert.Equal((HigherIs.Worse, 4.0), (series.Score.HigherIs, series.Points[1].FromBaseline.Improvement));
    }

    [Fact]
    public void What_was_not_possible_is_a_gap_with_its_reason()
    {
        var tug = On(0, "tug", Catalog.Answers(14));
        var unable = new OutcomeMeasurement { OutcomeId = "unable", InstrumentId = "tug", Completion = TestCompletion.Unable, MeasuredAt = Timestamp.FromDateTime(Given.Now.ToDateTime().AddDays(1)) };
        var point = Of(tug, unable).Single().Points[1];
        Assert.Equal((false, "not possible", null), (point.Score.HasValue, point.Score.UnscoredReason, point.FromBaseline));
    }

    [Fact]
    public void A_changed_definition_scores_anew_and_leaves_what_was_shown_then()
    {
        var changed = InstrumentCatalog.Shipped.With("""
            [{ "id": "odi", "version": "2", "effective_date": "2026-01-02", "mcid": { "absolute": 20 },
               "band_tables": { "published": { "bands": [{ "from": 0, "to": 50, "label": "lower half" }, { "from": 50, "to": 100, "label": "upper half" }] } } }]
            """, "site.json").Find("odi", Catalog.Day)!;
        var series = Trajectory.Of(changed, [Odi(0, 24), Odi(30, 16)]).Single();
        Assert.Equal(["lower half", "lower half"], series.Points.Select(p => p.Score.Band));
        Assert.Equal(["severe disability", "moderate disability"], series.Points.Select(p => p.ScoreThen.Band));
        Assert.All(series.Points, p => Assert.Equal((true, "1"), (p.Rescored, p.DefinitionVersionThen)));
        Assert.False(series.Points[1].FromBaseline.MeetsMcid);
        Assert.All(Of(Odi(0, 24)).Single().Points, p => Assert.False(p.Rescored));
    }

    [Fact]
    public void What_a_stricter_definition_no_longer_scores_still_shows_what_was_shown_then()
    {
        var strict = InstrumentCatalog.Shipped.With("""[{ "id": "odi", "version": "2", "effective_date": "2026-01-02", "missing": { "most": 0 } }]""", "site.json").Find("odi", Catalog.Day)!;
        var point = Trajectory.Of(strict, [On(0, "odi", Catalog.Answers(3, 3, 3, 3, 3, 3, 3, null, 3, null))]).Single().Points.Single();
        Assert.False(point.Score.HasValue);
        Assert.StartsWith("item 8 is not answered", point.Score.UnscoredReason, StringComparison.Ordinal);
        Assert.Equal(60, point.ScoreThen.Value);
    }

    [Fact]
    public void An_instrument_that_left_the_catalog_shows_what_was_shown_then()
    {
        var series = Trajectory.Of(null, [Odi(0, 24), Odi(30, 16)]).Single();
        Assert.Equal([48.0, 32], series.Points.Select(p => p.Score.Value));
        Assert.All(series.Points, p => Assert.Null(p.FromBaseline));
    }

    [Fact]
    public void Back_at_work_counts_when_it_lasts_four_weeks()
    {
        var points = Of(Status(0, "off_work_condition"), Status(30, "modified_duty_reduced_hours"), Status(57, "full_duty")).Single().Points;
        Assert.Equal([false, false], points.Skip(1).Select(p => p.FromBaseline.ImprovementHeld));
        points = Of(Status(0, "off_work_condition"), Status(30, "modified_duty_reduced_hours"), Status(58, "full_duty")).Single().Points;
        Assert.Equal([true, true], points.Skip(1).Select(p => p.FromBaseline.ImprovementHeld));
        points = Of(Status(0, "off_work_condition"), Status(30, "full_duty"), Status(40, "off_work_condition"), Status(60, "full_duty")).Single().Points;
        Assert.Equal([false, false, false], points.Skip(1).Select(p => p.FromBaseline.ImprovementHeld));
    }

    [Fact]
    public void A_status_without_a_rank_is_neither_better_nor_worse()
    {
        var points = Of(Status(0, "off_work_condition"), Status(30, "not_in_workforce")).Single().Points;
        Assert.Equal(("not in the workforce", null), (points[1].Score.Band, points[1].FromBaseline));
    }

    [Fact]
    public void Ranks_change_by_steps_and_not_by_percent()
    {
        var change = Of(Status(0, "off_work_condition"), Status(30, "full_duty")).Single().Points[1].FromBaseline;
        Assert.Equal((-3, 3, false), (change.Delta, change.Improvement, change.HasImprovementPercent));
    }
}
