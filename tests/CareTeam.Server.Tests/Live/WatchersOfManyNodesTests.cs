namespace CareTeam.Server.Tests.Live;

/// <summary>
/// Commands at random on three nodes, which stop and start, and watchers whose connections are cut: at the end each watcher of a plan has every event once
/// and in order, and what each watcher of a list holds is what the lists show.
/// </summary>
public sealed class WatchersOfManyNodesTests(Clinic clinic) : IClassFixture<Clinic>
{
    private const int Plans = 4;
    private const int Commands = 300;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Nothing_is_missed_and_nothing_comes_twice()
    {
        var seed = Environment.TickCount;
        var team = clinic.NewTeam();
        await using var cluster = new RestlessCluster(clinic, seed);
        var plans = new List<string>();
        for (var i = 0; i < Plans; i++) plans.Add(await team.ActivePlan());
        using var calm = new CancellationTokenSource();
        using var end = new CancellationTokenSource(Patience);

        var planWatchers = plans.SelectMany(p => Enumerable.Range(0, 3).Select(_ => new RestlessPlanWatcher(cluster, team.Administrator, p))).ToList();
        RestlessListWatcher[] listWatchers =
        [
            .. new[] { team.Physiatrist, team.Therapist, team.OtherTherapist, team.Administrator }.Select(who => new RestlessCaseloadWatcher(cluster, who)),
            .. new[] { team.Therapist, team.OtherTherapist }.Select(who => new RestlessWorklistWatcher(cluster, who, new() { AssigneeId = who.PersonId })),
            new RestlessWorklistWatcher(cluster, team.Therapist, new() { Discipline = Discipline.PhysicalTherapy, Statuses = { TaskStatus.Requested, TaskStatus.Accepted, TaskStatus.InProgress } }),
            new RestlessWorklistWatcher(cluster, team.Administrator, new() { Discipline = Discipline.PhysicalTherapy }),
        ];
        var watching = planWatchers.Select(w => w.Run(calm.Token, end.Token)).Concat(listWatchers.Select(w => w.Run(calm.Token, end.Token))).ToList();

        var commands = Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            for (var i = 0; i < Commands / 6 || cluster.Restarts < 2; i++) await RandomCommand(cluster, team, plans);
        }));
        while (!commands.IsCompleted) await cluster.RestartAny();
        await commands;

        // From here on no connection is cut: what is open must come to the end by itself.
        await calm.CancelAsync();
        foreach (var watcher in planWatchers)
        {
            var last = (await team.As(team.Administrator).Plans.GetPlanAsync(new() { PlanId = watcher.PlanId })).Plan.Version;
            await Until.Is(() => Task.FromResult(watcher.Versions), v => v.Count >= last, $"Seed {seed}: a watcher has not all of {last}");
            Assert.Equal(Enumerable.Range(1, last), watcher.Versions);
        }
        foreach (var watcher in listWatchers)
            await Until.Is(async () => (Held: watcher.Held(), Listed: await watcher.Listed(team)), s => s.Held.SequenceEqual(s.Listed), $"Seed {seed}: {watcher.GetType().Name} does not agree");
        Assert.True(cluster.Restarts >= 2, "No node was restarted.");
        await end.CancelAsync();
        await Task.WhenAll(watching);
    }

    private static async Task RandomCommand(RestlessCluster cluster, TestTeam team, List<string> plans)
    {
        var (plan, request) = (plans[cluster.Any(plans.Count)], New.Id());
        var (one, other) = cluster.Any(2) == 0 ? (team.Therapist, team.OtherTherapist) : (team.OtherTherapist, team.Therapist);
        switch (cluster.Any(12))
        {
            case 0 or 1:
                await cluster.Send(one, c => c.Notes.SubmitNoteAsync(new() { PlanId = plan, RequestId = request, Body = new() { Narrative = "n" } }));
                break;
            case 2:
                await cluster.Send(team.Physiatrist, c => c.Team.AddMemberAsync(new() { PlanId = plan, RequestId = request, Person = one.Person }));
                break;
            case 3:
                await cluster.Send(team.Physiatrist, c => c.Team.EndMembershipAsync(new() { PlanId = plan, RequestId = request, PersonId = one.PersonId, Reason = "r" }));
                break;
            case 4 when cluster.Any(2) == 0:
                await cluster.Send(team.Physiatrist, c => c.Plans.HoldPlanAsync(new() { PlanId = plan, RequestId = request, Reason = "r" }));
                break;
            case 4 or 5:
                await cluster.Send(team.Physiatrist, c => c.Plans.ResumePlanAsync(new() { PlanId = plan, RequestId = request }));
                break;
            case 6:
                await cluster.Send(team.Physiatrist, c => c.Plans.CreatePlanAsync(new() { RequestId = request, Title = "t", Patient = new() { Reference = "Patient/1", Name = "n" } }));
                break;
            default:
                await WorkOnATask(cluster, team, plan, request, one, other);
                break;
        }
    }

    private static async Task WorkOnATask(RestlessCluster cluster, TestTeam team, string plan, string request, Someone one, Someone other)
    {
        var tasks = (await cluster.Send(team.Administrator, c => c.Tasks.ListTasksAsync(new() { PlanId = plan })))!.Tasks;
        if (tasks.Count < 5 || cluster.Any(3) == 0)
        {
            var task = New.TaskFor(plan, cluster.Any(3) == 0 ? null : one);
            await cluster.Send(team.Physiatrist, c => c.Tasks.AddTaskAsync(task));
            return;
        }
        var id = tasks[cluster.Any(tasks.Count)].Task.TaskId;
        switch (cluster.Any(4))
        {
            case 0: await cluster.Send(one, c => c.Tasks.AcceptTaskAsync(new() { PlanId = plan, RequestId = request, TaskId = id })); break;
            case 1: await cluster.Send(one, c => c.Tasks.StartTaskAsync(new() { PlanId = plan, RequestId = request, TaskId = id })); break;
            case 2: await cluster.Send(one, c => c.Tasks.CompleteTaskAsync(new() { PlanId = plan, RequestId = request, TaskId = id })); break;
            default: await cluster.Send(team.Physiatrist, c => c.Tasks.ReassignTaskAsync(new() { PlanId = plan, RequestId = request, TaskId = id, AssigneeId = other.PersonId })); break;
        }
    }
}
