using System.Collections.Concurrent;
using CareTeam.Server.Plans;
using CsCheck;
using Google.Protobuf;

namespace CareTeam.Server.Tests;

/// <summary>
/// Random commands by random people on two nodes at once, some of them sent twice, some refused, while watchers drop and reconnect. Whatever
/// happens: events are numbered without holes, every reader and watcher sees what they add up to, and nothing is half written.
/// </summary>
public sealed class RandomCommandsTests(Clinic clinic) : IClassFixture<Clinic>
{
    /// <summary>Kinds beyond are the areas', four in each.</summary>
    private const int LastOwnKind = 15;

    private static readonly IReadOnlyList<IRandomCommands> Areas = [.. typeof(IRandomCommands).Assembly.GetTypes()
        .Where(t => t is { IsClass: true } && t.IsAssignableTo(typeof(IRandomCommands))).OrderBy(t => t.Name, StringComparer.Ordinal).Select(t => (IRandomCommands)Activator.CreateInstance(t)!)];

    private sealed record Step(int Kind, int Who, int Target, int Node, bool Twice);

    private static readonly Gen<Step[]> Steps =
        Gen.Select(Gen.Int[0, LastOwnKind + 4 * Areas.Count], Gen.Int[0, 4], Gen.Int[0, 5], Gen.Int[0, 1], Gen.Bool).Select((kind, who, target, node, twice) => new Step(kind, who, target, node, twice)).Array[20, 60];

    private readonly ConcurrentBag<(Func<Task<IMessage>> Again, IMessage Answer)> acknowledged = [];

    [Fact]
    public async Task Whatever_is_commanded_the_events_the_state_the_rows_and_the_watchers_agree()
    {
        await using var second = clinic.NewNode();
        await Gen.Select(Steps, Gen.Int[1, 6].Array[30]).SampleAsync(async (steps, drops) =>
        {
            acknowledged.Clear();
            await Play(second, steps, drops);
        }, iter: 12, threads: 1);
    }

    private async Task Play(ServerNode second, Step[] steps, int[] drops)
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        var ids = Enumerable.Range(0, 6).Select(_ => New.Id()).ToArray();
        ServerNode[] nodes = [clinic.Server, second];
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var watchers = nodes.Select(node => Watch(node.As(team.Administrator), plan, drops, end.Token)).ToList();

        var lanes = steps.Select((step, i) => (step, lane: i % 3)).GroupBy(s => s.lane, s => s.step);
        await Task.WhenAll(lanes.Select(async lane =>
        {
            foreach (var step in lane) await Take(team, plan, ids, nodes, step);
        }));
        // The last event, which tells the watchers that they have all.
        var last = (await team.As(team.Physiatrist).Team.AddMemberAsync(new() { PlanId = plan, RequestId = New.Id(), Person = team.Patient.Person })).Version;

        var events = (await team.As(team.Administrator).History.ListPlanEventsAsync(new() { PlanId = plan, PageSize = 1_000 })).Events;
        Assert.Equal(Enumerable.Range(1, last), events.Select(e => e.Version));
        var folded = CarePlanFold.Fold(CarePlanFold.Empty(plan), events);
        await using var fresh = clinic.NewNode();
        foreach (var node in nodes.Append(fresh))
            Assert.Equal(folded, (await node.As(team.Administrator).Plans.GetPlanAsync(new() { PlanId = plan })).Plan);
        foreach (var watched in await Task.WhenAll(watchers)) Assert.Equal(events, watched);

        await RowsAgree(team, plan, folded);
        foreach (var (again, answer) in acknowledged) Assert.Equal(answer, await again());
        Assert.Equal(last, (await team.As(team.Administrator).Plans.GetPlanAsync(new() { PlanId = plan })).Plan.Version);
    }

    private static async Task RowsAgree(TestTeam team, string plan, CarePlan folded)
    {
        var reader = team.As(team.Administrator);
        var tasks = (await reader.Tasks.ListTasksAsync(new() { PlanId = plan, PageSize = 500 })).Tasks;
        Assert.Equal(folded.Tasks.OrderBy(t => t.TaskId), tasks.Select(t => t.Task).OrderBy(t => t.TaskId));
        var notes = (await reader.Notes.ListNotesAsync(new() { PlanId = plan, PageSize = 100 })).Notes;
        Assert.Equal(folded.Notes.OrderBy(n => n.NoteId), notes.Select(n => n.Summary).OrderBy(n => n.NoteId));
        var summary = (await reader.Plans.ListPlansAsync(new())).Plans.Single();
        Assert.Equal((folded.Status, folded.RedFlags.Count(f => f.ResolvedBy is null)), (summary.Status, summary.OpenRedFlags));
    }

    /// <summary>Reads all events up to the patient's joining, dropping the call after a few events each time.</summary>
    private static async Task<List<PlanEvent>> Watch(Clients clients, string plan, int[] drops, CancellationToken cancel)
    {
        var events = new List<PlanEvent>();
        for (var round = 0; ; round++)
        {
            using var call = clients.Live.WatchPlan(new() { PlanId = plan, AfterVersion = events.Count == 0 ? 0 : events[^1].Version }, cancellationToken: cancel);
            for (var left = drops[round % drops.Length]; left > 0 && await call.ResponseStream.MoveNext(cancel);)
            {
                if (call.ResponseStream.Current.Event is not { } e) continue;
                events.Add(e);
                left--;
                if (e.MemberAdded?.Person.Role == Role.Patient) return events;
            }
        }
    }

    private async Task Take(TestTeam team, string plan, string[] ids, ServerNode[] nodes, Step step)
    {
        var who = new[] { team.Physiatrist, team.Therapist, team.OtherTherapist, team.OccupationalTherapist, team.Outsider }[step.Who];
        var request = Request(team, plan, ids, step);
        Func<Task<IMessage>> send = () => Send(nodes[step.Node].As(who), request);
        var calls = step.Twice ? new[] { send(), Send(nodes[1 - step.Node].As(who), request) } : [send()];
        foreach (var call in calls)
        {
            try
            {
                acknowledged.Add((send, await call));
            }
            catch (RpcException e)
            {
                Assert.Contains(e.StatusCode, new[]
                {
                    StatusCode.FailedPrecondition, StatusCode.PermissionDenied, StatusCode.NotFound, StatusCode.Aborted,
                });
            }
        }
    }

    private static IMessage Request(TestTeam team, string plan, string[] ids, Step step)
    {
        var (id, target, request) = (ids[step.Target], ids[step.Target], New.Id());
        var therapist = new[] { team.Therapist, team.OtherTherapist, team.OccupationalTherapist }[step.Target % 3].PersonId;
        if (step.Kind > LastOwnKind) return Areas[(step.Kind - LastOwnKind - 1) / 4].Request(plan, ids, (step.Kind - LastOwnKind - 1) % 4, step.Target);
        return step.Kind switch
        {
            0 or 1 => new AddTaskRequest { PlanId = plan, RequestId = request, TaskId = id, Title = "t", Kind = TaskKind.Exercise, AssigneeId = step.Target % 2 == 0 ? therapist : "" },
            2 => new AcceptTaskRequest { PlanId = plan, RequestId = request, TaskId = target },
            3 => new StartTaskRequest { PlanId = plan, RequestId = request, TaskId = target },
            4 => new CompleteTaskRequest { PlanId = plan, RequestId = request, TaskId = target },
            5 => new DeclineTaskRequest { PlanId = plan, RequestId = request, TaskId = target, Reason = "r" },
            6 => new CancelTaskRequest { PlanId = plan, RequestId = request, TaskId = target, Reason = "r" },
            7 or 8 => new ReassignTaskRequest { PlanId = plan, RequestId = request, TaskId = target, AssigneeId = therapist },
            9 => new RescheduleTaskRequest { PlanId = plan, RequestId = request, TaskId = target, DueDate = $"2099-05-0{step.Target + 1}" },
            10 or 11 or 12 => new SubmitNoteRequest { PlanId = plan, RequestId = request, NoteId = step.Kind == 12 ? id : "", Body = new() { Narrative = "n" } },
            13 => new AmendNoteRequest { PlanId = plan, RequestId = request, NoteId = target, Reason = "r", Text = "t" },
            14 => new AddGoalRequest { PlanId = plan, RequestId = request, GoalId = id, Description = "d" },
            _ => step.Target % 2 == 0
                ? new HoldPlanRequest { PlanId = plan, RequestId = request, Reason = "r" }
                : new ResumePlanRequest { PlanId = plan, RequestId = request },
        };
    }

    private static async Task<IMessage> Send(Clients c, IMessage request) => request switch
    {
        AddTaskRequest r => await c.Tasks.AddTaskAsync(r),
        AcceptTaskRequest r => await c.Tasks.AcceptTaskAsync(r),
        StartTaskRequest r => await c.Tasks.StartTaskAsync(r),
        CompleteTaskRequest r => await c.Tasks.CompleteTaskAsync(r),
        DeclineTaskRequest r => await c.Tasks.DeclineTaskAsync(r),
        CancelTaskRequest r => await c.Tasks.CancelTaskAsync(r),
        ReassignTaskRequest r => await c.Tasks.ReassignTaskAsync(r),
        RescheduleTaskRequest r => await c.Tasks.RescheduleTaskAsync(r),
        SubmitNoteRequest r => await c.Notes.SubmitNoteAsync(r),
        AmendNoteRequest r => await c.Notes.AmendNoteAsync(r),
        AddGoalRequest r => await c.Plans.AddGoalAsync(r),
        HoldPlanRequest r => await c.Plans.HoldPlanAsync(r),
        ResumePlanRequest r => await c.Plans.ResumePlanAsync(r),
        _ => await (Areas.Select(a => a.Send(c, request)).FirstOrDefault(sent => sent is not null) ?? throw new NotSupportedException(request.Descriptor.Name)),
    };
}

/// <summary>Commands of one area for the random sequences; found by its type.</summary>
public interface IRandomCommands
{
    /// <summary>A well-formed request. Ids are of things that the sequence makes, of whatever kind; kind is 0 to 3, target 0 to 5.</summary>
    IMessage Request(string planId, IReadOnlyList<string> ids, int kind, int target);

    /// <summary>Null for a request of another area.</summary>
    Task<IMessage>? Send(Clients clients, IMessage request);
}
