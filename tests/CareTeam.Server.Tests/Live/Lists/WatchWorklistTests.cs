namespace CareTeam.Server.Tests.Live.Lists;

public sealed class WatchWorklistTests(Clinic clinic) : IClassFixture<Clinic>
{
    private readonly HeldList<WorklistPlan> held = ListClients.NewWorklist();

    [Fact]
    public async Task A_persons_tasks_in_all_their_plans_come_first_and_then_those_of_a_plan_whenever_they_change()
    {
        var team = clinic.NewTeam();
        var plans = new[] { await team.ActivePlan(), await team.ActivePlan() };
        foreach (var plan in plans) await team.AddTask(plan, team.Therapist);
        await team.AddTask(plans[0], team.OtherTherapist);
        var wanted = new WatchWorklistRequest { AssigneeId = team.Therapist.PersonId };
        await using var watch = team.As(team.Therapist).Watch(held, wanted);
        Assert.Equal(2, (await watch.UntilComplete()).Count);
        await Agrees(team, team.Therapist, wanted);

        var second = await team.AddTask(plans[0], team.Therapist);
        var came = (await watch.Next()).Plan;
        Assert.Equal(2, came.Tasks.Count);
        Assert.Contains(second, came.Tasks.Select(t => t.Task.TaskId));
        await team.As(team.Therapist).Tasks.AcceptTaskAsync(new() { PlanId = plans[0], RequestId = New.Id(), TaskId = second });
        Assert.Equal(TaskStatus.Accepted, (await watch.Next()).Plan.Tasks.Single(t => t.Task.TaskId == second).Task.Status);
        await Agrees(team, team.Therapist, wanted);
    }

    [Fact]
    public async Task A_task_that_is_given_away_leaves_one_worklist_and_comes_into_another()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        var task = await team.AddTask(plan, team.Therapist);
        var others = ListClients.NewWorklist();
        await using var watch = team.As(team.Therapist).Watch(held, new() { AssigneeId = team.Therapist.PersonId });
        await using var other = team.As(team.OtherTherapist).Watch(others, new() { AssigneeId = team.OtherTherapist.PersonId });
        await watch.UntilComplete();
        await other.UntilComplete();

        await team.As(team.Physiatrist).Tasks.ReassignTaskAsync(new() { PlanId = plan, RequestId = New.Id(), TaskId = task, AssigneeId = team.OtherTherapist.PersonId });
        Assert.Equal(plan, (await watch.Next()).Removed.PlanId);
        Assert.Equal(task, Assert.Single((await other.Next()).Plan.Tasks).Task.TaskId);
    }

    [Fact]
    public async Task What_does_not_touch_the_list_is_not_sent_and_does_not_come_after_a_reconnect_either()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        var mine = await team.AddTask(plan, team.Therapist);
        var wanted = new WatchWorklistRequest { AssigneeId = team.Therapist.PersonId };
        await using (var watch = team.As(team.Therapist).Watch(held, wanted))
        {
            await watch.UntilComplete();
            await team.As(team.Physiatrist).Notes.SubmitNoteAsync(New.NoteFor(plan));
            await team.AddTask(plan, team.OtherTherapist);
            await team.As(team.Therapist).Tasks.AcceptTaskAsync(new() { PlanId = plan, RequestId = New.Id(), TaskId = mine });
            Assert.Equal(TaskStatus.Accepted, (await watch.Next()).Plan.Tasks.Single().Task.Status);
        }
        await team.As(team.Physiatrist).Notes.SubmitNoteAsync(New.NoteFor(plan));
        await using var fresh = clinic.NewNode();
        await using var again = fresh.As(team.Therapist).Watch(held, wanted);
        Assert.Empty(await again.UntilComplete());
    }

    [Fact]
    public async Task A_disciplines_open_tasks_that_nobody_has_are_a_worklist_too()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        var free = await team.AddTask(plan);
        await team.AddTask(plan, team.OtherTherapist);
        var wanted = new WatchWorklistRequest
        {
            Discipline = Discipline.PhysicalTherapy,
            Unassigned = true,
            Statuses = { TaskStatus.Requested, TaskStatus.Accepted, TaskStatus.InProgress },
        };
        await using var watch = team.As(team.Therapist).Watch(held, wanted);
        Assert.Equal(free, Assert.Single(Assert.Single(await watch.UntilComplete()).Plan.Tasks).Task.TaskId);
        await Agrees(team, team.Therapist, wanted);
        await team.As(team.Therapist).Tasks.AcceptTaskAsync(new() { PlanId = plan, RequestId = New.Id(), TaskId = free });
        Assert.Equal(plan, (await watch.Next()).Removed.PlanId);
        await Agrees(team, team.Therapist, wanted);
    }

    [Fact]
    public async Task With_the_membership_the_tasks_of_the_plan_go()
    {
        var team = clinic.NewTeam();
        var plans = new[] { await team.ActivePlan(), await team.ActivePlan() };
        foreach (var plan in plans) await team.AddTask(plan);
        var wanted = new WatchWorklistRequest { Discipline = Discipline.PhysicalTherapy };
        await using (var watch = team.As(team.Therapist).Watch(held, wanted))
        {
            await watch.UntilComplete();
            await End(plans[0]);
            Assert.Equal(plans[0], (await watch.Next()).Removed.PlanId);
        }
        await End(plans[1]);
        await using var again = team.As(team.Therapist).Watch(held, wanted);
        Assert.Equal(plans[1], Assert.Single(await again.UntilComplete()).Removed.PlanId);
        await Agrees(team, team.Therapist, wanted);

        async Task End(string plan) => await team.As(team.Physiatrist).Team.EndMembershipAsync(
            new() { PlanId = plan, RequestId = New.Id(), PersonId = team.Therapist.PersonId, Reason = "Moved." });
    }

    [Fact]
    public async Task The_hub_gives_the_same()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        var wanted = new WatchWorklistRequest { AssigneeId = team.Therapist.PersonId };
        await using var hub = await clinic.Server.Hub(team.Therapist);
        await using (var watch = hub.WatchOverHub(held, wanted))
        {
            Assert.Empty(await watch.UntilComplete());
            await team.AddTask(plan, team.Therapist);
            Assert.Single((await watch.Next()).Plan.Tasks);
        }
        await using var again = team.As(team.Therapist).Watch(held, wanted);
        Assert.Empty(await again.UntilComplete());
    }

    private async Task Agrees(TestTeam team, Someone who, WatchWorklistRequest wanted)
    {
        var listed = (await team.As(who).Tasks.ListTasksAsync(new()
        {
            AssigneeId = wanted.AssigneeId,
            Discipline = wanted.Discipline,
            Unassigned = wanted.Unassigned,
            Statuses = { wanted.Statuses },
            PageSize = 500,
        })).Tasks;
        Assert.Equal(listed.OrderBy(t => t.Task.TaskId), held.Plans.Values.SelectMany(p => p.Tasks).OrderBy(t => t.Task.TaskId));
    }
}
