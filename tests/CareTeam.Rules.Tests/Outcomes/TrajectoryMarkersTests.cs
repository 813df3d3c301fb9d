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

    [Fact]
    public void Procedures_and_medication_stand_beside_the_outcomes()
    {
        var given = Given.ActivePlan();
        given.Plan.Procedures.Add(new Procedure { ProcedureId = "p", Kind = ProcedureKind.FacetRadiofrequencyAblation });
        given.Plan.Medications.Add(new Medication { MedicationId = "m", Name = "duloxetine" });
        InjectionTechnique Left(string level) => new() { Levels = { level }, Side = Side.Left };
        var markers = TrajectoryMarkers.Of(given.Plan,
        [
            Event(7, 1, new() { DiagnosticBlockRecorded = new() { Block = new() { Target = BlockTarget.MedialBranch, Technique = Left("L4-L5"), Concordance = BlockConcordance.Positive } } }),
            Event(8, 2, new() { ProcedureRecorded = new() { ProcedureId = "p", Status = ProcedureStatus.Completed, Performed = Left("L4-L5") } }),
            Event(9, 3, new() { MedicationPrescribed = new() { Medication = given.Plan.Medications[0] } }),
            Event(10, 4, new() { MedicationChanged = new() { MedicationId = "m", Dose = new() { Value = 60, Unit = "mg" } } }),
            Event(11, 5, new() { MedicationTapered = new() { MedicationId = "m", PlannedStopDate = "2026-04-01" } }),
            Event(12, 6, new() { MedicationStopped = new() { MedicationId = "m" } }),
        ]).ToList();
        Assert.Equal(
            ["medial branch block L4-L5 left: positive", "radiofrequency ablation of medial branches L4-L5 left", "duloxetine prescribed", "duloxetine changed to 60 mg",
                "duloxetine tapered, off by 2026-04-01", "duloxetine stopped"],
            markers.Select(m => m.Text));
        Assert.Equal([MarkerKind.Procedure, MarkerKind.Procedure, .. Enumerable.Repeat(MarkerKind.Medication, 4)], markers.Select(m => m.Kind));
    }

    [Fact]
    public void Every_kind_that_is_drawn_is_an_event_of_plans() => Assert.All(TrajectoryMarkers.Events, kind => Assert.Contains(kind, PlanEvents.FieldOf.Keys));
}
