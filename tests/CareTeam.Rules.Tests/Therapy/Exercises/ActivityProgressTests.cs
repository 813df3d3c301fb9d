using CareTeam.Rules.Tests.Rules;
using CareTeam.Server.Therapy;
using static CareTeam.Rules.Tests.Therapy.GivenTherapy;

namespace CareTeam.Rules.Tests.Therapy;

public sealed class ActivityProgressTests
{
    private static Given Walked(params double[] weeks) => PlanWithOrder(therapist: Given.Therapist).Quota(GradedActivity.WalkingTime, 100).Done(weeks);

    private static string After(int weeks) => Dates.Of(Start).AddDays(7 * weeks).Iso();

    [Fact]
    public void Amounts_of_a_week_add_up_and_of_what_is_lifted_the_heaviest_counts()
    {
        Assert.Equal(70, Walked(50).Done(20).Plan.ActivityQuotas.Single().Weeks.Single().Amount);
        var lifted = PlanWithOrder().Quota(GradedActivity.Lifting, 40).Done(30).Done(25);
        Assert.Equal(30, lifted.Plan.ActivityQuotas.Single().Weeks.Single().Amount);
    }

    [Fact]
    public void Each_week_is_held_against_the_quota_of_that_week()
    {
        var given = Walked(90, 90, 90).Quota(GradedActivity.WalkingTime, 80, After(1)).Quota(GradedActivity.WalkingTime, 120, After(2));
        var weeks = ActivityProgress.Weeks(given.Plan.ActivityQuotas.Single(), new(2026, 1, 27));
        Assert.Equal([(100, 90, false), (80, 90, true), (120, 90, false), (120, 0, false)], weeks.Select(w => ((int)w.Target, (int)w.Amount, w.IsReached)));
    }

    [Theory, RuleNotMet("therapy.plateau")]
    [InlineData(60, 60, 60)]
    [InlineData(60, 61.5, 63)]
    [InlineData(60, 57, 60)]
    public void Three_weeks_within_five_percent_below_the_quota_are_a_plateau(double first, double second, double third)
    {
        var given = Walked(first, second, third);
        Assert.Empty(given.Told("therapy.plateau", Dates.Of(After(3)).AddDays(-1).Iso()));
        var due = Assert.Single(given.Told("therapy.plateau", After(3)));
        Assert.Equal((QuotaId, Start, After(3), After(4), Given.Therapist), (due.SubjectId, due.Occurrence, due.NoticeDay.Iso(), due.Day.Iso(), due.Assignee));
        Assert.True(TherapyProgress.Of(given.Plan, Table, Dates.Of(After(3))).Orders.Single().Quotas.Single().Plateau);
    }

    [Theory, RuleMet("therapy.plateau")]
    [InlineData(60, 60, 64)]
    [InlineData(60, 60, 100)]
    [InlineData(0, 0, 0)]
    [InlineData(60, 0, 60)]
    public void A_change_a_reached_quota_or_a_week_without_anything_is_none(double first, double second, double third)
    {
        var given = Walked(first, second, third);
        Assert.Empty(given.Told("therapy.plateau", After(3)));
        Assert.False(TherapyProgress.Of(given.Plan, Table, Dates.Of(After(3))).Orders.Single().Quotas.Single().Plateau);
    }

    [Fact]
    public void In_its_last_week_the_clocks_are_told_to_look_again_on_the_monday()
    {
        var given = Walked(60, 60, 60);
        Assert.Empty(given.Dues("therapy.plateau", Dates.Of(After(2)).AddDays(-1).Iso()));
        Assert.Equal(After(3), given.Dues("therapy.plateau", After(2)).Single().NoticeDay.Iso());
        Assert.Equal(After(2), Walked(60, 30).Dues("therapy.regression", After(1)).Single().NoticeDay.Iso());
        Assert.DoesNotContain(TherapyProgress.Of(Walked(60, 30).Plan, Table, Dates.Of(After(1))).Dues, d => d.Kind == "therapy.regression");
    }

    [Fact]
    public void A_long_plateau_is_told_once_and_another_again()
    {
        var given = Walked(60, 60, 60, 60, 80, 80, 81, 82);
        Assert.Equal([Start, After(4)], given.Told("therapy.plateau", After(8)).Select(d => d.Occurrence));
    }

    [Theory, RuleNotMet("therapy.regression")]
    [InlineData(80, 64)]
    [InlineData(80, 1)]
    public void A_fall_by_a_fifth_is_a_regression(double before, double after)
    {
        var given = Walked(before, after);
        Assert.Empty(given.Told("therapy.regression", Dates.Of(After(2)).AddDays(-1).Iso()));
        Assert.Equal((After(1), After(2)), given.Told("therapy.regression", After(2)).Select(d => (d.Occurrence, d.NoticeDay.Iso())).Single());
        Assert.True(TherapyProgress.Of(given.Plan, Table, Dates.Of(After(2))).Orders.Single().Quotas.Single().Regression);
    }

    [Theory, RuleMet("therapy.regression")]
    [InlineData(80, 65)]
    [InlineData(130, 100)]
    [InlineData(0, 0)]
    [InlineData(80, 0)]
    public void A_smaller_fall_one_that_still_reaches_the_quota_or_a_week_without_a_record_is_not(double before, double after) =>
        Assert.Empty(Walked(before, after).Told("therapy.regression", After(2)));

    [Fact]
    public void Less_when_less_was_asked_for_is_none() => Assert.Empty(Walked(80, 40).Quota(GradedActivity.WalkingTime, 50, After(1)).Told("therapy.regression", After(2)));

    [Fact]
    public void Where_the_rules_are_off_nothing_is_told()
    {
        var off = SiteRules.With("[{'id': 'therapy.plateau', 'severity': 'off'}, {'id': 'therapy.regression', 'severity': 'off'}]");
        Assert.Empty(Walked(60, 60, 60, 10).Told("therapy.plateau", After(5), off));
        Assert.Empty(Walked(60, 60, 60, 10).Told("therapy.regression", After(5), off));
    }

    [Fact]
    public void A_quota_that_was_ended_asks_for_nothing() =>
        Assert.Empty(Walked(60, 60, 60, 60).Quota(GradedActivity.WalkingTime, 0, Start).Told("therapy.plateau", After(5)));
}
