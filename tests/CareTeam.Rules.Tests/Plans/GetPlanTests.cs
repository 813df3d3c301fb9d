namespace CareTeam.Rules.Tests.Plans;

public sealed class GetPlanTests
{
    [Fact]
    public void Of_a_plan_that_clients_could_not_take_the_oldest_notes_are_left_out()
    {
        var plan = WithNotes(1_200);
        Assert.InRange(plan.CalculateSize(), GetPlan.MostBytes + 1, int.MaxValue);
        var before = plan.Clone();
        var shown = GetPlan.Shown(plan);
        Assert.InRange(shown.CalculateSize(), GetPlan.MostBytes - 10_000, GetPlan.MostBytes + 10);
        Assert.Equal(plan.Notes.Skip(shown.NotesLeftOut), shown.Plan.Notes);
        Assert.Equal(before, plan);
    }

    [Fact]
    public void A_plan_that_they_can_take_is_shown_as_it_is()
    {
        var plan = WithNotes(900);
        Assert.InRange(plan.CalculateSize(), GetPlan.MostBytes / 2, GetPlan.MostBytes);
        Assert.Equal(new GetPlanResponse { Plan = plan }, GetPlan.Shown(plan));
    }

    private static CarePlan WithNotes(int count)
    {
        var plan = Given.ActivePlan().Plan.Clone();
        var ids = Enumerable.Range(0, 50).Select(_ => Guid.NewGuid().ToString()).ToList();
        plan.Notes.AddRange(Enumerable.Range(0, count).Select(i => new NoteSummary { NoteId = $"{i}", Author = Given.Therapist, TaskIds = { ids }, GoalIds = { ids } }));
        return plan;
    }
}
