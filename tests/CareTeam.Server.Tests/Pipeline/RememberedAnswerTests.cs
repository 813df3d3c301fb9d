namespace CareTeam.Server.Tests.Pipeline;

public sealed class RememberedAnswerTests(Clinic clinic) : IClassFixture<Clinic>
{
    [Fact]
    public async Task The_same_command_twice_is_one_event_and_one_answer()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        var note = New.NoteFor(plan);
        var first = await team.As(team.Therapist).Notes.SubmitNoteAsync(note);
        await team.As(team.OtherTherapist).Notes.SubmitNoteAsync(New.NoteFor(plan));

        var again = await team.As(team.Therapist).Notes.SubmitNoteAsync(note);

        Assert.Equal(first, again);
        Assert.Equal(7, await Version(team, plan));
    }

    [Fact]
    public async Task The_same_command_many_times_at_once_on_two_nodes_is_one_event_and_one_answer()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        await using var secondNode = clinic.NewNode();
        var note = New.NoteFor(plan);
        var calls = Enumerable.Range(0, 16).Select(i => (i % 2 == 0 ? clinic.Server : secondNode).As(team.Therapist).Notes.SubmitNoteAsync(note).ResponseAsync);

        var answers = await Task.WhenAll(calls);

        Assert.Single(answers.Distinct());
        Assert.Equal(6, await Version(team, plan));
    }

    [Fact]
    public async Task After_a_restart_the_answer_is_still_remembered()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        var task = await team.AddTask(plan);
        var reassign = new ReassignTaskRequest { PlanId = plan, RequestId = New.Id(), TaskId = task, AssigneeId = team.Therapist.PersonId };
        var first = await team.As(team.Physiatrist).Tasks.ReassignTaskAsync(reassign);

        await using var restarted = clinic.NewNode();
        Assert.Equal(first, await restarted.As(team.Physiatrist).Tasks.ReassignTaskAsync(reassign));
        Assert.Equal(first.Version, await Version(team, plan));
    }

    [Fact]
    public async Task A_command_that_changed_nothing_is_remembered_too()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        var task = await team.AddTask(plan, team.Therapist);
        var lead = team.As(team.Physiatrist).Tasks;
        var toTherapist = new ReassignTaskRequest { PlanId = plan, RequestId = New.Id(), TaskId = task, AssigneeId = team.Therapist.PersonId };
        var alreadySo = await lead.ReassignTaskAsync(toTherapist);
        Assert.Equal(6, alreadySo.Version);
        await lead.ReassignTaskAsync(new() { PlanId = plan, RequestId = New.Id(), TaskId = task, AssigneeId = team.OtherTherapist.PersonId });

        // Its second delivery must not take the task back.
        Assert.Equal(alreadySo, await lead.ReassignTaskAsync(toTherapist));
        Assert.Equal(7, await Version(team, plan));
    }

    [Fact]
    public async Task A_repeat_is_answered_although_it_would_be_refused_by_now()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        var task = await team.AddTask(plan, team.Therapist);
        var accept = new AcceptTaskRequest { PlanId = plan, RequestId = New.Id(), TaskId = task, ExpectedVersion = 6 };
        var first = await team.As(team.Therapist).Tasks.AcceptTaskAsync(accept);
        await team.As(team.Physiatrist).Tasks.CancelTaskAsync(new() { PlanId = plan, RequestId = New.Id(), TaskId = task, Reason = "Not needed." });
        await team.As(team.Physiatrist).Team.EndMembershipAsync(new() { PlanId = plan, RequestId = New.Id(), PersonId = team.Therapist.PersonId, Reason = "Moved." });

        Assert.Equal(first, await team.As(team.Therapist).Tasks.AcceptTaskAsync(accept));
    }

    [Fact]
    public async Task A_plan_created_twice_is_one_plan()
    {
        var team = clinic.NewTeam();
        var request = New.Plan();
        var first = await team.As(team.Physiatrist).Plans.CreatePlanAsync(request);
        Assert.Equal(first, await team.As(team.Physiatrist).Plans.CreatePlanAsync(request));
        Assert.Single((await team.As(team.Physiatrist).Plans.ListPlansAsync(new())).Plans);
    }

    [Fact]
    public async Task A_request_id_used_for_another_request_is_refused_as_invalid()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        var note = New.NoteFor(plan);
        await team.As(team.Therapist).Notes.SubmitNoteAsync(note);
        var other = note.Clone();
        other.Body.Soap.Objective = "Something else.";

        var error = await Expect.Status(StatusCode.InvalidArgument, team.As(team.Therapist).Notes.SubmitNoteAsync(other));
        Assert.Equal("request_id", error.Detail<Google.Rpc.BadRequest>().FieldViolations.Single().Field);
    }

    [Fact]
    public async Task Nobody_gets_the_answer_to_another_persons_request()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        var note = New.NoteFor(plan);
        await team.As(team.Therapist).Notes.SubmitNoteAsync(note);
        await Expect.Status(StatusCode.InvalidArgument, team.As(team.OtherTherapist).Notes.SubmitNoteAsync(note));
    }

    [Fact]
    public async Task A_refused_command_leaves_its_request_id_free()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        var task = await team.AddTask(plan, team.Therapist);
        var start = new StartTaskRequest { PlanId = plan, RequestId = New.Id(), TaskId = task };
        await Expect.Status(StatusCode.FailedPrecondition, team.As(team.Therapist).Tasks.StartTaskAsync(start));
        await team.As(team.Therapist).Tasks.AcceptTaskAsync(new() { PlanId = plan, RequestId = New.Id(), TaskId = task });

        Assert.Equal(8, (await team.As(team.Therapist).Tasks.StartTaskAsync(start)).Version);
    }

    private static async Task<int> Version(TestTeam team, string plan) => (await team.As(team.Physiatrist).Plans.GetPlanAsync(new() { PlanId = plan })).Plan.Version;
}
