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
    public void Every_event_has_a_fold_and_none_of_them_changes_the_plan_it_started_from()
    {
        foreach (var (type, field) in PlanEvents.FieldOf)
        {
            var given = Given.PlanWithTask(TaskStatus.Requested).Goal().Note(Given.Therapist)
                .Event(new() { RedFlagRaised = new() { RedFlagId = Given.FlagId, Kind = RedFlagKind.Other, Finding = "f" } });
            var before = given.Plan;
            var copy = before.Clone();
            var change = (Google.Protobuf.IMessage)Activator.CreateInstance(type)!;
            Name(change);
            var e = new PlanEvent();
            field.Accessor.SetValue(e, change);
            e.Stamp(Given.PlanId, before.Version + 1, Given.Lead, Given.Now);

            var after = CarePlanFold.Fold(before, [e]);

            Assert.Equal(copy, before);
            Assert.Equal(before.Version + 1, after.Version);
        }
    }

    [Fact]
    public void An_event_that_does_not_follow_is_not_folded()
    {
        var e = new PlanEvent { PlanHeld = new() };
        e.Stamp(Given.PlanId, 9, Given.Lead, Given.Now);
        Assert.Throws<InvalidDataException>(() => CarePlanFold.Fold(Given.ActivePlan().Plan, [e]));
    }

    /// <summary>Points the event at what the plan has.</summary>
    private static void Name(Google.Protobuf.IMessage change)
    {
        foreach (var (field, id) in new[]
        {
            ("task_id", Given.TaskId), ("goal_id", Given.GoalId), ("note_id", Given.NoteId), ("red_flag_id", Given.FlagId), ("person_id", Given.Therapist.PersonId),
        })
            change.Descriptor.FindFieldByName(field)?.Accessor.SetValue(change, id);
        if (change is GoalRevised revised) revised.Goal = new() { GoalId = Given.GoalId };
        if (change is PlanCreated created) (created.Patient, created.Lead) = (new(), Given.Lead);
        if (change is TaskAdded added) added.Task = new() { TaskId = Given.OtherTaskId };
        if (change is GoalAdded goal) goal.Goal = new() { GoalId = Given.OtherTaskId };
        if (change is DiagnosisAdded diagnosis) diagnosis.Diagnosis = new();
        if (change is NoteSubmitted note) note.Summary = new();
    }
}
