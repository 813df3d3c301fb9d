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
    public void The_founding_story_is_refused_where_a_rule_stands_in_its_way()
    {
        var pen = new DemoPen(BackPainStory.Plan, "demo", new(2026, 3, 4));
        BackPainStory.Plan.Tell(pen);
        Assert.Equal(
            ["imaging.prior-care", "medication.duplicate", "therapy.assistant-limit", "therapy.progress-report", "red-flag.blocks-therapy-progression", "ablation.two-blocks", "therapy.weight-limit"],
            pen.Steps.Select(s => s.RefusedBy).Where(rule => rule.Length > 0));
        Assert.All(pen.Steps.Where(s => s.RefusedBy.Length > 0), s => Assert.NotEmpty(s.Words));
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
