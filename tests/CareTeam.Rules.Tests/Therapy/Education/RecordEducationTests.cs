using CareTeam.Rules.Tests.Rules;
using CareTeam.Server.Therapy;
using static CareTeam.Rules.Tests.Therapy.GivenTherapy;

namespace CareTeam.Rules.Tests.Therapy;

public sealed class RecordEducationTests
{
    private static readonly RecordEducation UseCase = new(Table);

    private static RecordEducationRequest Taught(TeachBackResult result, string day = "") => new()
    {
        PlanId = Given.PlanId,
        RequestId = Given.RequestId,
        EducationId = EducationId,
        Topic = EducationTopic.Pacing,
        TeachBack = result,
        Content = "Activity by the clock, not by pain.",
        EducationDate = day,
        Minutes = 15,
    };

    [Fact, RuleMet("therapy.teach-back")]
    public void What_was_understood_is_recorded_without_its_text()
    {
        var after = Plan().When(UseCase, Taught(TeachBackResult.Understood), OccupationalTherapist).After;
        var education = after.Education.Single();
        Assert.Equal((EducationTopic.Pacing, "2026-03-02", EducationLearner.Patient, OccupationalTherapist), (education.Topic, education.EducationDate, education.Learner, education.TaughtBy));
        Assert.Empty(education.Findings);
        Assert.DoesNotContain("by the clock", after.ToString(), StringComparison.Ordinal);
    }

    [Theory, RuleNotMet("therapy.teach-back")]
    [InlineData(TeachBackResult.NotDone)]
    [InlineData(TeachBackResult.PartlyUnderstood)]
    [InlineData(TeachBackResult.NotUnderstood)]
    public void What_was_not_shown_to_be_understood_is_a_finding(TeachBackResult result) =>
        Assert.Equal("therapy.teach-back", Plan().When(UseCase, Taught(result), Nurse).After.Education.Single().Findings.Single().RuleId);

    [Fact]
    public void Patients_teach_nobody() => Plan().When(UseCase, Taught(TeachBackResult.Understood), Given.Patient).ThenForbidden("NOT_A_CLINICIAN_OF_THE_TEAM");

    [Fact]
    public void Nothing_was_taught_in_the_future() => Plan().When(UseCase, Taught(TeachBackResult.Understood, "2026-03-03"), Nurse).ThenInvalid("education_date");

    [Fact]
    public void An_id_is_used_once() =>
        Plan().Event(new() { EducationRecorded = new() { Summary = new() { EducationId = EducationId } } }).When(UseCase, Taught(TeachBackResult.Understood), Nurse).ThenRefused("id.unused");

    [Fact]
    public void It_says_what_was_taught_and_what_came_of_it() =>
        Assert.Equal(["topic", "teach_back", "content"], Fields.Violated(UseCase, new RecordEducationRequest { PlanId = Given.PlanId, RequestId = Given.RequestId }));
}
