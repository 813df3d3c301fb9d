using CareTeam.Server.Live;
using CareTeam.Server.Live.Lists;
using CareTeam.Server.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CareTeam.Server.Tests.Live.Lists;

public sealed class ListFeedsTests(Clinic clinic) : IClassFixture<Clinic>
{
    [Fact]
    public async Task A_list_that_could_not_be_read_is_read_again_by_the_next_while_others_still_wait_for_it()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        var organization = team.Physiatrist.Organization;
        var feeds = clinic.Server.Services.GetRequiredService<ListFeeds>();
        var cancel = TestContext.Current.CancellationToken;
        var (failing, busy) = (new FailsOnce(organization), new Stops(organization));

        using var keepsTheOrganization = await feeds.Open(organization, busy, cancel);
        var first = feeds.Open(organization, failing, cancel);
        await failing.Asked;
        // Whoever comes later has caught up later: the first waits for its reading alone now.
        (await feeds.Open(organization, busy, cancel)).Dispose();
        await team.As(team.Therapist).Notes.SubmitNoteAsync(New.NoteFor(plan));
        await busy.Stopped;
        // It waits for what the organization's lists are busy with, and shares the first reading meanwhile.
        var second = feeds.Open(organization, failing, cancel);
        failing.Fail();
        await Assert.ThrowsAsync<InvalidDataException>(() => first);
        var third = feeds.Open(organization, failing, cancel);
        busy.GoOn();

        await Assert.ThrowsAsync<InvalidDataException>(() => second);
        using (var lease = await third) Assert.Equal(1, lease.View.After(0, 0, 10).Plans);
        // The one who failed let go of its own reading, not of the one that came after.
        using (var again = await feeds.Open(organization, failing, cancel)) Assert.Equal(1, again.View.After(0, 0, 10).Plans);
    }

    [Fact]
    public async Task A_change_of_which_no_bell_was_heard_is_found_without_looking_at_the_other_plans()
    {
        var team = clinic.NewTeam();
        var (other, plan) = (await team.ActivePlan(), await team.ActivePlan());
        await using var mute = clinic.NewNode(Nodes.Mute);
        await using var looking = clinic.NewNode(services => services.Configure<LiveOptions>(o =>
            (o.SweepInterval, o.FullComparison, o.LongestCommit) = (TimeSpan.FromMilliseconds(50), TimeSpan.FromHours(1), TimeSpan.Zero)));
        var held = ListClients.NewCaseload();
        await using var watch = team.Calling(looking).As(team.Therapist).Watch(held);
        await watch.UntilComplete();
        await LoseEventsOf(other);

        // No commit is waited for here, so one that goes on while it is looked is found with the next event of its plan.
        var came = watch.Next();
        while (!came.IsCompleted) await team.Calling(mute).As(team.OtherTherapist).Notes.SubmitNoteAsync(New.NoteFor(plan));
        Assert.Equal(plan, (await came).Plan.Summary.PlanId);
    }

    [Fact]
    public async Task Once_in_a_while_all_plans_are_looked_at()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        await using var looking = clinic.NewNode(services => services.Configure<LiveOptions>(o =>
            (o.SweepInterval, o.FullComparison, o.LongestCommit) = (TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(200), TimeSpan.Zero)));
        await using var watch = team.Calling(looking).As(team.Therapist).Watch(ListClients.NewCaseload());
        await watch.UntilComplete();
        await LoseEventsOf(plan);
        Assert.Equal(plan, (await watch.Next()).Removed.PlanId);
    }

    /// <summary>Whoever compares this plan's version misses its newest event, and takes the plan for gone.</summary>
    private async Task LoseEventsOf(string planId)
    {
        await using var connection = new NpgsqlConnection(clinic.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var lose = new NpgsqlCommand("update careteam.mt_streams set version = version + 100 where id = $1", connection) { Parameters = { new() { Value = planId } } };
        Assert.Equal(1, await lose.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The caseload of the organization.</summary>
    private abstract class Organization(string organization, string key) : IPlanList<WatchCaseloadResponse>
    {
        private readonly Caseload all = new(organization, null, []);

        public string Key => key;

        public virtual WatchCaseloadResponse? Show(ListedPlan plan) => all.Show(plan);

        public void Complete(WatchCaseloadResponse shown, int version, string cursor) => all.Complete(shown, version, cursor);

        public WatchCaseloadResponse Removed(string planId) => all.Removed(planId);

        public WatchCaseloadResponse Heartbeat(int plans) => all.Heartbeat(plans);

        public virtual Task<IReadOnlyList<Listed<WatchCaseloadResponse>>> Load(RowSelect rows, CancellationToken cancel) => all.Load(rows, cancel);
    }

    private sealed class FailsOnce(string organization) : Organization(organization, "fails once")
    {
        private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously), failure = new();
        private int loads;

        public Task Asked => asked.Task;

        public void Fail() => failure.SetException(new InvalidDataException("The first reading fails."));

        public override async Task<IReadOnlyList<Listed<WatchCaseloadResponse>>> Load(RowSelect rows, CancellationToken cancel)
        {
            if (Interlocked.Increment(ref loads) > 1) return await base.Load(rows, cancel);
            asked.SetResult();
            await failure.Task;
            return [];
        }
    }

    private sealed class Stops(string organization) : Organization(organization, "stops")
    {
        private readonly TaskCompletionSource stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim goOn = new();

        public Task Stopped => stopped.Task;

        public void GoOn() => goOn.Set();

        public override WatchCaseloadResponse? Show(ListedPlan plan)
        {
            if (plan.Version == 6)
            {
                stopped.TrySetResult();
                goOn.Wait(TimeSpan.FromMinutes(2));
            }
            return base.Show(plan);
        }
    }
}
