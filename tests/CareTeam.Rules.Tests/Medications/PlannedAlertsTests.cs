using CareTeam.Rules.Tests.Diagnostics;
using CareTeam.Rules.Tests.Procedures;
using CareTeam.Server.Medications;
using CareTeam.Server.Procedures;

namespace CareTeam.Rules.Tests.Medications;

/// <summary>What comes to be known after a study was ordered or a procedure scheduled.</summary>
public sealed class PlannedAlertsTests
{
    private static OrderStudyRequest Contrast(StudyModality modality)
    {
        var request = WorkUp.Mri();
        (request.Modality, request.Contrast) = (modality, ContrastUse.With);
        return request;
    }

    private static Decision Allergic(Given given, AllergenKind allergen, string substance = "") => given.When(
        new RecordAllergy(RuleTable.Shipped), new() { PlanId = Given.PlanId, RequestId = Given.NoteId, Allergen = allergen, Substance = substance, Reaction = "Anaphylaxis." }, Given.Lead, Given.Tomorrow);

    private static Decision Pregnant(Given given, bool pregnant = true) => given.When(
        new RecordSafetyFacts(RuleTable.Shipped),
        new() { PlanId = Given.PlanId, RequestId = Given.NoteId, Facts = { new SafetyFact { Kind = SafetyFactKind.Pregnancy, Present = pregnant, ObservedDate = "2026-03-02", Origin = SafetyFactOrigin.Laboratory } } },
        Given.Lead, Given.Tomorrow);

    private static CareTask? Urgent(Decision decision) => decision.Events.Select(e => e.TaskAdded?.Task).SingleOrDefault(t => t is not null);

    [Theory]
    [InlineData(StudyModality.Ct, AllergenKind.IodinatedContrast, true)]
    [InlineData(StudyModality.Ct, AllergenKind.GadoliniumContrast, false)]
    [InlineData(StudyModality.Mri, AllergenKind.GadoliniumContrast, true)]
    [InlineData(StudyModality.Ct, AllergenKind.Latex, false)]
    public void A_contrast_allergy_asks_the_lead_about_a_study_that_is_ordered(StudyModality modality, AllergenKind allergen, bool asked)
    {
        var decision = Allergic(Given.ActivePlan().Ordered(Contrast(modality)), allergen);
        Assert.Equal(asked ? "imaging.contrast-allergy" : null, Urgent(decision)?.Description.Split(": ")[1]);
        if (asked) Assert.Equal((Given.Lead, TaskPriority.Urgent), (Urgent(decision)!.Assignee, Urgent(decision)!.Priority));
    }

    [Fact]
    public void A_study_that_has_its_result_is_over() =>
        Assert.Null(Urgent(Allergic(Given.ActivePlan().Ordered(Contrast(StudyModality.Ct)).Event(new() { StudyCancelled = new() { StudyId = WorkUp.StudyId, Reason = "r" } }), AllergenKind.IodinatedContrast)));

    [Fact]
    public void A_pregnancy_asks_about_rays_and_about_drugs_in_one_task()
    {
        var given = Given.ActivePlan().Taking("naproxen").Ordered(Contrast(StudyModality.Ct));
        var task = Urgent(Pregnant(given))!;
        Assert.Equal(["medication.pregnancy", "imaging.pregnancy"], task.Description.Split('\n').Select(line => line.Split(": ")[1]));
        Assert.Null(Urgent(Pregnant(given, pregnant: false)));
    }

    /// <summary>Latex only warns: a set without it is used.</summary>
    [Fact]
    public void An_allergy_asks_about_a_procedure_that_is_scheduled()
    {
        var given = Given.ActivePlan().Scheduled(ProcedureStory.Epidural());
        Assert.Contains("checklist.contrast-allergy", Urgent(Allergic(given, AllergenKind.IodinatedContrast))!.Description, StringComparison.Ordinal);
        Assert.Contains("checklist.agent-allergy", Urgent(Allergic(given, AllergenKind.Medication, "dexamethasone"))!.Description, StringComparison.Ordinal);
        Assert.Null(Urgent(Allergic(given, AllergenKind.Latex)));
        Assert.Null(Urgent(Allergic(given, AllergenKind.Food, "peanut")));
        var cancelled = given.Event(new() { ProcedureCancelled = new() { ProcedureId = ProcedureStory.ProcedureId, Reason = "r" } });
        Assert.Null(Urgent(Allergic(cancelled, AllergenKind.IodinatedContrast)));
    }

    [Fact]
    public void A_pregnancy_that_comes_to_be_known_is_newer_than_the_checklist_with_which_it_was_scheduled()
    {
        var schedule = ProcedureStory.Epidural();
        schedule.Checklist = ProcedureStory.Checklist;
        var given = Given.ActivePlan().Scheduled(schedule);
        Assert.Contains("checklist.radiation-in-pregnancy", Urgent(Pregnant(given))!.Description, StringComparison.Ordinal);

        var after = Pregnant(given).After;
        var moved = new RescheduleProcedure(RuleTable.Shipped).Decide(after, new() { ProcedureId = ProcedureStory.ProcedureId, PlannedDate = "2026-03-17", Reason = "r" }, new("org", Given.Lead), Given.Tomorrow);
        Assert.Equal("checklist.radiation-in-pregnancy", Assert.Throws<CareTeamException>(() => moved.ToList()).Reason);
    }

    [Fact]
    public void What_was_overridden_when_it_was_scheduled_is_not_asked_again()
    {
        var schedule = ProcedureStory.Epidural();
        schedule.Checklist = ProcedureStory.Checklist;
        schedule.Checklist.Allergens.Add(AllergenKind.IodinatedContrast);
        schedule.Overrides.Add(ProcedureStory.Override("checklist.contrast-allergy"));
        var given = Given.ActivePlan();
        foreach (var e in given.WhenScheduled(schedule).Events) given.Event(e.Clone());
        Assert.Single(given.Plan.Procedures.Single().Findings);
        Assert.Null(Urgent(Allergic(given, AllergenKind.IodinatedContrast)));
    }

    [Fact]
    public void The_same_allergy_again_answers_no_alert_that_was_told_before()
    {
        var (useCase, given) = (new RecordAllergy(RuleTable.Shipped), Given.ActivePlan().Taking("naproxen"));
        RecordAllergyRequest request = new() { PlanId = Given.PlanId, RequestId = Given.NoteId, Allergen = AllergenKind.Medication, Substance = "naproxen" };
        var first = given.When(useCase, request, Given.Lead);
        Assert.Equal("medication.allergy", useCase.Reply(first.After, first.Events, request).Alerts.Single().Findings.Single().RuleId);
        foreach (var e in first.Events) given.Event(e.Clone());
        request.RequestId = Given.FlagId;
        var again = given.When(useCase, request, Given.Lead);
        again.ThenNothing();
        Assert.Empty(useCase.Reply(given.Plan, again.Events, request).Alerts);
    }

    private static Decision Reported(Given given, string name) => given.When(
        new ReportHomeMedication(RuleTable.Shipped), new() { PlanId = Given.PlanId, RequestId = Given.NoteId, MedicationId = Prescribing.MedicationId, Name = name }, Given.Lead, Given.Tomorrow);

    [Theory]
    [InlineData(AntithromboticUse.NoneTaken, "apixaban", true)]
    [InlineData(AntithromboticUse.NoneTaken, "gabapentin", false)]
    [InlineData(AntithromboticUse.Unspecified, "apixaban", true)]
    [InlineData(AntithromboticUse.Held, "apixaban", false)]
    public void An_antithrombotic_from_elsewhere_asks_about_a_procedure_that_is_scheduled(AntithromboticUse use, string name, bool asked)
    {
        var schedule = ProcedureStory.Epidural();
        schedule.Checklist = ProcedureStory.Checklist;
        schedule.Checklist.Antithrombotics = use == AntithromboticUse.Unspecified ? null : new() { Use = use, Plan = "Off for 3 days.", AgreedWith = "Dr. Okafor" };
        var given = Given.ActivePlan().Fact(SafetyFactKind.NoKnownAllergies).Fact(SafetyFactKind.CreatinineClearance, 90).Scheduled(schedule);
        var task = Urgent(Reported(given, name));
        Assert.Equal(asked ? "checklist.antithrombotic-plan" : null, task?.Description.Split(": ")[1]);
        if (asked) Assert.Equal((Given.Lead, TaskPriority.Urgent), (task!.Assignee, task.Priority));
        var recorded = given.Event(new() { ProcedureCancelled = new() { ProcedureId = ProcedureStory.ProcedureId, Reason = "r" } });
        Assert.Null(Urgent(Reported(recorded, name)));
    }

    /// <summary>Half of a character that is two cannot be written as JSON.</summary>
    [Fact]
    public void A_name_that_is_cut_in_the_title_stays_text()
    {
        var name = new string('x', 149) + "\ud83d\ude00 naproxen";
        var task = Urgent(Allergic(Given.ActivePlan().Taking(name), AllergenKind.Medication, "naproxen"))!;
        Assert.Equal($"Safety: {new string('x', 149)}...", task.Title);
        Assert.NotEmpty(Google.Protobuf.JsonFormatter.Default.Format(task));
    }
}
