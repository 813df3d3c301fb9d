using CareTeam.Rules.Tests.Procedures;
using CareTeam.Rules.Tests.Rules;
using CareTeam.Rules.Tests.Therapy;
using CareTeam.Server.Procedures;

namespace CareTeam.Rules.Tests.Plans;

public sealed class ReviseDiagnosisTests
{
    private static readonly ReviseDiagnosis UseCase = new(RuleTable.Shipped);

    private static Given Diagnosed(string onset = "2016-02-01") => Given.ActivePlan().Event(new()
    {
        DiagnosisAdded = new() { Diagnosis = new() { DiagnosisId = GivenTherapy.DiagnosisId, Icd10CmCode = "M54.16", Text = "Radiculopathy, lumbar", OnsetDate = onset } },
    });

    private static ReviseDiagnosisRequest Revise(DiagnosisVerification how = DiagnosisVerification.Unspecified, string? onset = null)
    {
        var request = new ReviseDiagnosisRequest { PlanId = Given.PlanId, RequestId = Given.RequestId, DiagnosisId = GivenTherapy.DiagnosisId, Verification = how, Reason = "EMG is normal." };
        if (onset is not null) request.OnsetDate = onset;
        return request;
    }

    private static Given Done(Given given, ReviseDiagnosisRequest request) => given.Event(given.When(UseCase, request, Given.Lead).Events.Single().Clone());

    private static InjectionIndication WithoutWords()
    {
        var indication = ProcedureStory.Indication;
        (indication.RadicularPain, indication.PainSinceDate) = (false, "");
        return indication;
    }

    private static ScheduleProcedureRequest Epidural()
    {
        var request = ProcedureStory.Epidural();
        request.Indication = WithoutWords();
        return request;
    }

    [Fact]
    public void A_diagnosis_that_is_refuted_stays_with_who_when_and_why()
    {
        var diagnosis = Done(Diagnosed(), Revise(DiagnosisVerification.Refuted)).Plan.Diagnoses.Single();
        Assert.Equal((DiagnosisVerification.Refuted, "EMG is normal.", Given.Lead, Given.Now, "2016-02-01"), (diagnosis.Verification, diagnosis.RevisionReason, diagnosis.RevisedBy, diagnosis.RevisedAt, diagnosis.OnsetDate));
        Assert.False(diagnosis.Holds());
    }

    [Theory]
    [InlineData(DiagnosisVerification.Refuted)]
    [InlineData(DiagnosisVerification.EnteredInError)]
    public void No_gate_reads_it_any_more(DiagnosisVerification how)
    {
        Assert.Null(Diagnosed().WhenScheduled(Epidural()).Refusal);
        Assert.Equal(["epidural.radicular-pain", "epidural.pain-duration"],
            Done(Diagnosed(), Revise(how)).WhenScheduled(Epidural()).Refusal!.Details.OfType<Google.Rpc.PreconditionFailure>().Single().Violations.Select(v => v.Type));
    }

    [Fact]
    public void One_that_is_confirmed_holds_and_so_does_one_that_was_refuted_by_mistake()
    {
        Assert.Null(Done(Diagnosed(), Revise(DiagnosisVerification.Confirmed)).WhenScheduled(Epidural()).Refusal);
        Assert.True(Done(Done(Diagnosed(), Revise(DiagnosisVerification.Refuted)), Revise(DiagnosisVerification.Confirmed)).Plan.Diagnoses.Single().Holds());
    }

    [Fact]
    public void A_corrected_onset_is_what_the_gates_count_from()
    {
        Assert.Equal([new DateOnly(2026, 2, 1)], IndicationRules.PainSince(Done(Diagnosed(), Revise(onset: "2026-02-01")).Plan, WithoutWords()));
        Assert.Empty(IndicationRules.PainSince(Done(Diagnosed(), Revise(onset: "")).Plan, WithoutWords()));
    }

    [Fact]
    public void What_is_already_so_is_no_event() => Done(Diagnosed(), Revise(DiagnosisVerification.Refuted)).When(UseCase, Revise(DiagnosisVerification.Refuted), Given.Lead).ThenNothing();

    [Fact]
    public void A_revision_says_what_and_why() => Assert.Equal(["reason", "verification"], Fields.Violated(UseCase, new ReviseDiagnosisRequest { PlanId = Given.PlanId, RequestId = Given.RequestId, DiagnosisId = GivenTherapy.DiagnosisId }).Order());

    [Fact]
    public void It_began_between_birth_and_today_on_a_plan_that_goes_on()
    {
        Diagnosed().When(UseCase, Revise(onset: "2026-04-01"), Given.Lead).ThenInvalid("onset_date");
        Diagnosed().Event(new() { PlanCompleted = new() { Summary = "s" } }).When(UseCase, Revise(DiagnosisVerification.Refuted), Given.Lead).ThenRefused("plan.not-ended");
        Given.ActivePlan().When(UseCase, Revise(DiagnosisVerification.Refuted), Given.Lead).ThenNotFound();
        Diagnosed().When(UseCase, Revise(DiagnosisVerification.Refuted), Given.Therapist).ThenForbidden("MAY_NOT_DIAGNOSE");
    }

    [Fact]
    public void Two_revisions_do_not_pass_over_each_other() =>
        Assert.True(UseCase.MustSee(Revise(DiagnosisVerification.Refuted), new() { DiagnosisRevised = new() { Diagnosis = new() { DiagnosisId = GivenTherapy.DiagnosisId } } }));

    [Fact, RuleNotMet("diagnosis.withdrawn-in-use")]
    public void Who_refutes_what_an_order_of_therapy_names_is_told() =>
        Assert.Equal("1 active order of therapy names this diagnosis; revise it.", GivenTherapy.PlanWithOrder().When(UseCase, Revise(DiagnosisVerification.Refuted), Given.Lead).After.Diagnoses.Single().Findings.Single().Text);

    [Fact, RuleMet("diagnosis.withdrawn-in-use")]
    public void Without_an_order_or_while_it_holds_nothing_is_said()
    {
        Assert.Empty(Done(Diagnosed(), Revise(DiagnosisVerification.Refuted)).Plan.Diagnoses.Single().Findings);
        Assert.Empty(GivenTherapy.PlanWithOrder().When(UseCase, Revise(DiagnosisVerification.Confirmed), Given.Lead).After.Diagnoses.Single().Findings);
    }
}
