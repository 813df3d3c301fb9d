namespace CareTeam.Rules.Tests.Plans;

public sealed class DiagnosisTests
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
        Given.ActivePlan().When(new AddDiagnosis(), request, Given.Therapist).ThenForbidden("NOT_A_PHYSICIAN_OF_THE_TEAM");
        Given.ActivePlan().When(new AddDiagnosis(), request, Given.Stranger).ThenForbidden("NOT_A_PHYSICIAN_OF_THE_TEAM");
    }
}
