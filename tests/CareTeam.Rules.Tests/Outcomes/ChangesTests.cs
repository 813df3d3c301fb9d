using CareTeam.Server.Outcomes;
using CsCheck;

namespace CareTeam.Rules.Tests.Outcomes;

public sealed class ChangesTests
{
    private static OutcomeChange Of(string id, decimal earlier, decimal later) => Changes.Between(Catalog.Instrument(id), Catalog.Instrument(id).HigherIs, earlier, later);

    [Fact]
    public void An_important_change_within_the_measurement_error_is_never_called_real()
    {
        // PSEQ: minimal important change 5.5, minimal detectable change 11.52; walking: 30 m and 86.1 m.
        Assert.Equal((true, ChangeCertainty.WithinError), (Of("pseq", 22, 32).MeetsMcid, Of("pseq", 22, 32).Certainty));
        Assert.Equal((true, ChangeCertainty.WithinError), (Of("6mwt", 300, 386).MeetsMcid, Of("6mwt", 300, 386).Certainty));
        Assert.Equal(ChangeCertainty.Real, Of("6mwt", 300, 386.1m).Certainty);
    }

    [Fact]
    public void Where_no_measurement_error_is_known_nothing_is_said_about_it() => Assert.Equal(ChangeCertainty.Unknown, Of("vas100", 90, 0).Certainty);

    [Fact]
    public void Up_is_better_for_some_and_worse_for_others()
    {
        Assert.Equal((2, -2, false, true), (Of("nprs", 5, 7).Delta, Of("nprs", 5, 7).Improvement, Of("nprs", 5, 7).MeetsMcid, Of("nprs", 5, 7).WorsenedByMcid));
        Assert.Equal((2, 2, 40.0), (Of("psfs", 5, 7).Delta, Of("psfs", 5, 7).Improvement, Of("psfs", 5, 7).ImprovementPercent));
    }

    [Fact]
    public void The_absolute_and_the_percent_criterion_disagree()
    {
        Assert.Equal((false, true), (Of("odi", 20, 13).MeetsMcid, Of("odi", 20, 13).MeetsMcidPercent));
        Assert.Equal((true, false), (Of("odi", 48, 36).MeetsMcid, Of("odi", 48, 36).MeetsMcidPercent));
    }

    [Fact]
    public void From_zero_there_is_no_percent()
    {
        Assert.False(Of("nprs", 0, 3).HasImprovementPercent || Of("nprs", 0, 3).HasMeetsMcidPercent);
        Assert.True(Of("nprs", 0, 3).HasMeetsMcid);
    }

    [Theory]
    [InlineData(1.29, "")]
    [InlineData(1.3, "small")]
    [InlineData(2.3, "medium")]
    [InlineData(2.7, "large")]
    public void The_level_is_the_highest_that_is_reached(double by, string level) => Assert.Equal(level, Of("psfs", 2, 2 + (decimal)by).McidLevel);

    [Fact]
    public void A_single_activity_has_a_larger_error_than_the_mean_of_several()
    {
        var psfs = Catalog.Instrument("psfs");
        Assert.Equal(ChangeCertainty.WithinError, Changes.Between(psfs, HigherIs.Better, 3, 5, activities: 1).Certainty);
        Assert.Equal(ChangeCertainty.Real, Changes.Between(psfs, HigherIs.Better, 3, 5, activities: 3).Certainty);
    }

    public static TheoryData<string> Judged() => [.. Catalog.All.Where(d => d.Mcid?.Absolute is not null).Select(d => d.Id)];

    [Theory, MemberData(nameof(Judged))]
    public void A_change_never_is_better_and_worse_and_its_opposite_is_judged_the_other_way_round(string id) =>
        Gen.Select(Gen.Int[0, 100], Gen.Int[0, 100]).Sample((x, y) =>
        {
            var (there, back) = (Of(id, x, y), Of(id, y, x));
            Assert.False(there.MeetsMcid && there.WorsenedByMcid);
            Assert.Equal((there.MeetsMcid, there.WorsenedByMcid, there.Certainty), (back.WorsenedByMcid, back.MeetsMcid, back.Certainty));
            Assert.Equal((there.Delta, there.Improvement), (-back.Delta, -back.Improvement));
        });
}
