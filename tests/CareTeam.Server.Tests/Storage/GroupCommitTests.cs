namespace CareTeam.Server.Tests.Storage;

/// <summary>Requests that are committed together are still judged one by one.</summary>
public sealed class GroupCommitTests(Clinic clinic) : IClassFixture<Clinic>
{
    [Fact]
    public async Task One_that_decided_on_a_stale_plan_holds_up_none_of_the_others()
    {
        var team = clinic.NewTeam();
        var plans = new List<string>();
        for (var i = 0; i < 12; i++) plans.Add(await team.ActivePlan());
        await using var secondNode = clinic.NewNode();
        for (var round = 0; round < 5; round++)
        {
            // The first node does not know of these yet.
            foreach (var stale in plans.Take(3)) await secondNode.As(team.OtherTherapist).Notes.SubmitNoteAsync(New.NoteFor(stale));
            await Task.WhenAll(plans.Select(plan => team.As(team.Therapist).Notes.SubmitNoteAsync(New.NoteFor(plan, $"round {round}")).ResponseAsync));
        }
        foreach (var (plan, i) in plans.Select((plan, i) => (plan, i)))
        {
            var events = (await team.As(team.Therapist).History.ListPlanEventsAsync(new() { PlanId = plan })).Events;
            Assert.Equal(Enumerable.Range(1, i < 3 ? 15 : 10), events.Select(e => e.Version));
        }
    }

    [Fact]
    public async Task Of_one_request_id_used_for_many_plans_at_once_only_one_gets_through()
    {
        var team = clinic.NewTeam();
        var plans = new List<string>();
        for (var i = 0; i < 10; i++) plans.Add(await team.ActivePlan());
        var requestId = New.Id();
        var calls = plans.Select(plan =>
        {
            var note = New.NoteFor(plan);
            note.RequestId = requestId;
            return team.As(team.Therapist).Notes.SubmitNoteAsync(note).ResponseAsync;
        }).Concat(plans.Select(plan => team.As(team.OtherTherapist).Notes.SubmitNoteAsync(New.NoteFor(plan)).ResponseAsync)).ToList();
        await Task.WhenAll(calls.Select(c => c.ContinueWith(_ => { }, TaskScheduler.Default)));

        Assert.Equal(1, calls.Take(10).Count(c => c.IsCompletedSuccessfully));
        foreach (var lost in calls.Take(10).Where(c => c.IsFaulted)) await Expect.Status(StatusCode.InvalidArgument, () => lost);
        Assert.All(calls.Skip(10), c => Assert.True(c.IsCompletedSuccessfully));
        Assert.Equal(11, (await All(team, plans)).Sum(p => p.Notes.Count));
    }

    [Fact]
    public async Task Organizations_that_write_at_once_stay_apart()
    {
        var teams = Enumerable.Range(0, 6).Select(_ => clinic.NewTeam()).ToList();
        var plans = await Task.WhenAll(teams.Select(t => t.ActivePlan()));
        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => teams[i % 6].As(teams[i % 6].Therapist).Notes.SubmitNoteAsync(New.NoteFor(plans[i % 6])).ResponseAsync));
        for (var i = 0; i < 6; i++) Assert.Equal(10, (await All(teams[i], [plans[i]])).Single().Notes.Count);
    }

    private static async Task<IReadOnlyList<CarePlan>> All(TestTeam team, IEnumerable<string> plans)
    {
        var read = new List<CarePlan>();
        foreach (var plan in plans) read.Add((await team.As(team.Physiatrist).Plans.GetPlanAsync(new() { PlanId = plan })).Plan);
        return read;
    }
}
