using CareTeam.Rules.Tests.Storage;

namespace CareTeam.Rules.Tests.Plans;

public sealed class CarePlanFoldTests
{
    [Fact]
    public void A_shallow_copy_carries_every_field()
    {
        var plan = (CarePlan)Filled.Message(CarePlan.Descriptor);
        Assert.Equal(plan, ShallowCopy<CarePlan>.Of(plan));
        Assert.Equal(new CarePlan(), ShallowCopy<CarePlan>.Of(new CarePlan()));
    }

    [Fact]
    public void Every_event_has_one_fold_and_it_does_not_change_the_plan_it_started_from()
    {
        foreach (var (type, field) in PlanEvents.FieldOf)
        {
            var before = Full();
            var copy = before.Clone();
            var e = Event(field);

            var after = CarePlanFold.Fold(before, [e]);

            Assert.Equal(copy, before);
            Assert.Equal(before.Version + 1, after.Version);
            Assert.True(CarePlanFold.Areas.Count(fold => fold(ShallowCopy<CarePlan>.Of(before), e, e.GetChange())) == 1, $"Not exactly one area folds {type.Name}.");
        }
    }

    [Fact]
    public void An_event_that_does_not_follow_is_not_folded()
    {
        var e = new PlanEvent { PlanHeld = new() };
        e.Stamp(Given.PlanId, 9, Given.Lead, Given.Now);
        Assert.Throws<InvalidDataException>(() => CarePlanFold.Fold(Given.ActivePlan().Plan, [e]));
    }

    /// <summary>A plan that has one of everything. In a filled message an id is the text of its field's name, so an event speaks of what the plan has.</summary>
    private static CarePlan Full()
    {
        var plan = (CarePlan)Filled.Message(CarePlan.Descriptor);
        foreach (var member in plan.Members) member.Until = null;
        return plan;
    }

    private static PlanEvent Event(Google.Protobuf.Reflection.FieldDescriptor change)
    {
        var e = new PlanEvent();
        change.Accessor.SetValue(e, Filled.Message(change.MessageType));
        e.Stamp(Given.PlanId, Full().Version + 1, Given.Lead, Given.Now);
        return e;
    }
}
