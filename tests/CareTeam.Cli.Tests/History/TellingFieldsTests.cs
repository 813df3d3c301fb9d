using CareTeam.Cli.History;
using Google.Protobuf.WellKnownTypes;

namespace CareTeam.Cli.Tests.History;

public sealed class TellingFieldsTests
{
    private static PlanNames Knowing(CarePlan plan)
    {
        var names = new PlanNames();
        names.Learn(plan);
        return names;
    }

    [Fact]
    public void Kinds_names_and_days_come_in_the_order_of_the_contract_and_what_somebody_wrote_comes_last()
    {
        var flag = new RedFlagRaised { RedFlagId = "f1", Kind = RedFlagKind.CaudaEquina, Finding = "Numb saddle." };
        Assert.Equal("cauda equina: Numb saddle.", TellingFields.Of(flag, new()));
        var goal = new GoalAdded { Goal = new() { GoalId = "g1", Description = "Lift", Measure = "lift", Target = 50, Unit = "[lb_av]", DueDate = "2026-06-01", Status = GoalStatus.Active } };
        Assert.Equal("Lift, lift, target 50, [lb_av], due 2026-06-01, active", TellingFields.Of(goal, new()));
    }

    [Fact]
    public void Ids_are_told_only_by_what_they_stand_for()
    {
        var started = new TaskStarted { TaskId = "t1" };
        Assert.Equal("", TellingFields.Of(started, new()));
        Assert.Equal("\"MRI\"", TellingFields.Of(started, Knowing(new() { Tasks = { new CareTask { TaskId = "t1", Title = "MRI" } } })));
    }

    [Fact]
    public void People_are_told_by_name_and_of_many_things_how_many()
    {
        var task = new TaskAdded { Task = new() { Title = "MRI", Assignee = new() { PersonId = "p", Name = "Dr. A", Role = Role.Physiatrist }, Recurrence = new() { Times = 2 } } };
        Assert.Equal("MRI, Dr. A, times 2", TellingFields.Of(task, new()));
        Assert.Equal("categories 2", TellingFields.Of(new PlanCreated { Categories = { new Coding(), new Coding() } }, new()));
    }

    [Fact]
    public void A_long_text_is_cut() => Assert.InRange(TellingFields.Of(new PlanHeld { Reason = new string('x', 5_000) }, new()).Length, 100, 200);

    [Fact]
    public void A_thing_without_a_title_is_called_by_its_kind()
    {
        Assert.Equal("latex", TellingFields.Name(new Allergy { Allergen = AllergenKind.Latex, RecordedAt = new Timestamp() }));
        Assert.Equal("iohexol", TellingFields.Name(new Allergy { Allergen = AllergenKind.IodinatedContrast, Substance = "iohexol" }));
    }
}
