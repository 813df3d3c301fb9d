using CareTeam.Node.V1;
using CareTeam.Server.Live.Presence;
using CareTeam.Server.Storage;
using Microsoft.Extensions.Time.Testing;

namespace CareTeam.Rules.Tests.Live.Presence;

public sealed class PresenceBoardTests
{
    private static readonly PlanKey Plan = new("org", "plan");
    private readonly FakeTimeProvider clock = new();
    private readonly PresenceBoard board;

    public PresenceBoardTests() => board = new(clock);

    [Fact]
    public void Who_announces_is_shown_and_saying_it_again_is_no_news()
    {
        Assert.True(board.Take(Bell("pt-one")));
        Assert.False(board.Take(Bell("pt-one")));
        Assert.True(board.Take(Bell("pt-one", activity: PresenceActivity.WritingNote)));
        Assert.Equal([("pt-one", PresenceActivity.WritingNote)], Shown());
    }

    [Fact]
    public void A_person_with_two_windows_is_gone_when_both_are_closed_and_writes_if_in_one_of_them()
    {
        board.Take(Bell("pt-one", "1"));
        board.Take(Bell("pt-one", "2", PresenceActivity.WritingNote));
        Assert.Equal([("pt-one", PresenceActivity.WritingNote)], Shown());
        Assert.True(board.Take(Bell("pt-one", "2", PresenceActivity.Left)));
        Assert.Equal([("pt-one", PresenceActivity.Viewing)], Shown());
        Assert.True(board.Take(Bell("pt-one", "1", PresenceActivity.Left)));
        Assert.Empty(Shown());
    }

    [Fact]
    public void Who_is_silent_is_gone_and_who_says_it_again_stays()
    {
        using var watch = board.Watch(Plan);
        board.Take(Bell("pt-one"));
        board.Take(Bell("pt-two"));
        clock.Advance(PresenceBoard.Again);
        board.Take(Bell("pt-two"));
        clock.Advance(PresenceBoard.Holds - PresenceBoard.Again + TimeSpan.FromMilliseconds(1));
        var next = watch.Now.Next;
        board.Expire();
        Assert.True(next.IsCompleted);
        Assert.Equal([("pt-two", PresenceActivity.Viewing)], Shown());
    }

    [Fact]
    public void People_are_shown_on_their_plan_and_in_their_organization_only()
    {
        board.Take(Bell("pt-one"));
        using var otherPlan = board.Watch(Plan with { PlanId = "other" });
        using var otherOrganization = board.Watch(Plan with { Organization = "other" });
        Assert.Empty(otherPlan.Now.People.Message.People);
        Assert.Empty(otherOrganization.Now.People.Message.People);
    }

    [Fact]
    public void A_client_that_makes_up_windows_takes_no_more_than_its_share()
    {
        for (var i = 0; i < 1_000; i++) board.Take(Bell("pt-one", $"{i}"));
        for (var i = 0; i < 10; i++) board.Take(Bell("pt-one", $"{i}", PresenceActivity.Left));
        Assert.Empty(Shown());
    }

    private IEnumerable<(string, PresenceActivity)> Shown()
    {
        using var watch = board.Watch(Plan);
        return [.. watch.Now.People.Message.People.Select(p => (p.Person.PersonId, p.Activity))];
    }

    private static PresenceBell Bell(string person, string window = "window", PresenceActivity activity = PresenceActivity.Viewing) => new()
    {
        Organization = Plan.Organization,
        PlanId = Plan.PlanId,
        WindowId = window,
        Person = new() { PersonId = person, Name = person, Role = Role.PhysicalTherapist },
        Activity = activity,
    };
}
