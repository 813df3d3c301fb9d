using CareTeam.Server.Notes;

namespace CareTeam.Rules.Tests.Plans;

public sealed class PlanBoundsTests
{
    private const int Unknown = PlanBounds.MostBytes;

    [Fact]
    public void Every_list_of_a_plan_has_a_bound_or_grows_by_what_is_never_refused()
    {
        var lists = CarePlan.Descriptor.Fields.InFieldNumberOrder().Where(f => f.IsRepeated).Select(f => f.Name).Order();
        Assert.Equal(lists, PlanBounds.Most.Keys.Concat(PlanBounds.Unbounded).Order());
    }

    [Fact]
    public void Every_name_is_that_of_an_event()
    {
        var events = PlanEvents.FieldOf.Values.Select(f => f.Name).ToHashSet();
        Assert.All(PlanBounds.NeverRefused.Concat(PlanBounds.NotRefusedForSize), name => Assert.Contains(name, events));
    }

    [Fact]
    public void The_last_one_fits_and_the_next_does_not()
    {
        var most = PlanBounds.Most["goals"];
        var plan = With(most - 1);
        PlanBounds.Check(plan, CarePlanFold.Fold(plan, [Goal(plan)]), [Goal(plan)], 0);
        var full = With(most);
        var refused = Assert.Throws<CareTeamException>(() => PlanBounds.Check(full, CarePlanFold.Fold(full, [Goal(full)]), [Goal(full)], 0));
        Assert.Equal((ErrorKind.Refused, PlanBounds.Rule), (refused.Kind, refused.Reason));
        Assert.Contains("500 goals", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_beyond_a_bound_already_may_still_change_and_a_note_with_a_red_flag_may_bring_a_task()
    {
        var plan = With(PlanBounds.Most["goals"] + 5);
        Passes(plan, Event(plan, new() { GoalClosed = new() { GoalId = "goal 1", Status = GoalStatus.Achieved } }));
        Passes(plan, Goal(plan), Event(plan, new() { RedFlagRaised = new() { RedFlagId = "f", Kind = RedFlagKind.Fracture } }, 2));
    }

    [Fact]
    public void A_plan_may_have_its_whole_size_and_not_a_byte_more()
    {
        var plan = With(1);
        plan.Title = new('t', PlanBounds.MostBytes - plan.CalculateSize() - 10_000);
        var goal = Goal(plan);
        goal.GoalAdded.Goal.Description = new('d', 100);
        goal.GoalAdded.Goal.Description = new('d', 100 + PlanBounds.MostBytes - CarePlanFold.Fold(plan, [goal]).CalculateSize() - 4);
        while (CarePlanFold.Fold(plan, [goal]).CalculateSize() < PlanBounds.MostBytes) goal.GoalAdded.Goal.Description += "d";
        Assert.Equal(PlanBounds.MostBytes, CarePlanFold.Fold(plan, [goal]).CalculateSize());
        Passes(plan, goal);

        goal.GoalAdded.Goal.Description += "d";
        var refused = Assert.Throws<CareTeamException>(() => PlanBounds.Check(plan, CarePlanFold.Fold(plan, [goal]), [goal], Unknown));
        Assert.Equal(PlanBounds.Rule, refused.Reason);
        Passes(plan, Event(plan, new() { NoteSubmitted = new() { Summary = new() { NoteId = new('n', 20_000), Author = Given.Therapist } } }));
        Passes(plan, Event(plan, new() { PlanCompleted = new() { Summary = new('s', 20_000) } }));
    }

    [Fact]
    public void What_was_found_for_a_checklist_is_kept_with_the_note_and_not_in_the_plan()
    {
        var request = new SubmitNoteRequest
        {
            PlanId = Given.PlanId,
            RequestId = Given.RequestId,
            NoteId = Given.NoteId,
            Body = new() { Narrative = "n" },
            RedFlagChecks =
            {
                new RedFlagCheck { Kind = RedFlagKind.Fracture, Finding = new('f', 2_000) },
                new RedFlagCheck { Kind = RedFlagKind.Infection, Present = true, Finding = "Fever." },
            },
        };
        var decision = Given.ActivePlan().When(new SubmitNote(RuleTable.Shipped), request, Given.Therapist);
        Assert.Equal(request.RedFlagChecks, decision.Events[0].NoteSubmitted.Summary.RedFlagChecks);
        Assert.Equal(
            [new RedFlagCheck { Kind = RedFlagKind.Fracture }, new RedFlagCheck { Kind = RedFlagKind.Infection, Present = true }],
            decision.After.Notes.Single().RedFlagChecks);
        Assert.Equal("Fever.", decision.After.RedFlags.Single().Finding);
    }

    private static CarePlan With(int goals)
    {
        var plan = Given.ActivePlan().Plan.Clone();
        plan.Goals.AddRange(Enumerable.Range(1, goals).Select(i => new Goal { GoalId = $"goal {i}", Description = "Walk." }));
        return plan;
    }

    private static PlanEvent Goal(CarePlan plan) => Event(plan, new() { GoalAdded = new() { Goal = new() { GoalId = "another", Description = "Lift." } } });

    private static PlanEvent Event(CarePlan plan, PlanEvent e, int number = 1)
    {
        e.Stamp(plan.PlanId, plan.Version + number, Given.Lead, Given.Now);
        return e;
    }

    private static void Passes(CarePlan plan, params PlanEvent[] events) => PlanBounds.Check(plan, CarePlanFold.Fold(plan, events), events, Unknown);
}
