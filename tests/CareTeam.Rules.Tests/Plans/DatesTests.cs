using CareTeam.Server.Notes;
using CareTeam.Server.Tasks;

namespace CareTeam.Rules.Tests.Plans;

public sealed class DatesTests
{
    /// <summary>The plan is of 2026-03-02, its patient of 1980-06-15; a day is forgiven for time zones.</summary>
    private static Given Plan() => new Given().Event(new()
    {
        PlanCreated = new() { Title = "t", Patient = new() { Reference = "r", Name = "n", BirthDate = "1980-06-15" }, Lead = Given.Lead },
    });

    [Theory]
    [InlineData("2026-03-03", true)]
    [InlineData("2026-03-04", false)]
    [InlineData("1980-06-15", true)]
    [InlineData("1980-06-14", false)]
    [InlineData("", true)]
    public void An_illness_began_between_birth_and_today(string onset, bool inOrder)
    {
        var outcome = Plan().When(new AddDiagnosis(), new() { RequestId = Given.RequestId, Icd10CmCode = "M54.16", Text = "t", OnsetDate = onset }, Given.Lead);
        if (inOrder) Assert.Single(outcome.Events);
        else outcome.ThenInvalid("onset_date");
    }

    [Theory]
    [InlineData("1980-06-15", true)]
    [InlineData("1980-06-14", false)]
    public void Nothing_falls_due_before_birth_but_care_given_before_the_plan_may_be_entered_late(string due, bool inOrder)
    {
        var goal = Plan().When(new AddGoal(), new() { RequestId = Given.RequestId, Description = "d", DueDate = due }, Given.Lead);
        var task = Plan().When(new AddTask(), new() { RequestId = Given.RequestId, Title = "t", Kind = TaskKind.Study, DueDate = due }, Given.Lead);
        var moved = Plan().Task(null).When(new RescheduleTask(), new() { TaskId = Given.TaskId, DueDate = due }, Given.Lead);
        var revised = Plan().Goal().When(new ReviseGoal(), new() { GoalId = Given.GoalId, Description = "d", DueDate = due, Reason = "r" }, Given.Lead);
        foreach (var outcome in new[] { goal, task, moved, revised })
        {
            if (inOrder) Assert.Single(outcome.Events);
            else outcome.ThenInvalid("due_date");
        }
    }

    [Fact]
    public void Nobody_is_born_in_the_future() => new Given().When(
        new CreatePlan(), new() { RequestId = Given.RequestId, Title = "t", Patient = new() { Reference = "r", Name = "n", BirthDate = "2026-03-04" } }, Given.Lead)
        .ThenInvalid("patient.birth_date");

    [Fact]
    public void Nobody_is_seen_before_birth() => Plan().When(new SubmitNote(), new()
    {
        RequestId = Given.RequestId,
        Body = new() { Narrative = "n" },
        EncounterAt = Timestamp.FromDateTime(new DateTime(1980, 6, 14, 9, 0, 0, DateTimeKind.Utc)),
    }, Given.Lead).ThenInvalid("encounter_at");
}
