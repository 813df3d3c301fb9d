using CareTeam.Rules.Tests.Rules;
using CareTeam.Server.Therapy;
using static CareTeam.Rules.Tests.Therapy.GivenTherapy;

namespace CareTeam.Rules.Tests.Therapy;

public sealed class SetActivityQuotaTests
{
    private static readonly SetActivityQuota UseCase = new(Table);

    private static SetActivityQuotaRequest To(double target, Action<SetActivityQuotaRequest>? with = null)
    {
        var request = new SetActivityQuotaRequest
        {
            PlanId = Given.PlanId,
            RequestId = Given.RequestId,
            TherapyOrderId = OrderId,
            Activity = GradedActivity.WalkingTime,
            WeeklyTarget = target,
            Reason = "Ten per cent a week.",
        };
        with?.Invoke(request);
        return request;
    }

    private static SetActivityQuotaRequest Lifting(OccupationalLevel level, double target = 0) => To(target, r => (r.Activity, r.Level) = (GradedActivity.Lifting, level));

    [Fact]
    public void It_holds_from_the_monday_of_this_week()
    {
        var quota = PlanWithOrder().When(UseCase, To(90), Given.Therapist, Given.Tomorrow).After.ActivityQuotas.Single();
        Assert.Equal((GradedActivity.WalkingTime, "2026-03-02", 90d, Given.Therapist), (quota.Activity, quota.Steps.Single().WeekStartDate, quota.Steps.Single().WeeklyTarget, quota.Steps.Single().SetBy));
    }

    [Fact]
    public void The_same_activity_of_an_order_is_one_quota_by_steps()
    {
        var given = PlanWithOrder().Quota(GradedActivity.WalkingTime, 90);
        var request = To(100);
        var after = given.When(UseCase, request, Given.Therapist).After;
        Assert.Equal([("2026-01-05", 90d), ("2026-03-02", 100d)], after.ActivityQuotas.Single().Steps.Select(s => (s.WeekStartDate, s.WeeklyTarget)));
        Assert.Equal(QuotaId, UseCase.Reply(after, request).ActivityQuotaId);
    }

    [Fact]
    public void A_step_takes_the_place_of_those_from_its_week_on()
    {
        var given = PlanWithOrder().Quota(GradedActivity.WalkingTime, 90).Quota(GradedActivity.WalkingTime, 120, "2026-02-02").Quota(GradedActivity.WalkingTime, 130, "2026-02-09");
        Assert.Equal([90d, 100d], given.When(UseCase, To(100, r => r.FromDate = "2026-02-04"), Given.Therapist).After.ActivityQuotas.Single().Steps.Select(s => s.WeeklyTarget));
    }

    [Fact]
    public void What_was_lowered_is_not_raised_again_by_a_step_from_a_week_before_it()
    {
        var given = PlanWithOrder().Quota(GradedActivity.WalkingTime, 90).Quota(GradedActivity.WalkingTime, 30, "2026-02-23").RedFlag();
        given.When(UseCase, To(90, r => r.FromDate = "2026-02-16"), Given.Therapist).ThenRefused("red-flag.blocks-therapy-progression");
        Assert.NotEmpty(given.When(UseCase, To(30, r => r.FromDate = "2026-02-16"), Given.Therapist).Events);
    }

    [Fact]
    public void As_it_is_already_nothing_happens() => PlanWithOrder().Quota(GradedActivity.WalkingTime, 90).When(UseCase, To(90), Given.Therapist).ThenNothing();

    [Theory, RuleMet("therapy.lifting-levels")]
    [InlineData(OccupationalLevel.Sedentary, 10)]
    [InlineData(OccupationalLevel.Light, 20)]
    public void A_level_of_work_stands_for_its_weight(OccupationalLevel level, double pounds)
    {
        var step = PlanWithOrder().When(UseCase, Lifting(level), Given.Therapist).After.ActivityQuotas.Single().Steps.Single();
        Assert.Equal((pounds, level), (step.WeeklyTarget, step.Level));
    }

    [Fact]
    public void A_site_takes_the_levels_of_the_bureau_of_labor_statistics() =>
        Assert.Equal(25, PlanWithOrder().When(new SetActivityQuota(SiteRules.With("[{'id': 'therapy.lifting-levels', 'parameters': {'light': 25}}]")), Lifting(OccupationalLevel.Light), Given.Therapist)
            .After.ActivityQuotas.Single().Steps.Single().WeeklyTarget);

    [Fact, RuleNotMet("therapy.lifting-levels")]
    public void Where_the_levels_are_off_a_level_stands_for_nothing_and_a_weight_for_no_level()
    {
        var off = new SetActivityQuota(SiteRules.With("[{'id': 'therapy.lifting-levels', 'severity': 'off'}]"));
        PlanWithOrder().When(off, Lifting(OccupationalLevel.Light), Given.Therapist).ThenInvalid("level");
        Assert.Equal(OccupationalLevel.Unspecified, PlanWithOrder().When(off, Lifting(OccupationalLevel.Unspecified, 20), Given.Therapist).After.ActivityQuotas.Single().Steps.Single().Level);
    }

    [Theory]
    [InlineData(9.5, OccupationalLevel.Unspecified)]
    [InlineData(10, OccupationalLevel.Sedentary)]
    [InlineData(49, OccupationalLevel.Light)]
    [InlineData(50, OccupationalLevel.Medium)]
    [InlineData(100, OccupationalLevel.Heavy)]
    [InlineData(100.5, OccupationalLevel.VeryHeavy)]
    public void A_weight_stands_for_the_highest_level_that_it_reaches(double pounds, OccupationalLevel level) =>
        Assert.Equal(level, GradedActivities.LevelOf(Table.InForce(GradedActivities.LiftingLevels, Plan().Plan, new(2026, 3, 2))!, pounds));

    [Fact]
    public void A_lifting_quota_beyond_the_weight_limit_of_the_order_is_refused()
    {
        PlanWithOrder().When(UseCase, Lifting(OccupationalLevel.Medium), Given.Therapist).ThenRefused("therapy.weight-limit");
        Assert.NotEmpty(PlanWithOrder().When(UseCase, Lifting(OccupationalLevel.Unspecified, 40), Given.Therapist).Events);
    }

    [Fact]
    public void While_a_red_flag_is_open_no_quota_is_raised_and_any_lowered()
    {
        PlanWithOrder().RedFlag().When(UseCase, To(90), Given.Therapist).ThenRefused("red-flag.blocks-therapy-progression");
        var given = PlanWithOrder().Quota(GradedActivity.WalkingTime, 90).RedFlag();
        given.When(UseCase, To(91), Given.Therapist).ThenRefused("red-flag.blocks-therapy-progression");
        Assert.NotEmpty(given.When(UseCase, To(45), Given.Therapist).Events);
        Assert.NotEmpty(given.When(UseCase, To(0), Given.Therapist).Events);
    }

    [Fact]
    public void Assistants_and_other_disciplines_set_none()
    {
        PlanWithOrder().When(UseCase, To(90), Assistant).ThenForbidden("MAY_NOT_PLAN_THERAPY");
        PlanWithOrder().When(UseCase, To(90), OccupationalTherapist).ThenForbidden("NOT_OF_THE_DISCIPLINE");
    }

    [Fact]
    public void It_does_not_begin_before_its_order() => PlanWithOrder().When(UseCase, To(90, r => r.FromDate = "2026-01-04"), Given.Therapist).ThenInvalid("from_date");

    [Fact]
    public void It_must_see_another_setting_of_the_same_activity()
    {
        Assert.True(UseCase.MustSee(To(1), new() { ActivityQuotaSet = new() { TherapyOrderId = OrderId, Activity = GradedActivity.WalkingTime } }));
        Assert.False(UseCase.MustSee(To(1), new() { ActivityQuotaSet = new() { TherapyOrderId = OrderId, Activity = GradedActivity.Lifting } }));
        Assert.False(UseCase.MustSee(To(1), new() { ActivityQuotaSet = new() { TherapyOrderId = OtherOrderId, Activity = GradedActivity.WalkingTime } }));
    }

    [Fact]
    public void A_level_is_of_lifting_and_instead_of_a_number()
    {
        Assert.Equal(["therapy_order_id", "activity", "reason"], Fields.Violated(UseCase, new SetActivityQuotaRequest { PlanId = Given.PlanId, RequestId = Given.RequestId }));
        Assert.Equal(["level"], Fields.Violated(UseCase, To(0, r => r.Level = OccupationalLevel.Light)));
        Assert.Equal(["level"], Fields.Violated(UseCase, Lifting(OccupationalLevel.Light, 20)));
        Assert.Equal(["level"], Fields.Violated(UseCase, Lifting(OccupationalLevel.VeryHeavy)));
        Assert.Equal(["weekly_target"], Fields.Violated(UseCase, To(100_001)));
        Assert.Empty(Fields.Violated(UseCase, Lifting(OccupationalLevel.Heavy)));
    }
}
