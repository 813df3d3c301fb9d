using CareTeam.Rules.Tests.Rules;
using CareTeam.Server.Medications;
using static CareTeam.Rules.Tests.Medications.Prescribing;

namespace CareTeam.Rules.Tests.Medications;

public sealed class ReportHomeMedicationTests
{
    private static readonly Person Nurse = new() { PersonId = "nurse", Name = "Nurse", Role = Role.Nurse };
    private static readonly ReportHomeMedication UseCase = new(RuleTable.Shipped);

    [Fact]
    public void What_was_taken_since_long_ago_came_about_then()
    {
        var request = Report("melatonin");
        (request.StartDate, request.MedicationClass) = ("2025-07-01", MedicationClass.Other);
        Assert.Equal(new DateTime(2025, 7, 1, 23, 59, 59), WithNurse().When(UseCase, request, Nurse).Events[0].OccurredAt.ToDateTime(), TimeSpan.FromSeconds(1));
        Assert.Null(WithNurse().When(UseCase, Report("melatonin"), Nurse).Events[0].OccurredAt);
    }

    private static ReportHomeMedicationRequest Report(string name) => new() { PlanId = Given.PlanId, RequestId = Given.RequestId, MedicationId = MedicationId, Name = name };

    private static Given WithNurse() => Given.ActivePlan().Fact(SafetyFactKind.NoKnownAllergies).Fact(SafetyFactKind.Egfr, 90).Event(new() { MemberAdded = new() { Person = Nurse, Since = Given.Now } });

    [Fact]
    public void A_nurse_records_what_the_patient_takes_from_elsewhere_as_far_as_is_known()
    {
        var medication = WithNurse().When(UseCase, Report("Eliquis"), Nurse).After.Medications.Single();
        Assert.Equal((MedicationClass.Anticoagulant, "1364430", true, MedicationRoute.Oral), (medication.MedicationClass, medication.RxnormCode, medication.Reported, medication.Route));
        Assert.Equal((Nurse, "", null), (medication.RecordedBy, medication.StartDate, medication.Dose));
        Assert.Empty(medication.Findings);
    }

    [Fact, RuleNotMet("medication.alert-task")]
    public void A_fact_is_not_refused_and_what_would_have_blocked_is_an_urgent_task_for_the_lead()
    {
        var after = WithNurse().Taking("naproxen").When(UseCase, Report("warfarin"), Nurse).After;
        Assert.Contains(after.Medications[^1].Findings, f => f is { RuleId: "medication.nsaid-anticoagulant", Severity: RuleSeverity.Block, Override: null });
        var task = after.Tasks.Single();
        Assert.Equal((Given.Lead, TaskPriority.Urgent, "2026-03-03", "Safety: warfarin"), (task.Assignee, task.Priority, task.DueDate, task.Title));
    }

    [Fact, RuleMet("medication.alert-task")]
    public void What_would_only_have_warned_is_none()
    {
        var after = WithNurse().Taking("naproxen").When(UseCase, Report("clopidogrel"), Nurse).After;
        Assert.Equal("medication.nsaid-bleeding-risk", after.Medications[^1].Findings.Single().RuleId);
        Assert.Empty(after.Tasks);
    }

    [Fact]
    public void What_only_a_prescriber_can_attest_is_not_asked_of_it() =>
        Assert.DoesNotContain(WithNurse().When(UseCase, Report("tramadol"), Nurse).After.Medications.Single().Findings, f => f.RuleId is "medication.opioid-pdmp" or "medication.opioid-short-term");

    [Fact]
    public void Therapists_and_patients_report_none()
    {
        Given.ActivePlan().When(UseCase, Report("warfarin"), Given.Therapist).ThenForbidden("MAY_NOT_RECONCILE_MEDICATION");
        Given.ActivePlan().When(UseCase, Report("warfarin"), Given.Patient).ThenForbidden("MAY_NOT_RECONCILE_MEDICATION");
    }

    [Fact]
    public void It_has_a_name_that_the_catalog_knows_or_a_class() =>
        Assert.Equal(["name", "medication_class"], Fields.Violated(UseCase, new ReportHomeMedicationRequest { PlanId = Given.PlanId, RequestId = Given.RequestId }));

    [Fact]
    public void An_id_is_used_once() => WithNurse().Taking("naproxen", m => m.MedicationId = MedicationId).When(UseCase, Report("warfarin"), Nurse).ThenRefused("id.unused");

    [Fact]
    public void It_is_taken_already()
    {
        var request = Report("warfarin");
        request.StartDate = "2026-03-04";
        WithNurse().When(UseCase, request, Nurse).ThenInvalid("start_date");
    }

    [Fact]
    public void Nothing_is_reported_on_a_plan_that_has_ended() => Given.PlanAt(PlanStatus.Completed).When(UseCase, Report("warfarin"), Given.Lead).ThenRefused("plan.not-ended");
}
