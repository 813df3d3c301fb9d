using CareTeam.Cli.Connection;
using CareTeam.Cli.Demo;

namespace CareTeam.Cli.Tests.Demo;

public sealed class DemoTests
{
    private static readonly DemoStory[] Stories = [BackPainStory.Plan, .. SmallStories.All];

    public static TheoryData<int> DaysOfAWeek => [.. Enumerable.Range(0, 7)];

    [Theory]
    [MemberData(nameof(DaysOfAWeek))]
    public void Whatever_the_day_nobody_was_seen_in_the_future_and_the_same_day_gives_the_same_requests(int day)
    {
        var today = new DateOnly(2026, 3, 2).AddDays(day);
        foreach (var story in Stories)
        {
            var commands = Commands(story, today);
            Assert.Equal(commands, Commands(story, today));
            Assert.Equal(commands.Length, commands.Select(c => c.Get<string>(RequestField.RequestId)).Distinct().Count());
            Assert.All(commands.OfType<RecordOutcomeRequest>(), o => Assert.True(o.MeasuredAt.ToDateTime() < today.ToDateTime(default)));
            Assert.All(commands.OfType<SubmitNoteRequest>(), n => Assert.True(n.EncounterAt.ToDateTime() < today.ToDateTime(default)));
        }
    }

    [Fact]
    public void Organizations_do_not_share_ids() => Assert.NotEqual(BackPainStory.Plan.PlanId("demo"), BackPainStory.Plan.PlanId("clinic"));

    [Fact]
    public void People_have_ids_of_their_own() => Assert.Equal(DemoPeople.All.Count, DemoPeople.All.Select(p => p.PersonId).Distinct().Count());

    private static Google.Protobuf.IMessage[] Commands(DemoStory story, DateOnly today)
    {
        var pen = new DemoPen(story, "demo", today);
        story.Tell(pen);
        return [.. pen.Steps.Select(s => s.Command)];
    }
}
