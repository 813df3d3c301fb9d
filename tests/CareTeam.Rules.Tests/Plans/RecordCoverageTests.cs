namespace CareTeam.Rules.Tests.Plans;

public sealed class RecordCoverageTests
{
    private static readonly Coverage Medicare = new() { Payer = "medicare", Region = "US-OH" };

    [Fact]
    public void It_holds_from_then_on_and_once()
    {
        var outcome = Given.ActivePlan().When(new RecordCoverage(), new() { Coverage = Medicare }, Given.Therapist);
        Assert.Equal(Medicare, outcome.After.Coverage);
        Given.ActivePlan().Event(new() { CoverageRecorded = new() { Coverage = Medicare } }).When(new RecordCoverage(), new() { Coverage = Medicare }, Given.Lead).ThenNothing();
    }

    [Fact]
    public void It_is_not_recorded_on_a_plan_that_has_ended() =>
        Given.PlanAt(PlanStatus.Completed).When(new RecordCoverage(), new() { Coverage = Medicare }, Given.Lead).ThenRefused("plan.not-ended");

    [Theory]
    [InlineData("Medicare", "US-OH", "coverage.payer")]
    [InlineData("medicare", "Ohio", "coverage.region")]
    public void Payer_and_region_are_written_as_the_rule_table_writes_them(string payer, string region, string field) => Assert.Equal(
        [field], Fields.Violated(new RecordCoverage(), new RecordCoverageRequest { PlanId = Given.PlanId, RequestId = Given.RequestId, Coverage = new() { Payer = payer, Region = region } }));
}
