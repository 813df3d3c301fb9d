using CareTeam.Server.Outcomes;
using CareTeam.Server.Tasks;

namespace CareTeam.Rules.Tests.Plans;

public sealed class DatesTests
{
    private static Given Plan() => Given.PlanOfPatientBorn("1980-06-15");

    [Theory]
    [InlineData("1980-06-15", true)]
    [InlineData("1980-06-14", false)]
    public void Nothing_falls_due_before_birth_but_care_given_before_the_plan_may_be_entered_late(string due, bool inOrder)
    {
        var goal = Plan().When(new AddGoal(InstrumentCatalog.Shipped, TimeProvider.System), new() { RequestId = Given.RequestId, Description = "d", DueDate = due }, Given.Lead);
        var task = Plan().When(new AddTask(), new() { RequestId = Given.RequestId, Title = "t", Kind = TaskKind.Study, DueDate = due }, Given.Lead);
        var moved = Plan().Task(null).When(new RescheduleTask(), new() { TaskId = Given.TaskId, DueDate = due }, Given.Lead);
        var revised = Plan().Goal().When(new ReviseGoal(InstrumentCatalog.Shipped, TimeProvider.System), new() { GoalId = Given.GoalId, Description = "d", DueDate = due, Reason = "r" }, Given.Lead);
        foreach (var outcome in new[] { goal, task, moved, revised })
        {
            if (inOrder) Assert.Single(outcome.Events);
            else outcome.ThenInvalid("due_date");
        }
    }
}
