using CareTeam.Rules.Tests.Rules;
using CareTeam.Server.Diagnostics;
using CareTeam.Server.Tasks;

namespace CareTeam.Rules.Tests.Diagnostics;

public sealed class OrderStudyTests
{
    private static readonly OrderStudy UseCase = new(RuleTable.Shipped);

    private static Decision Order(Given given, OrderStudyRequest request, Person? by = null) => given.When(UseCase, request, by ?? Given.Lead);

    private static IEnumerable<string> Findings(Decision decision) => decision.After.Studies[^1].Findings.Select(f => f.RuleId);

    [Fact]
    public void The_study_and_its_task_come_together()
    {
        var request = WorkUp.Mri();
        (request.AssigneeId, request.DueDate, request.Priority) = (Given.Therapist.PersonId, "2026-03-09", TaskPriority.Urgent);
        var after = Order(WorkUp.Clinic().Encounter(42), request).After;
        var (study, task) = (after.Studies.Single(), after.Tasks.Single());
        Assert.Equal((StudyStatus.Ordered, ContrastUse.Without, Given.Lead, Given.Now), (study.Status, study.Contrast, study.OrderedBy, study.OrderedAt));
        Assert.Equal((study.TaskId, "MRI, lumbar spine, without contrast", "Root compression?"), (task.TaskId, task.Title, task.Description));
        Assert.Equal((TaskKind.Study, TaskPriority.Urgent, TaskStatus.Requested, "2026-03-09"), (task.Kind, task.Priority, task.Status, task.DueDate));
        Assert.Equal((Given.Therapist, Given.Lead), (task.Assignee, task.Requester));
        Assert.Empty(study.Findings);
    }

    [Fact]
    public void Electrodiagnosis_is_work_of_physical_medicine() => Assert.Equal(Discipline.PhysicalMedicine, Order(WorkUp.Clinic(), WorkUp.Emg()).After.Tasks.Single().Discipline);

    [Fact]
    public void Who_may_not_order_orders_none()
    {
        Order(WorkUp.Clinic().Encounter(42), WorkUp.Mri(), Given.Therapist).ThenForbidden("MAY_NOT_ORDER_STUDIES");
        Order(WorkUp.Clinic().Encounter(42), WorkUp.Mri(), WorkUp.Nurse).ThenForbidden("MAY_NOT_ORDER_STUDIES");
        Assert.Single(Order(WorkUp.Clinic().Encounter(42), WorkUp.Mri(), WorkUp.Practitioner).After.Studies);
    }

    [Fact]
    public void An_id_is_used_once_and_nothing_is_ordered_on_a_plan_that_has_ended()
    {
        Order(WorkUp.Clinic().Encounter(42).Ordered(), WorkUp.Mri()).ThenRefused("id.unused");
        Order(Given.PlanAt(PlanStatus.Completed), WorkUp.Mri()).ThenRefused("plan.not-ended");
    }

    [Fact]
    public void Its_task_is_given_to_members_only()
    {
        var request = WorkUp.Mri();
        request.AssigneeId = Given.Stranger.PersonId;
        Order(WorkUp.Clinic().Encounter(42), request).ThenRefused("task.assignee-on-team");
    }

    [Theory, RuleNotMet("imaging.prior-care")]
    [InlineData(StudyModality.Mri)]
    [InlineData(StudyModality.XRay)]
    [InlineData(StudyModality.Ct)]
    public void Imaging_after_41_days_of_care_is_refused_and_told_what_is_missing(StudyModality modality)
    {
        var request = WorkUp.Mri();
        request.Modality = modality;
        var decision = Order(WorkUp.Clinic().Encounter(41), request);
        decision.ThenRefused("imaging.prior-care");
        Assert.Contains("41 of 42 days", decision.Refusal!.Message, StringComparison.Ordinal);
        Assert.Contains("ACR", decision.Refusal.Message, StringComparison.Ordinal);
    }

    [Fact, RuleMet("imaging.prior-care")]
    public void After_42_days_it_is_ordered() => Assert.Empty(Findings(Order(WorkUp.Clinic().Encounter(42), WorkUp.Mri())));

    [Theory]
    [InlineData(SessionAttendance.Attended, 42, true)]
    [InlineData(SessionAttendance.Attended, 41, false)]
    [InlineData(SessionAttendance.Missed, 42, false)]
    [InlineData(SessionAttendance.CancelledByPatient, 42, false)]
    public void A_therapy_session_documents_care_if_the_patient_attended_it(SessionAttendance attendance, int daysAgo, bool allowed)
    {
        var session = new TherapySessionSummary { SessionId = Given.GoalId, SessionDate = WorkUp.DateDaysAgo(daysAgo), Attendance = attendance };
        var decision = Order(WorkUp.Clinic().Event(new() { SessionRecorded = new() { Summary = session } }), WorkUp.Mri());
        if (allowed) Assert.Empty(Findings(decision));
        else decision.ThenRefused("imaging.prior-care");
    }

    [Fact]
    public void Without_any_note_no_care_is_documented_however_old_plan_and_symptoms_are()
    {
        var decision = WorkUp.Clinic().Onset(300).When(UseCase, WorkUp.Mri(), Given.Lead, Timestamp.FromDateTime(Given.Now.ToDateTime().AddDays(100)));
        decision.ThenRefused("imaging.prior-care");
        Assert.Contains("no care is documented", decision.Refusal!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(41, false)]
    [InlineData(42, true)]
    public void Care_before_the_plan_counts_by_the_note_that_tells_of_it(int days, bool allowed)
    {
        var request = WorkUp.Mri();
        request.PriorCare = new PriorCare { SinceDate = WorkUp.DateDaysAgo(days), NoteId = Given.NoteId };
        var decision = Order(WorkUp.Clinic().Encounter(0), request);
        if (allowed) Assert.Equal(request.PriorCare, decision.After.Studies.Single().PriorCare);
        else decision.ThenRefused("imaging.prior-care");
    }

    [Theory]
    [InlineData(42, false, true)]
    [InlineData(41, false, false)]
    [InlineData(100, true, false)]
    public void A_drug_prescribed_on_the_plan_documents_care_and_one_that_the_patient_takes_from_elsewhere_does_not(int days, bool reported, bool allowed)
    {
        var drug = new Medication { MedicationId = Given.GoalId, Name = "naproxen", StartDate = WorkUp.DateDaysAgo(days), Reported = reported };
        var decision = Order(WorkUp.Clinic().Event(reported ? new() { HomeMedicationReported = new() { Medication = drug } } : new() { MedicationPrescribed = new() { Medication = drug } }), WorkUp.Mri());
        if (allowed) Assert.Single(decision.After.Studies);
        else decision.ThenRefused("imaging.prior-care");
    }

    [Theory, RuleNotMet("imaging.contrast-allergy")]
    [InlineData(StudyModality.Mri, ContrastUse.WithoutAndWith, AllergenKind.GadoliniumContrast)]
    [InlineData(StudyModality.Ct, ContrastUse.With, AllergenKind.IodinatedContrast)]
    public void Contrast_that_the_patient_reacts_to_is_refused_unless_a_physician_has_weighed_it(StudyModality modality, ContrastUse contrast, AllergenKind allergen)
    {
        var request = Lumbar(StudyIndication.Other, modality, contrast);
        Order(Allergic(allergen), request).ThenRefused("imaging.contrast-allergy");
        request.Overrides.Add(new OverrideRequest { RuleId = "imaging.contrast-allergy", Reason = "Premedicated." });
        Assert.Equal(["imaging.contrast-allergy"], Findings(Order(Allergic(allergen), request)));
    }

    [Theory, RuleMet("imaging.contrast-allergy")]
    [InlineData(StudyModality.Mri, ContrastUse.Without, AllergenKind.GadoliniumContrast)]
    [InlineData(StudyModality.Mri, ContrastUse.With, AllergenKind.IodinatedContrast)]
    [InlineData(StudyModality.Ct, ContrastUse.With, AllergenKind.Latex)]
    public void Without_it_or_with_another_one_it_is_ordered(StudyModality modality, ContrastUse contrast, AllergenKind allergen) =>
        Assert.Empty(Findings(Order(Allergic(allergen), Lumbar(StudyIndication.Other, modality, contrast))));

    [Fact]
    public void An_allergy_that_was_refuted_does_not_count() => Assert.Empty(Findings(Order(
        Allergic(AllergenKind.IodinatedContrast).Event(new() { AllergyRefuted = new() { AllergyId = Given.GoalId, Reason = "r" } }), Lumbar(StudyIndication.Other, StudyModality.Ct, ContrastUse.With))));

    [Theory, RuleNotMet("imaging.pregnancy")]
    [InlineData(StudyModality.XRay, ContrastUse.Unspecified, 0)]
    [InlineData(StudyModality.Ct, ContrastUse.Without, 280)]
    [InlineData(StudyModality.Mri, ContrastUse.With, 10)]
    public void A_pregnant_patient_is_not_exposed(StudyModality modality, ContrastUse contrast, int daysAgo) =>
        Order(Pregnant(true, daysAgo), Lumbar(StudyIndication.Other, modality, contrast)).ThenRefused("imaging.pregnancy");

    [Theory, RuleMet("imaging.pregnancy")]
    [InlineData(StudyModality.Mri, ContrastUse.Without, true, 0)]
    [InlineData(StudyModality.XRay, ContrastUse.Unspecified, true, 281)]
    [InlineData(StudyModality.XRay, ContrastUse.Unspecified, false, 0)]
    public void By_magnets_or_when_that_is_long_past_she_is(StudyModality modality, ContrastUse contrast, bool pregnant, int daysAgo) =>
        Assert.Empty(Findings(Order(Pregnant(pregnant, daysAgo), Lumbar(StudyIndication.Other, modality, contrast))));

    [Fact]
    public void A_note_that_is_not_there_documents_nothing()
    {
        var request = WorkUp.Mri();
        request.PriorCare = new PriorCare { SinceDate = WorkUp.DateDaysAgo(100), NoteId = Given.GoalId };
        Order(WorkUp.Clinic().Encounter(0), request).ThenNotFound();
    }

    [Fact]
    public void A_stated_day_that_is_later_than_the_first_note_takes_nothing_away()
    {
        var request = WorkUp.Mri();
        request.PriorCare = new PriorCare { SinceDate = WorkUp.DateDaysAgo(3), NoteId = Given.NoteId };
        Assert.Single(Order(WorkUp.Clinic().Encounter(42), request).After.Studies);
    }

    [Fact]
    public void An_open_red_flag_needs_no_care_before_and_a_resolved_one_does()
    {
        var request = WorkUp.Mri();
        request.Indication = StudyIndication.SuspectedCaudaEquina;
        Assert.Empty(Findings(Order(WorkUp.Clinic().RedFlag(), request)));
        Order(WorkUp.Clinic().RedFlag().Event(new() { RedFlagResolved = new() { RedFlagId = Given.FlagId, Resolution = "r" } }), request).ThenRefused("imaging.prior-care");
    }

    [Fact]
    public void Neither_electrodiagnosis_nor_imaging_of_a_limb_waits()
    {
        var knee = WorkUp.Mri();
        (knee.Region, knee.Side) = (BodyRegion.Knee, Side.Left);
        Assert.Single(Order(WorkUp.Clinic(), knee).After.Studies);
        Assert.Single(Order(WorkUp.Clinic(), WorkUp.Emg()).After.Studies);
    }

    [Fact]
    public void A_physician_overrides_with_a_reason_that_stays_on_the_study()
    {
        var request = WorkUp.Mri();
        request.Overrides.Add(new OverrideRequest { RuleId = "imaging.prior-care", Reason = "Fell on ice; cannot walk." });
        var after = Order(WorkUp.Clinic(), request).After;
        Assert.Equal(("imaging.prior-care", Given.Lead), (after.Studies.Single().Findings.Single().RuleId, after.Studies.Single().Findings.Single().Override.By));
        Assert.Equal($"study/{WorkUp.StudyId}", after.RuleOverrides.Single().Subject);
    }

    [Fact]
    public void A_nurse_practitioner_may_order_but_not_override()
    {
        var request = WorkUp.Mri();
        request.Overrides.Add(new OverrideRequest { RuleId = "imaging.prior-care", Reason = "Patient insists." });
        Order(WorkUp.Clinic(), request, WorkUp.Practitioner).ThenRefused("imaging.prior-care");
    }

    [Fact]
    public void A_site_may_wait_longer_or_exempt_an_indication()
    {
        var longer = new OrderStudy(SiteRules.With("[{'id': 'imaging.prior-care', 'parameters': {'days': 90}}]"));
        WorkUp.Clinic().Encounter(89).When(longer, WorkUp.Mri(), Given.Lead).ThenRefused("imaging.prior-care");
        Assert.Single(WorkUp.Clinic().Encounter(90).When(longer, WorkUp.Mri(), Given.Lead).After.Studies);
        var exempting = new OrderStudy(SiteRules.With("[{'id': 'imaging.prior-care', 'parameters': {'exempt_indications': ['prior-surgery']}}]"));
        var request = WorkUp.Mri();
        request.Indication = StudyIndication.PriorSurgery;
        Assert.Single(WorkUp.Clinic().When(exempting, request, Given.Lead).After.Studies);
    }

    [Theory, RuleNotMet("imaging.appropriate")]
    [InlineData(StudyIndication.NoRedFlagsNoPriorManagement, StudyModality.Mri, ContrastUse.Without)]
    [InlineData(StudyIndication.NoRedFlagsNoPriorManagement, StudyModality.XRay, ContrastUse.Unspecified)]
    [InlineData(StudyIndication.PersistentAfterManagement, StudyModality.Mri, ContrastUse.With)]
    [InlineData(StudyIndication.SuspectedCancerOrInfection, StudyModality.XRay, ContrastUse.Unspecified)]
    public void What_the_criteria_do_not_advise_is_warned_of(StudyIndication indication, StudyModality modality, ContrastUse contrast) =>
        Assert.Equal(["imaging.appropriate"], Findings(Order(WorkUp.Clinic().Encounter(42), Lumbar(indication, modality, contrast))));

    [Theory, RuleMet("imaging.appropriate")]
    [InlineData(StudyIndication.PersistentAfterManagement, StudyModality.Mri, ContrastUse.Unspecified)]
    [InlineData(StudyIndication.SuspectedFracture, StudyModality.XRay, ContrastUse.Unspecified)]
    [InlineData(StudyIndication.SuspectedCancerOrInfection, StudyModality.Mri, ContrastUse.WithoutAndWith)]
    [InlineData(StudyIndication.PriorSurgery, StudyModality.Mri, ContrastUse.WithoutAndWith)]
    [InlineData(StudyIndication.Other, StudyModality.Ct, ContrastUse.With)]
    public void What_they_advise_or_do_not_speak_of_is_not(StudyIndication indication, StudyModality modality, ContrastUse contrast) =>
        Assert.Empty(Findings(Order(WorkUp.Clinic().Encounter(42), Lumbar(indication, modality, contrast))));

    [Fact, RuleNotMet("study.duplicate")]
    public void The_same_study_while_one_waits_for_its_result_is_warned_of()
    {
        var second = WorkUp.Mri();
        (second.StudyId, second.Contrast) = (WorkUp.OtherStudyId, ContrastUse.WithoutAndWith);
        Assert.Equal(["study.duplicate"], Findings(Order(WorkUp.Clinic().Encounter(42).Ordered(), second)));
    }

    [Theory]
    [InlineData(89, true)]
    [InlineData(90, false)]
    public void Within_90_days_of_its_result_too(int days, bool warned)
    {
        var result = WorkUp.MriResult();
        result.PerformedDate = WorkUp.DateDaysAgo(days);
        var second = WorkUp.Mri();
        second.StudyId = WorkUp.OtherStudyId;
        Assert.Equal(warned ? ["study.duplicate"] : [], Findings(Order(WorkUp.Clinic().Encounter(100).Ordered().Resulted(result), second)));
    }

    [Theory, RuleMet("study.duplicate")]
    [InlineData(StudyModality.Ct, BodyRegion.LumbarSpine)]
    [InlineData(StudyModality.Mri, BodyRegion.ThoracicSpine)]
    public void Another_modality_or_region_is_another_study(StudyModality modality, BodyRegion region)
    {
        var second = WorkUp.Mri();
        (second.StudyId, second.Modality, second.Region) = (WorkUp.OtherStudyId, modality, region);
        Assert.Empty(Findings(Order(WorkUp.Clinic().Encounter(42).Ordered(), second)));
    }

    [Theory]
    [InlineData(StudyModality.EmgNcs, StudyModality.Emg, Side.Left, true)]
    [InlineData(StudyModality.Ncs, StudyModality.EmgNcs, Side.Bilateral, true)]
    [InlineData(StudyModality.Emg, StudyModality.Ncs, Side.Left, false)]
    [InlineData(StudyModality.EmgNcs, StudyModality.EmgNcs, Side.Right, false)]
    public void Needle_and_conduction_are_two_studies_and_each_is_part_of_both(StudyModality first, StudyModality second, Side side, bool same)
    {
        var (before, now) = (WorkUp.Emg(), WorkUp.Emg());
        (before.Modality, now.StudyId, now.Modality, now.Side) = (first, WorkUp.OtherStudyId, second, side);
        Assert.Equal(same ? ["study.duplicate"] : [], Findings(Order(WorkUp.Clinic().Ordered(before), now)));
    }

    [Fact]
    public void A_cancelled_study_is_no_duplicate()
    {
        var second = WorkUp.Mri();
        second.StudyId = WorkUp.OtherStudyId;
        Assert.Empty(Findings(Order(WorkUp.Clinic().Encounter(42).Ordered().Event(new() { StudyCancelled = new() { StudyId = WorkUp.StudyId, Reason = "r" } }), second)));
    }

    [Theory]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public void Electrodiagnosis_soon_after_the_latest_onset_is_warned_of(int days, bool warned) =>
        Assert.Equal(warned ? ["electrodiagnosis.after-onset"] : [], Findings(Order(WorkUp.Clinic().Onset(400).Onset(days), WorkUp.Emg())));

    [Fact]
    public void The_onset_that_the_order_states_comes_first_and_the_day_it_falls_due_counts()
    {
        var request = WorkUp.Emg();
        request.OnsetDate = WorkUp.DateDaysAgo(10);
        Assert.Equal(["electrodiagnosis.after-onset"], Findings(Order(WorkUp.Clinic().Onset(400), request)));
        request.DueDate = WorkUp.DateDaysAgo(-10);
        Assert.Equal(["electrodiagnosis.after-onset"], Findings(Order(WorkUp.Clinic().Onset(400), request)));
        request.DueDate = WorkUp.DateDaysAgo(-11);
        Assert.Empty(Findings(Order(WorkUp.Clinic().Onset(400), request)));
    }

    [Fact]
    public void Of_an_unknown_onset_nothing_is_said() => Assert.Empty(Findings(Order(WorkUp.Clinic(), WorkUp.Emg())));

    [Fact]
    public void Days_that_cannot_be_are_told()
    {
        var request = WorkUp.Emg();
        request.OnsetDate = "2026-03-04";
        Order(WorkUp.Clinic(), request).ThenInvalid("onset_date");
        var mri = WorkUp.Mri();
        mri.PriorCare = new PriorCare { SinceDate = "2026-03-04", NoteId = Given.NoteId };
        Order(WorkUp.Clinic().Encounter(42), mri).ThenInvalid("prior_care.since_date");
    }

    [Theory]
    [InlineData(StudyModality.Mri, BodyRegion.LumbarSpine, Side.Left, ContrastUse.Unspecified, StudyIndication.Other, "side")]
    [InlineData(StudyModality.Mri, BodyRegion.Knee, Side.Unspecified, ContrastUse.Unspecified, StudyIndication.Other, "side")]
    [InlineData(StudyModality.XRay, BodyRegion.LumbarSpine, Side.Unspecified, ContrastUse.With, StudyIndication.Other, "contrast")]
    [InlineData(StudyModality.EmgNcs, BodyRegion.LowerLimb, Side.Left, ContrastUse.Without, StudyIndication.Other, "contrast")]
    [InlineData(StudyModality.Mri, BodyRegion.LumbarSpine, Side.Unspecified, ContrastUse.With, StudyIndication.SuspectedRadiculopathy, "indication")]
    [InlineData(StudyModality.Emg, BodyRegion.LowerLimb, Side.Left, ContrastUse.Unspecified, StudyIndication.PriorSurgery, "indication")]
    [InlineData(StudyModality.Ct, BodyRegion.LumbarSpine, Side.Midline, ContrastUse.With, StudyIndication.PriorSurgery, "")]
    [InlineData(StudyModality.Ncs, BodyRegion.UpperLimb, Side.Bilateral, ContrastUse.Unspecified, StudyIndication.SuspectedEntrapment, "")]
    public void Side_contrast_and_indication_fit_the_study(StudyModality modality, BodyRegion region, Side side, ContrastUse contrast, StudyIndication indication, string violated)
    {
        var request = WorkUp.Mri();
        (request.PlanId, request.Modality, request.Region, request.Side, request.Contrast, request.Indication) = (Given.PlanId, modality, region, side, contrast, indication);
        Assert.Equal(violated.Length == 0 ? [] : [violated], Fields.Violated(UseCase, request));
    }

    [Fact]
    public void It_needs_what_where_why_and_the_question() => Assert.Equal(
        ["modality", "region", "indication", "clinical_question", "prior_care.since_date", "prior_care.note_id"],
        Fields.Violated(UseCase, new OrderStudyRequest { PlanId = Given.PlanId, RequestId = Given.RequestId, PriorCare = new() }));

    [Fact]
    public void The_task_of_an_open_study_ends_with_the_study_only()
    {
        var given = WorkUp.Clinic().Ordered()
            .Event(new() { TaskAccepted = new() { TaskId = Given.TaskId, Assignee = Given.Therapist } }).Event(new() { TaskStarted = new() { TaskId = Given.TaskId } });
        given.When(new CompleteTask(RuleTable.Shipped), new CompleteTaskRequest { TaskId = Given.TaskId }, Given.Therapist).ThenRefused("task.ends-with-its-owner");
        given.When(new CancelTask(), new CancelTaskRequest { TaskId = Given.TaskId, Reason = "r" }, Given.Lead).ThenRefused("task.ends-with-its-owner");
    }

    [Fact]
    public void Its_task_is_declined_and_reassigned_as_any()
    {
        var given = WorkUp.Clinic().Ordered();
        Assert.Equal(TaskStatus.Declined, given.When(new DeclineTask(), new DeclineTaskRequest { TaskId = Given.TaskId, Reason = "r" }, Given.Therapist).After.Tasks.Single().Status);
        Assert.Equal(WorkUp.Nurse, given.When(new ReassignTask(), new ReassignTaskRequest { TaskId = Given.TaskId, AssigneeId = "rn" }, Given.Lead).After.Tasks.Single().Assignee);
    }

    [Fact]
    public void A_plan_is_not_completed_while_a_study_waits_also_when_its_task_was_declined() => WorkUp.Clinic().Ordered()
        .Event(new() { TaskDeclined = new() { TaskId = Given.TaskId, Reason = "r" } })
        .When(new CompletePlan(RuleTable.Shipped), new CompletePlanRequest { Summary = "s" }, Given.Lead).ThenRefused("plan.studies-closed");

    [Fact]
    public void With_a_revoked_plan_its_studies_are_cancelled()
    {
        var after = WorkUp.Clinic().Ordered().When(new RevokePlan(RuleTable.Shipped), new RevokePlanRequest { Reason = "r" }, Given.Lead).After;
        Assert.Equal((StudyStatus.Cancelled, TaskStatus.Cancelled), (after.Studies.Single().Status, after.Tasks.Single().Status));
    }

    private static Given Allergic(AllergenKind allergen) =>
        WorkUp.Clinic().Encounter(42).Event(new() { AllergyRecorded = new() { Allergy = new() { AllergyId = Given.GoalId, Allergen = allergen, Criticality = AllergyCriticality.High } } });

    private static Given Pregnant(bool present, int daysAgo) => WorkUp.Clinic().Encounter(42).Event(new()
    {
        SafetyFactsRecorded = new() { Facts = { new SafetyFact { Kind = SafetyFactKind.Pregnancy, Present = present, ObservedDate = WorkUp.DateDaysAgo(daysAgo) } } },
    });

    private static OrderStudyRequest Lumbar(StudyIndication indication, StudyModality modality, ContrastUse contrast)
    {
        var request = WorkUp.Mri();
        (request.Indication, request.Modality, request.Contrast) = (indication, modality, contrast);
        return request;
    }
}
