namespace CareTeam.Rules.Tests.Plans;

public sealed class AddDiagnosisTests
{
    [Theory]
    [InlineData("M54.16", true)]
    [InlineData("M51.360", true)]
    [InlineData("S39.012A", true)]
    [InlineData("M46.1", true)]
    [InlineData("M54", true)]
    [InlineData("M54.5", false)]
    [InlineData("M51.36", false)]
    [InlineData("M51.37", false)]
    [InlineData("m54.16", false)]
    [InlineData("M5416", false)]
    [InlineData("M54.", false)]
    [InlineData("54.16", false)]
    public void A_code_must_have_the_form_and_still_be_valid(string code, bool valid)
    {
        var request = new AddDiagnosisRequest { PlanId = Given.PlanId, RequestId = Given.RequestId, Icd10CmCode = code, Text = "Radiculopathy" };
        Assert.Equal(valid ? [] : ["icd10cm_code"], Fields.Violated(new AddDiagnosis(), request));
    }

    [Fact]
    public void Physicians_of_the_team_add_diagnoses_and_therapists_do_not()
    {
        var request = new AddDiagnosisRequest { RequestId = Given.RequestId, Icd10CmCode = "M54.16", Text = "Lumbar radiculopathy" };
        Assert.Equal("M54.16", Given.ActivePlan().When(new AddDiagnosis(), request, Given.Lead).After.Diagnoses.Single().Icd10CmCode);
        Given.ActivePlan().When(new AddDiagnosis(), request, Given.Therapist).ThenForbidden("MAY_NOT_DIAGNOSE");
        Given.ActivePlan().When(new AddDiagnosis(), request, Given.Stranger).ThenForbidden("MAY_NOT_DIAGNOSE");
    }

    /// <summary>Today is 2026-03-02; a day is forgiven for time zones.</summary>
    [Theory]
    [InlineData("2026-03-02", true)]
    [InlineData("2026-03-03", false)]
    [InlineData("1980-06-15", true)]
    [InlineData("1980-06-14", false)]
    [InlineData("", true)]
    public void An_illness_began_between_birth_and_today(string onset, bool inOrder)
    {
        var request = new AddDiagnosisRequest { RequestId = Given.RequestId, Icd10CmCode = "M54.16", Text = "t", OnsetDate = onset };
        var outcome = Given.PlanOfPatientBorn("1980-06-15").When(new AddDiagnosis(), request, Given.Lead);
        if (inOrder) Assert.Single(outcome.Events);
        else outcome.ThenInvalid("onset_date");
    }

    [Fact]
    public void An_id_is_used_once()
    {
        var request = new AddDiagnosisRequest { RequestId = Given.RequestId, DiagnosisId = Given.OtherTaskId, Icd10CmCode = "M54.16", Text = "Lumbar radiculopathy" };
        Given.ActivePlan().Event(new() { DiagnosisAdded = new() { Diagnosis = new() { DiagnosisId = Given.OtherTaskId, Icd10CmCode = "M54.50", Text = "Low back pain" } } })
            .When(new AddDiagnosis(), request, Given.Lead).ThenRefused("id.unused");
    }

    [Fact]
    public void Nothing_is_added_to_a_plan_that_has_ended() => Given.PlanAt(PlanStatus.Completed)
        .When(new AddDiagnosis(), new() { RequestId = Given.RequestId, Icd10CmCode = "M54.16", Text = "t" }, Given.Lead).ThenRefused("plan.not-ended");
}
