namespace CareTeam.Rules.Tests.Plans;

/// <summary>What was known at a time and what was true then are two things: a late entry belongs to when it occurred.</summary>
public sealed class InTruthTests
{
    private static readonly Timestamp Later = Timestamp.FromDateTime(Given.Now.ToDateTime().AddDays(3));

    private static PlanEvent At(PlanEvent e, int version, Timestamp recorded, Timestamp occurred)
    {
        e.OccurredAt = occurred;
        e.Stamp(Given.PlanId, version, Given.Lead, recorded);
        return e;
    }

    private static List<PlanEvent> Events() =>
    [
        At(new() { PlanCreated = new() { Title = "t", Patient = new(), Lead = Given.Lead } }, 1, Given.Now, Given.Now),
        At(new() { GoalAdded = new() { Goal = new() { GoalId = Given.GoalId, Description = "d" } } }, 2, Later, Later),
        At(new() { NoteSubmitted = new() { Summary = new() { NoteId = Given.NoteId, Author = Given.Therapist } } }, 3, Later, Given.Tomorrow),
        At(new() { GoalClosed = new() { GoalId = Given.GoalId, Status = GoalStatus.Achieved } }, 4, Later, Given.Tomorrow),
    ];

    [Fact]
    public void A_late_note_is_there_from_when_the_patient_was_seen_and_what_came_later_is_not()
    {
        var plan = CarePlanFold.InTruth(Given.PlanId, Events(), Given.Tomorrow);
        Assert.Equal((3, Given.NoteId), (plan.Version, plan.Notes.Single().NoteId));
        Assert.Empty(plan.Goals);
    }

    [Fact]
    public void With_everything_occurred_it_is_the_plan_as_it_is_known() => Assert.Equal(
        CarePlanFold.Fold(CarePlanFold.Empty(Given.PlanId), Events()), CarePlanFold.InTruth(Given.PlanId, Events(), Later));
}
