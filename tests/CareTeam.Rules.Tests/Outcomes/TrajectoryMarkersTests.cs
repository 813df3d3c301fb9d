using CareTeam.Rules.Tests.Diagnostics;
using CareTeam.Rules.Tests.Procedures;
using CareTeam.Rules.Tests.Therapy;
using CareTeam.Server.Outcomes;

namespace CareTeam.Rules.Tests.Outcomes;

public sealed class TrajectoryMarkersTests
{
    private static PlanEvent Event(int version, int day, PlanEvent e)
    {
        e.OccurredAt = Timestamp.FromDateTime(Given.Now.ToDateTime().AddDays(day));
        e.Stamp(Given.PlanId, version, Given.Lead, Given.Now);
        return e;
    }

    [Fact]
    public void Milestones_stand_in_the_order_they_came_about_in_words()
    {
        var markers = TrajectoryMarkers.Of(Given.ActivePlan().Goal().Plan,
        [
            Event(7, 3, new() { PlanHeld = new() { Reason = "Flu." } }),
            Event(8, 1, new() { RedFlagRaised = new() { Kind = RedFlagKind.CaudaEquina } }),
            Event(9, 9, new() { GoalClosed = new() { GoalId = Given.GoalId, Status = GoalStatus.Achieved } }),
            Event(10, 10, new() { TaskStarted = new() }),
        ]).ToList();
        Assert.Equal(["red flag: cauda equina", "plan on hold: Flu.", "goal achieved: Lift 50 lb"], markers.Select(m => m.Text));
        Assert.Equal([MarkerKind.RedFlag, MarkerKind.Plan, MarkerKind.Plan], markers.Select(m => m.Kind));
        Assert.Equal([8, 7, 9], markers.Select(m => m.PlanVersion));
    }

    /// <summary>A plan to which all of it happened, and in what words each is drawn.</summary>
    private static readonly (PlanEvent Event, MarkerKind Kind, string Words)[] Story =
    [
        (new() { PlanActivated = new() }, MarkerKind.Plan, "plan activated"),
        (new() { RedFlagRaised = new() { RedFlagId = Given.FlagId, Kind = RedFlagKind.Infection, Finding = "Fever." } }, MarkerKind.RedFlag, "red flag: infection"),
        (new() { RedFlagResolved = new() { RedFlagId = Given.FlagId, Resolution = "Flu." } }, MarkerKind.RedFlag, "red flag resolved: infection"),
        (new() { StudyResulted = new() { StudyId = WorkUp.StudyId, Result = new() { ResultId = WorkUp.ResultId, Impression = "L4-L5 protrusion." } } }, MarkerKind.Diagnostics,
            "MRI, lumbar spine, without contrast: L4-L5 protrusion."),
        (new() { DiagnosticBlockRecorded = new() { Block = Block(Given.NoteId) } }, MarkerKind.Procedure, "Medial branch block L4-L5 left: 80 % relief, positive"),
        (new() { PainGeneratorConcluded = new() { PainGenerator = Generator(Given.NoteId) } }, MarkerKind.Diagnostics, "pain generator, probable: facet joint L4-L5 left"),
        (new() { ProcedureRecorded = new() { ProcedureId = ProcedureStory.ProcedureId, Status = ProcedureStatus.Completed, Performed = ProcedureStory.Technique() } }, MarkerKind.Procedure,
            "Transforaminal epidural steroid injection L4-L5 left"),
        (new() { RehabilitationWindowOpened = new() { Window = new() { RehabilitationWindowId = GivenTherapy.WindowId, ThroughDate = "2026-05-25" } } }, MarkerKind.Therapy, "rehabilitation window through 2026-05-25"),
        (new() { MedicationPrescribed = new() { Medication = Drug(GivenTherapy.SeriesId, "naproxen") } }, MarkerKind.Medication, "naproxen 250 mg twice a day from 2026-03-02"),
        (new() { HomeMedicationReported = new() { Medication = Drug(GivenTherapy.ReportId, "melatonin") } }, MarkerKind.Medication, "melatonin 250 mg twice a day from elsewhere, from 2026-03-02"),
        (new() { MedicationChanged = new() { MedicationId = GivenTherapy.SeriesId, Dose = Mg(500), Frequency = new() { TimesADay = 2 } } }, MarkerKind.Medication, "naproxen changed to 500 mg twice a day"),
        (new() { MedicationTapered = new() { MedicationId = GivenTherapy.SeriesId, Steps = { new MedicationTaperStep { StartDate = "2026-03-09", Dose = Mg(250), Frequency = new() { EveryHours = 24 } } } } },
            MarkerKind.Medication, "naproxen tapered: 250 mg every 24 hours from 2026-03-09"),
        (new() { MedicationStopped = new() { MedicationId = GivenTherapy.SeriesId, StoppedDate = "2026-03-16", Reason = "Better." } }, MarkerKind.Medication, "naproxen stopped: Better."),
        (new() { TherapyOrdered = new() { TherapyOrderId = GivenTherapy.OrderId, Discipline = Discipline.PhysicalTherapy, Prescription = GivenTherapy.Prescription() } }, MarkerKind.Therapy,
            "physical therapy ordered: core strengthening, 3 a week for 12 weeks"),
        (new() { SessionRecorded = new() { Summary = Session(GivenTherapy.EvaluationId, "2026-03-03") } }, MarkerKind.Therapy, "physical therapy begun"),
        (new() { TherapyOrderRevised = new() { TherapyOrderId = GivenTherapy.OrderId, Prescription = GivenTherapy.Prescription(), Reason = "Slower." } }, MarkerKind.Therapy, "physical therapy revised: Slower."),
        (new() { DevicePrescribed = new() { DeviceId = GivenTherapy.DeviceId, Kind = DeviceKind.LumbarBrace } }, MarkerKind.Therapy, "lumbar brace prescribed"),
        (new() { DeviceDiscontinued = new() { DeviceId = GivenTherapy.DeviceId, Reason = "Strong." } }, MarkerKind.Therapy, "lumbar brace discontinued"),
        (new() { TherapyDischarged = new() { TherapyOrderId = GivenTherapy.OrderId, Reason = DischargeReason.GoalsReached } }, MarkerKind.Therapy, "discharged from physical therapy: goals reached"),
        (new() { GoalClosed = new() { GoalId = Given.GoalId, Status = GoalStatus.Achieved } }, MarkerKind.Plan, "goal achieved: Lift 50 lb"),
        (new() { PlanHeld = new() { Reason = "Flu." } }, MarkerKind.Plan, "plan on hold: Flu."),
        (new() { PlanResumed = new() }, MarkerKind.Plan, "plan resumed"),
        (new() { PlanRevoked = new() { Reason = "Moved." } }, MarkerKind.Plan, "plan revoked: Moved."),
        (new() { PlanCompleted = new() { Summary = "At work." } }, MarkerKind.Plan, "plan completed: At work."),
    ];

    private static MedicationDose Mg(double value) => new() { Value = value, Unit = "mg" };

    private static Medication Drug(string id, string name) =>
        new() { MedicationId = id, Name = name, Dose = Mg(250), Frequency = new() { TimesADay = 2 }, StartDate = "2026-03-02", Status = MedicationStatus.Active };

    private static TherapySessionSummary Session(string id, string day, SessionAttendance attendance = SessionAttendance.Attended) =>
        new() { SessionId = id, TherapyOrderId = GivenTherapy.OrderId, SessionDate = day, Attendance = attendance };

    private static DiagnosticBlock Block(string id, string corrects = "") => new()
    {
        DiagnosticBlockId = id,
        Target = BlockTarget.MedialBranch,
        Technique = ProcedureStory.Technique(),
        ReliefPercent = 80,
        Concordance = BlockConcordance.Positive,
        SupersedesDiagnosticBlockId = corrects,
    };

    private static PainGenerator Generator(string id, string revises = "") => new()
    {
        PainGeneratorId = id,
        Kind = PainGeneratorKind.FacetJoint,
        Levels = { "L4-L5" },
        Side = Side.Left,
        Confidence = DiagnosticConfidence.Probable,
        RevisesPainGeneratorId = revises,
    };

    private static (CarePlan Plan, List<PlanEvent> Events) Happened(IEnumerable<PlanEvent> changes)
    {
        var given = Given.Draft().Goal().Event(new() { StudyOrdered = new() { Study = new() { StudyId = WorkUp.StudyId, Modality = StudyModality.Mri, Region = BodyRegion.LumbarSpine, Contrast = ContrastUse.Without } } })
            .Event(new() { ProcedureScheduled = new() { Procedure = new() { ProcedureId = ProcedureStory.ProcedureId, Kind = ProcedureKind.TransforaminalEpiduralSteroid } } });
        var events = changes.Select(e => e.Clone()).ToList();
        foreach (var e in events) given.Event(e);
        return (given.Plan, events);
    }

    private static IEnumerable<string> Drawn(params PlanEvent[] changes)
    {
        var (plan, events) = Happened(changes);
        return TrajectoryMarkers.Of(plan, events).Select(m => m.Text);
    }

    [Fact]
    public void Each_kind_of_event_that_marks_is_drawn_in_words()
    {
        var (plan, events) = Happened(Story.Select(s => s.Event));
        var markers = TrajectoryMarkers.Of(plan, events).ToList();
        Assert.Equal(Story.Select(s => (s.Kind, s.Words)), markers.Select(m => (m.Kind, m.Text)));
    }

    [Fact]
    public void No_kind_that_marks_is_left_out_of_that_story() =>
        Assert.Equal(TrajectoryMarkers.Events.Select(e => e.Name).Order(), Story.Select(s => s.Event.GetChange().GetType().Name).Order());

    [Fact]
    public void What_was_corrected_or_revised_is_drawn_once()
    {
        Assert.Equal(["Medial branch block L4-L5 left: 80 % relief, positive"],
            Drawn(new() { DiagnosticBlockRecorded = new() { Block = Block(Given.NoteId) } }, new() { DiagnosticBlockRecorded = new() { Block = Block(Given.GoalId, corrects: Given.NoteId) } }));
        Assert.Single(Drawn(new() { PainGeneratorConcluded = new() { PainGenerator = Generator(Given.NoteId) } }, new() { PainGeneratorConcluded = new() { PainGenerator = Generator(Given.GoalId, revises: Given.NoteId) } }));
        Assert.Equal(["MRI, lumbar spine, without contrast: Right, not left."], Drawn(
            new() { StudyResulted = new() { StudyId = WorkUp.StudyId, Result = new() { ResultId = WorkUp.ResultId, Impression = "Left." } } },
            new() { StudyResulted = new() { StudyId = WorkUp.StudyId, Result = new() { ResultId = Given.NoteId, Impression = "Right, not left.", SupersedesResultId = WorkUp.ResultId } } }));
    }

    [Fact]
    public void Therapy_begins_with_the_first_session_that_was_attended_also_when_it_was_recorded_late()
    {
        PlanEvent ordered = new() { TherapyOrdered = new() { TherapyOrderId = GivenTherapy.OrderId, Discipline = Discipline.PhysicalTherapy, Prescription = GivenTherapy.Prescription() } };
        var (plan, events) = Happened(
        [
            ordered,
            new() { SessionRecorded = new() { Summary = Session(Given.NoteId, "2026-03-01", SessionAttendance.Missed) } },
            new() { SessionRecorded = new() { Summary = Session(Given.GoalId, "2026-03-04") } },
            new() { SessionRecorded = new() { Summary = Session(Given.FlagId, "2026-03-03") } },
        ]);
        Assert.Equal(events[3].Version, TrajectoryMarkers.Of(plan, events).Single(m => m.Text == "physical therapy begun").PlanVersion);
    }

    [Fact]
    public void What_was_taken_before_the_plan_began_is_no_change_of_it()
    {
        var before = Drug(GivenTherapy.ReportId, "melatonin");
        before.StartDate = "2026-03-01";
        Assert.Empty(Drawn(new PlanEvent { HomeMedicationReported = new() { Medication = before } }));
    }

    [Fact]
    public void A_procedure_that_was_stopped_says_so() => Assert.Equal(["Transforaminal epidural steroid injection L4-L5 left, stopped: Fainted."], Drawn(new PlanEvent
    {
        ProcedureRecorded = new() { ProcedureId = ProcedureStory.ProcedureId, Status = ProcedureStatus.Stopped, Performed = ProcedureStory.Technique(), StatusReason = "Fainted." },
    }));

    [Fact]
    public void Every_kind_that_is_drawn_is_an_event_of_plans() => Assert.All(TrajectoryMarkers.Events, kind => Assert.Contains(kind, PlanEvents.FieldOf.Keys));
}
