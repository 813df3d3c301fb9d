using CareTeam.Server.Pipeline;
using Google.Rpc;

namespace CareTeam.Server.Tests.Pipeline;

public sealed class ConflictTests(Clinic clinic) : IClassFixture<Clinic>
{
    [Fact]
    public async Task Of_two_reassignments_from_one_version_one_wins_and_the_other_learns_what_came_between()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        var task = await team.AddTask(plan);
        var version = 6;
        var calls = new[] { team.Therapist, team.OtherTherapist }.Select(to => team.As(team.Physiatrist).Tasks.ReassignTaskAsync(
            new() { PlanId = plan, RequestId = New.Id(), ExpectedVersion = version, TaskId = task, AssigneeId = to.PersonId }).ResponseAsync).ToList();
        await Task.WhenAll(calls.Select(c => c.ContinueWith(_ => { }, TaskScheduler.Default)));

        var won = calls.Single(c => c.IsCompletedSuccessfully);
        Assert.Equal(7, (await won).Version);
        var lost = await Expect.Status(StatusCode.Aborted, () => calls.Single(c => c.IsFaulted));
        var conflict = lost.Detail<PlanConflict>();
        Assert.Equal((6, 7), (conflict.ExpectedVersion, conflict.CurrentVersion));
        Assert.Equal(task, conflict.Events.Single().TaskReassigned.TaskId);
    }

    [Fact]
    public async Task Many_notes_at_once_on_two_nodes_are_all_in()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        await using var secondNode = clinic.NewNode();
        var nodes = new[] { clinic.Server.As(team.Therapist), secondNode.As(team.OtherTherapist) };

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => nodes[i % 2].Notes.SubmitNoteAsync(New.NoteFor(plan, $"Note {i}")).ResponseAsync));

        Assert.Equal(Enumerable.Range(6, 40), answers.Select(a => a.Version).Order());
        var notes = await team.As(team.Physiatrist).Notes.ListNotesAsync(new() { PlanId = plan, PageSize = 100 });
        Assert.Equal(Enumerable.Range(0, 40).Select(i => $"Note {i}").Order(), notes.Notes.Select(n => n.Body.Soap.Objective).Order());
    }

    [Fact]
    public async Task Reassignments_at_once_on_two_nodes_pass_over_none_that_they_could_not_see()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        var task = await team.AddTask(plan);
        await using var secondNode = clinic.NewNode();
        var nodes = new[] { clinic.Server.As(team.Physiatrist), secondNode.As(team.Physiatrist) };
        var calls = Enumerable.Range(0, 12).Select(i => nodes[i % 2].Tasks.ReassignTaskAsync(new()
        {
            PlanId = plan,
            RequestId = New.Id(),
            TaskId = task,
            AssigneeId = (i % 4 < 2 ? team.Therapist : team.OtherTherapist).PersonId,
        }).ResponseAsync).ToList();
        await Task.WhenAll(calls.Select(c => c.ContinueWith(_ => { }, TaskScheduler.Default)));

        Assert.Contains(calls, c => c.IsCompletedSuccessfully);
        foreach (var lost in calls.Where(c => c.IsFaulted))
            Assert.Contains((await Expect.Status(StatusCode.Aborted, () => lost)).Detail<PlanConflict>().Events, e => e.TaskReassigned?.TaskId == task);
    }

    [Fact]
    public async Task A_reassignment_that_comes_after_another_nodes_is_no_conflict()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        var task = await team.AddTask(plan);
        await using var secondNode = clinic.NewNode();
        await secondNode.As(team.Physiatrist).Plans.GetPlanAsync(new() { PlanId = plan });
        await team.As(team.Physiatrist).Tasks.ReassignTaskAsync(new() { PlanId = plan, RequestId = New.Id(), TaskId = task, AssigneeId = team.Therapist.PersonId });

        // The second node still has the plan of before: it decides on it, and is brought up to date by the version check.
        var answer = await secondNode.As(team.Physiatrist).Tasks.ReassignTaskAsync(
            new() { PlanId = plan, RequestId = New.Id(), TaskId = task, AssigneeId = team.OtherTherapist.PersonId });
        Assert.Equal(8, answer.Version);
    }

    [Fact]
    public async Task An_expected_version_beyond_the_plans_is_invalid()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        var note = New.NoteFor(plan);
        note.ExpectedVersion = 99;
        await Expect.Status(StatusCode.InvalidArgument, team.As(team.Therapist).Notes.SubmitNoteAsync(note));
    }

    [Fact]
    public async Task A_conflict_after_a_long_history_fits_into_a_status_and_says_that_it_is_cut()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        for (var i = 0; i < 40; i++) await team.As(team.Therapist).Notes.SubmitNoteAsync(New.NoteFor(plan, new string('x', 5_000)));
        var late = New.NoteFor(plan);
        late.ExpectedVersion = 5;

        var conflict = (await Expect.Status(StatusCode.Aborted, team.As(team.Therapist).Notes.SubmitNoteAsync(late))).Detail<PlanConflict>();
        Assert.True(conflict.Truncated);
        Assert.InRange(conflict.CalculateSize(), 1, 4_000);
        Assert.Equal(Enumerable.Range(6, conflict.Events.Count), conflict.Events.Select(e => e.Version));
        Assert.All(conflict.Events, e => Assert.Null(e.NoteSubmitted.Body));
    }

    [Fact]
    public async Task A_read_after_a_write_on_another_node_sees_the_write()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        await using var secondNode = clinic.NewNode();
        for (var i = 0; i < 10; i++)
        {
            var written = await (i % 2 == 0 ? clinic.Server : secondNode).As(team.Therapist).Notes.SubmitNoteAsync(New.NoteFor(plan));
            var read = await (i % 2 == 0 ? secondNode : clinic.Server).As(team.Therapist).Plans.GetPlanAsync(new() { PlanId = plan });
            Assert.Equal(written.Version, read.Plan.Version);
            Assert.Equal(written.NoteId, read.Plan.Notes[^1].NoteId);
        }
    }

    [Fact]
    public async Task A_task_that_takes_the_id_which_the_server_would_choose_keeps_it_and_the_clocks_go_on()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        var flag = New.Id();
        var lead = team.As(team.Physiatrist);
        var chosen = ChosenId.Named(plan, flag, "urgent task");
        await lead.Tasks.AddTaskAsync(new() { PlanId = plan, RequestId = New.Id(), TaskId = chosen, Title = "Walk", Kind = TaskKind.Treatment, Discipline = Discipline.PhysicalTherapy, DueDate = "2026-01-02" });
        var raise = new RaiseRedFlagRequest { PlanId = plan, RequestId = New.Id(), RedFlagId = flag, Kind = RedFlagKind.CaudaEquina, Finding = "f" };
        var refused = await Expect.Status(StatusCode.FailedPrecondition, () => lead.Plans.RaiseRedFlagAsync(raise).ResponseAsync);
        Assert.Equal("id.unused", refused.Detail<PreconditionFailure>().Violations.Single().Type);
        await lead.Plans.RaiseRedFlagAsync(new(raise) { RequestId = New.Id(), RedFlagId = New.Id() });
        Assert.Equal(2, (await lead.Plans.GetPlanAsync(new() { PlanId = plan })).Plan.Tasks.Count);
    }
}
