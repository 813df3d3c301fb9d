using System.Collections.Concurrent;
using CareTeam.Server.Plans;
using CareTeam.Server.Tests.Pipeline;
using CsCheck;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace CareTeam.Server.Tests;

/// <summary>
/// Random commands by random people on two nodes at once, some of them sent twice, some refused, while watchers drop and reconnect. Whatever
/// happens: events are numbered without holes, every reader and watcher sees what they add up to, and nothing is half written.
/// </summary>
public sealed class RandomCommandsTests(Clinic clinic) : IClassFixture<Clinic>
{
    private const int Targets = 6;

    private const string Last = "The last word.";

    private static readonly IReadOnlyList<IRandomCommands> Areas = [.. typeof(IRandomCommands).Assembly.GetTypes()
        .Where(t => t.IsAssignableTo(typeof(IRandomCommands)) && t.GetConstructor([]) is not null).OrderBy(t => t.Name, StringComparer.Ordinal).Select(t => (IRandomCommands)Activator.CreateInstance(t)!)];

    /// <summary>Each kind of each area, and what no area makes as its example, each as often as any other.</summary>
    private static readonly IReadOnlyList<(IRandomCommands Area, int Kind)> Kinds = KindsOf([.. Areas, new ExampleCommands([.. Rpcs.Commands.ExceptBy(Requests(KindsOf(Areas)), rpc => rpc.InputType)])]);

    private sealed record Step(int Kind, int Who, int Target, int Node, bool Twice);

    private static readonly Gen<Step[]> Steps =
        Gen.Select(Gen.Int[0, Kinds.Count - 1], Gen.Int[0, 6], Gen.Int[0, Targets - 1], Gen.Int[0, 1], Gen.Bool).Select((kind, who, target, node, twice) => new Step(kind, who, target, node, twice)).Array[30, 90];

    private readonly ConcurrentBag<(Func<Task<IMessage>> Again, IMessage Answer)> acknowledged = [];

    private static IReadOnlyList<(IRandomCommands Area, int Kind)> KindsOf(IEnumerable<IRandomCommands> areas) => [.. from area in areas from kind in Enumerable.Range(0, area.Kinds) select (area, kind)];

    private static HashSet<MessageDescriptor> Requests(IEnumerable<(IRandomCommands Area, int Kind)> kinds)
    {
        var ids = Enumerable.Range(0, Targets).Select(_ => New.Id()).ToArray();
        return [.. from kind in kinds from target in Enumerable.Range(0, Targets) select kind.Area.Request(New.Id(), ids, kind.Kind, target).Descriptor];
    }

    [Fact]
    public void Every_command_of_the_contract_is_among_them() => Assert.Empty(Rpcs.Commands.ExceptBy(Requests(Kinds), rpc => rpc.InputType));

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
        await team.JoinsUnder(plan, team.Therapist);
        await team.Joins(plan, team.OtherPhysician);
        var ids = Enumerable.Range(0, 6).Select(_ => New.Id()).ToArray();
        ServerNode[] nodes = [clinic.Server, second];
        using var end = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var watchers = nodes.Select(node => Watch(node.As(team.Administrator), plan, drops, end.Token)).ToList();

        var lanes = steps.Select((step, i) => (step, lane: i % 3)).GroupBy(s => s.lane, s => s.step);
        await Task.WhenAll(lanes.Select(async lane =>
        {
            foreach (var step in lane) await Take(team, plan, ids, nodes, step);
        }));
        // The last event, which tells the watchers that they have all: of an encounter before all else, since the plan may have ended.
        var last = (await team.As(team.Physiatrist).Notes.SubmitNoteAsync(new()
        {
            PlanId = plan,
            RequestId = New.Id(),
            EncounterAt = Timestamp.FromDateTime(new DateTime(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc)),
            Body = new() { Narrative = Last },
        })).Version;

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
        foreach (var supervisor in new[] { team.Therapist, team.OtherTherapist })
        {
            var queue = (await team.As(supervisor).Notes.ListNotesToCosignAsync(new() { PageSize = 500 })).Notes;
            var waiting = folded.Notes.Where(n => n.CosignatureDemand?.Supervisor?.PersonId == supervisor.PersonId);
            Assert.Equal(waiting.OrderBy(n => n.NoteId, StringComparer.Ordinal), queue.Select(n => n.Summary).OrderBy(n => n.NoteId, StringComparer.Ordinal));
        }
        var summary = (await reader.Plans.ListPlansAsync(new())).Plans.Single(p => p.PlanId == plan);
        Assert.Equal((folded.Status, folded.RedFlags.Count(f => f.ResolvedBy is null)), (summary.Status, summary.OpenRedFlags));
    }

    /// <summary>Reads all events up to the last, dropping the call after a few events each time.</summary>
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
                if (e.NoteSubmitted?.Body.Narrative == Last) return events;
            }
        }
    }

    private async Task Take(TestTeam team, string plan, string[] ids, ServerNode[] nodes, Step step)
    {
        var who = new[] { team.Physiatrist, team.Therapist, team.OtherTherapist, team.OccupationalTherapist, team.Outsider, team.Assistant, team.OtherPhysician }[step.Who];
        var (area, kind) = Kinds[step.Kind];
        var request = area.Request(plan, ids, kind, step.Target);
        Func<Task<IMessage>> send = () => nodes[step.Node].As(who).Invoker.Ask(request);
        var calls = step.Twice ? new[] { send(), nodes[1 - step.Node].As(who).Invoker.Ask(request) } : [send()];
        foreach (var call in calls)
        {
            try
            {
                acknowledged.Add((send, await call));
            }
            catch (RpcException e)
            {
                Assert.True(e.StatusCode is StatusCode.FailedPrecondition or StatusCode.PermissionDenied or StatusCode.NotFound or StatusCode.Aborted || area.MayBeInvalid(request, e),
                    $"{request.Descriptor.Name}: {e.Status}");
            }
        }
    }
}

/// <summary>Commands of one area for the random sequences, where a choice of values tells more than the example; found by its type.</summary>
public interface IRandomCommands
{
    /// <summary>How many kinds of requests it makes.</summary>
    int Kinds { get; }

    /// <summary>A well-formed request. Ids are of things that the sequence makes, of whatever kind; target is 0 to 5.</summary>
    IMessage Request(string planId, IReadOnlyList<string> ids, int kind, int target);

    /// <summary>Whether the state of the plan can make such a request an invalid one.</summary>
    bool MayBeInvalid(IMessage request, RpcException error) => false;
}
