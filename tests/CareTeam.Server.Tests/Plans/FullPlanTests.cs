using CareTeam.Server.Plans;
using CareTeam.Server.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CareTeam.Server.Tests.Plans;

public sealed class FullPlanTests(Clinic clinic) : IClassFixture<Clinic>
{
    [Fact]
    public async Task A_plan_with_as_many_tasks_as_it_may_have_takes_no_more_and_goes_on_otherwise()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        await Add(team, plan, PlanBounds.Most["tasks"] - 1, descriptionLength: 0);
        var last = await team.AddTask(plan);
        var full = await Expect.Status(StatusCode.FailedPrecondition, () => team.AddTask(plan));
        Assert.Equal(("plan.full", $"plan/{plan}/tasks"), (full.Rule(), full.Detail<Google.Rpc.PreconditionFailure>().Violations.Single().Subject));

        await team.As(team.Physiatrist).Tasks.CancelTaskAsync(new() { PlanId = plan, RequestId = New.Id(), TaskId = last, Reason = "Off." });
        await TakesWhatKeepsThePatientSafe(team, plan);
    }

    [Fact]
    public async Task A_plan_that_most_clients_could_hardly_read_takes_nothing_new_and_can_be_brought_to_its_end()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        await Add(team, plan, 605, descriptionLength: 5_000);
        var (taken, task) = ("", New.TaskFor(plan));
        task.Description = new('d', 5_000);
        for (; await Answer(team, task) is null; task.RequestId = New.Id()) taken = task.RequestId;
        var full = (await Answer(team, task))!;
        Assert.Equal(("plan.full", $"plan/{plan}"), (full.Rule(), full.Detail<Google.Rpc.PreconditionFailure>().Violations.Single().Subject));

        task.RequestId = taken;
        Assert.Null(await Answer(team, task));
        var held = (await team.As(team.Physiatrist).Plans.GetPlanAsync(new() { PlanId = plan })).Plan;
        Assert.InRange(held.CalculateSize(), PlanBounds.MostBytes - 6_000, PlanBounds.MostBytes);
        await TakesWhatKeepsThePatientSafe(team, plan);
        await team.As(team.Physiatrist).Tasks.CancelTaskAsync(new() { PlanId = plan, RequestId = New.Id(), TaskId = held.Tasks[^1].TaskId, Reason = "Off." });
        var flag = (await team.As(team.Physiatrist).Plans.GetPlanAsync(new() { PlanId = plan })).Plan.RedFlags.Single();
        await team.As(team.Physiatrist).Plans.ResolveRedFlagAsync(new() { PlanId = plan, RequestId = New.Id(), RedFlagId = flag.RedFlagId, Resolution = "No fracture." });
        await team.As(team.Physiatrist).Plans.RevokePlanAsync(new() { PlanId = plan, RequestId = New.Id(), Reason = "Goes on in another." });
    }

    private static async Task<RpcException?> Answer(TestTeam team, AddTaskRequest task)
    {
        try
        {
            await team.As(team.Physiatrist).Tasks.AddTaskAsync(task);
            return null;
        }
        catch (RpcException refused)
        {
            return refused;
        }
    }

    private static async Task TakesWhatKeepsThePatientSafe(TestTeam team, string plan)
    {
        var note = await team.As(team.Therapist).Notes.SubmitNoteAsync(New.NoteFor(plan));
        await team.As(team.Therapist).Notes.AmendNoteAsync(new() { PlanId = plan, RequestId = New.Id(), NoteId = note.NoteId, Reason = "Side", Text = "Left." });
        await team.As(team.Therapist).Plans.RaiseRedFlagAsync(new() { PlanId = plan, RequestId = New.Id(), Kind = RedFlagKind.Fracture, Finding = "Fell." });
    }

    private async Task Add(TestTeam team, string planId, int tasks, int descriptionLength)
    {
        var key = new PlanKey(team.Physiatrist.Organization, planId);
        var before = await clinic.Server.Services.GetRequiredService<PlanStore>().Read(key, TestContext.Current.CancellationToken);
        var events = Enumerable.Range(1, tasks).Select(i =>
        {
            var e = new PlanEvent
            {
                TaskAdded = new()
                {
                    Task = new() { TaskId = New.Id(), Title = $"Task {i}", Description = new('d', descriptionLength), Kind = TaskKind.Evaluation, Status = TaskStatus.Requested, Requester = team.Physiatrist.Person },
                },
            };
            e.Stamp(planId, before.Version + i, team.Physiatrist.Person, before.UpdatedAt);
            return e;
        }).ToList();
        await clinic.Server.Services.GetRequiredService<PlanCommitter>().Commit(
            new Commitment(key.Organization, [new(key, before, CarePlanFold.Fold(before, events), events)], new Receipt(New.Id(), "hash", [])));
    }
}
