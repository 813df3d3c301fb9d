using CareTeam.Server.Procedures;
using static CareTeam.Rules.Tests.Procedures.ProcedureStory;

namespace CareTeam.Rules.Tests.Procedures;

public sealed class FollowUpProcedureTests
{
    private static FollowUpProcedureRequest FollowUp(int before = 8, int after = 3, string assessed = "2026-03-01", string until = "") => new()
    {
        PlanId = Given.PlanId,
        RequestId = Given.RequestId,
        ProcedureId = Id(1),
        FollowUpId = Id(80),
        AssessedDate = assessed,
        NprsBefore = before,
        NprsAfter = after,
        SustainedUntilDate = until,
    };

    private static Given Performed() => Given.ActivePlan().Performed(1, ProcedureKind.TransforaminalEpiduralSteroid, "2026-02-10");

    private static Decision When(Given given, FollowUpProcedureRequest request, Person? by = null) => given.When(new FollowUpProcedure(RuleTable.Shipped), request, by ?? Given.Therapist);

    [Theory]
    [InlineData(8, 3, 62.5)]
    [InlineData(3, 6, -100)]
    [InlineData(5, 5, 0)]
    public void A_therapist_records_the_response_and_the_server_computes_the_relief(int before, int after, double relief)
    {
        var followUp = When(Performed(), FollowUp(before, after)).After.Procedures.Single().FollowUps.Single();
        Assert.Equal((relief, "2026-03-01", Given.Therapist), (followUp.ReliefPercent, followUp.SustainedUntilDate, followUp.AssessedBy));
    }

    [Fact]
    public void Without_pain_before_there_is_no_relief_to_compute() => Assert.False(When(Performed(), FollowUp(0, 0)).After.Procedures.Single().FollowUps.Single().HasReliefPercent);

    [Theory]
    [InlineData("2026-02-09", "", "assessed_date")]
    [InlineData("2026-03-03", "", "assessed_date")]
    [InlineData("2026-03-01", "2026-02-09", "sustained_until_date")]
    [InlineData("2026-03-01", "2026-03-02", "sustained_until_date")]
    public void Procedure_relief_and_follow_up_are_in_order(string assessed, string until, string field) => When(Performed(), FollowUp(assessed: assessed, until: until)).ThenInvalid(field);

    [Fact]
    public void Only_a_completed_procedure_is_followed_up_as_often_as_the_patient_is_seen()
    {
        var scheduled = Epidural();
        scheduled.ProcedureId = Id(1);
        When(Given.ActivePlan().Scheduled(scheduled), FollowUp()).ThenRefused("procedure.lifecycle");
        var given = Performed().Helped(1, "2026-02-24");
        Assert.Equal(2, When(given, FollowUp()).After.Procedures.Single().FollowUps.Count);
        foreach (var e in When(given, FollowUp()).Events) given.Event(e.Clone());
        When(given, FollowUp()).ThenRefused("id.unused");
    }

    [Fact]
    public void The_patient_answers_questionnaires_and_records_no_response() => When(Performed(), FollowUp(), Given.Patient).ThenForbidden("MAY_NOT_RECORD_OUTCOMES");

    [Fact]
    public void Both_scores_are_told_and_a_gain_of_function_says_which()
    {
        var request = new FollowUpProcedureRequest { PlanId = Given.PlanId, RequestId = Given.RequestId, FunctionGained = true, StatedPercent = 101 };
        Assert.Equal(["procedure_id", "assessed_date", "nprs_before", "nprs_after", "stated_percent", "function"], Fields.Violated(new FollowUpProcedure(RuleTable.Shipped), request));
        Assert.Equal(["nprs_before", "nprs_after"], Fields.Violated(new FollowUpProcedure(RuleTable.Shipped), FollowUp(11, 12)));
        Assert.Empty(Fields.Violated(new FollowUpProcedure(RuleTable.Shipped), FollowUp(0, 0)));
    }

    [Fact]
    public void A_procedure_has_so_many_follow_ups_and_no_more()
    {
        var given = Performed();
        for (var i = 1; i <= PlanBounds.MostOfProcedure; i++)
        {
            Assert.Null(When(given, FollowUp()).Refusal);
            given.Event(new() { ProcedureFollowedUp = new() { ProcedureId = Id(1), FollowUp = new() { FollowUpId = $"follow-up {i}", AssessedDate = "2026-02-24" } } });
        }
        When(given, FollowUp()).ThenRefused("procedure.most-follow-ups");
    }
}
