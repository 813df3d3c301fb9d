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
    public void Every_kind_that_is_drawn_is_an_event_of_plans() => Assert.All(TrajectoryMarkers.Events, kind => Assert.Contains(kind, PlanEvents.FieldOf.Keys));
}
