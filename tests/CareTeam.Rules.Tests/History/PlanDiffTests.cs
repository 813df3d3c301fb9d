using System.Collections;
using CareTeam.Rules.Tests.Storage;
using CareTeam.Server.History;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace CareTeam.Rules.Tests.History;

public sealed class PlanDiffTests
{
    private static IReadOnlyList<PlanDifference> Diff(Given from, Given to) => [.. PlanDiff.Between(from.Plan, to.Plan)];

    [Fact]
    public void Between_a_plan_and_itself_there_is_nothing() => Assert.Empty(PlanDiff.Between((CarePlan)Filled.Message(CarePlan.Descriptor), (CarePlan)Filled.Message(CarePlan.Descriptor)));

    [Fact]
    public void A_goal_that_was_revised_is_told_field_by_field()
    {
        var before = Given.ActivePlan().Goal();
        var after = Given.ActivePlan().Goal().Event(new() { GoalRevised = new() { Goal = new() { GoalId = Given.GoalId, Description = "Lift 50 lb", Target = 50, Unit = "lb", DueDate = "2026-05-01" } } });
        var difference = Diff(before, after).Single();
        Assert.Equal(("goals", DifferenceKind.Changed, Given.GoalId), (difference.Area, difference.Kind, difference.SubjectId));
        Assert.Equal("Goal \"Lift 50 lb\": target 50; unit lb; due date 2026-05-01.", difference.Text);
    }

    [Fact]
    public void What_came_what_changed_and_who_left_are_sentences()
    {
        var differences = Diff(Given.Draft(), Given.PlanWithTask(TaskStatus.Accepted).Event(new() { MembershipEnded = new() { PersonId = "psy", Until = Given.Tomorrow } }));
        var texts = differences.Select(d => d.Text).ToList();
        Assert.Contains("Status: draft -> active.", texts);
        Assert.Contains("Task \"Evaluate\" added.", texts);
        Assert.Contains("Member \"Psy (psychologist)\": until 2026-03-03 09:00 UTC.", texts);
    }

    /// <summary>Whatever field of whatever area changes, the diff is not empty; and back it is not either.</summary>
    [Fact]
    public void Every_field_of_every_area_counts()
    {
        var plan = (CarePlan)Filled.Message(CarePlan.Descriptor);
        var passing = new[] { "plan_id", "version", "updated_at" };
        var changes = 0;
        foreach (var (path, changed) in Variations(plan).Where(v => !passing.Contains(v.Path)))
        {
            Assert.True(PlanDiff.Between(plan, (CarePlan)changed).Any(), path);
            Assert.True(PlanDiff.Between((CarePlan)changed, plan).Any(), path);
            Assert.All(PlanDiff.Between(plan, (CarePlan)changed), d => Assert.NotEmpty(d.Text));
            changes++;
        }
        Assert.InRange(changes, 80, 5_000);
    }

    /// <summary>The message with one field, at any depth, cleared.</summary>
    private static IEnumerable<(string Path, IMessage Changed)> Variations(IMessage message)
    {
        // Of a choice only one field is there to be cleared.
        foreach (var field in message.Descriptor.Fields.InFieldNumberOrder().Where(f => f.RealContainingOneof is null || f.Accessor.HasValue(message)))
        {
            var cleared = Copy(message);
            field.Accessor.Clear(cleared);
            yield return (field.Name, cleared);
            if (field.FieldType != FieldType.Message || field.MessageType.ClrType == typeof(Timestamp)) continue;
            var inner = field.IsRepeated ? (IMessage)((IList)field.Accessor.GetValue(message))[0]! : (IMessage?)field.Accessor.GetValue(message);
            if (inner is null) continue;
            foreach (var (path, changed) in Variations(inner))
            {
                var outer = Copy(message);
                if (field.IsRepeated) ((IList)field.Accessor.GetValue(outer))[0] = changed;
                else field.Accessor.SetValue(outer, changed);
                yield return ($"{field.Name}.{path}", outer);
            }
        }
    }

    private static IMessage Copy(IMessage message) => message.Descriptor.Parser.ParseFrom(message.ToByteArray());
}
