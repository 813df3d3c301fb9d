using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Net.Client;

namespace CareTeam.Benchmarks.Growth;

/// <summary>What is done, by how many, how often.</summary>
internal sealed record Work(int Workers, int Each, Func<Clients, string, Task> Once);

/// <summary>What growth is measured with.</summary>
internal sealed class Clients(GrpcChannel channel, string token)
{
    private readonly Metadata headers = new() { { "authorization", $"Bearer {token}" } };
    private readonly NoteService.NoteServiceClient notes = new(channel);
    private readonly PlanService.PlanServiceClient plans = new(channel);
    private readonly TaskService.TaskServiceClient tasks = new(channel);
    private readonly HistoryService.HistoryServiceClient history = new(channel);
    private readonly ConcurrentDictionary<string, int> lengths = new();

    public async Task Submit(string plan) => await notes.SubmitNoteAsync(Requests.SubmitNote(plan), headers);

    public async Task AddTask(string plan) => await tasks.AddTaskAsync(new()
    {
        PlanId = plan,
        RequestId = Guid.CreateVersion7().ToString(),
        Title = "Evaluate lifting",
        Kind = TaskKind.Evaluation,
        Discipline = Discipline.PhysicalTherapy,
        DueDate = "2099-01-05",
    }, headers);

    public async Task Get(string plan) => await plans.GetPlanAsync(new() { PlanId = plan }, headers);

    public async Task GetAt(string plan, int version) => await plans.GetPlanAsync(new() { PlanId = plan, AsOfVersion = version }, headers);

    /// <summary>As it stood after any of its events.</summary>
    public async Task GetAtAny(string plan)
    {
        if (!lengths.TryGetValue(plan, out var length)) lengths[plan] = length = (await plans.GetPlanAsync(new() { PlanId = plan }, headers)).Plan.Version;
        await GetAt(plan, Random.Shared.Next(1, length + 1));
    }

    public async Task Diff(string plan, int from) => await history.DiffPlanAsync(new() { PlanId = plan, From = new() { Version = from } }, headers);
}

/// <summary>Plans of one length, in a store of one size. Each worker has its own of them.</summary>
internal sealed class Surroundings(string name, Site site, Store store, string[] plans)
{
    private readonly Clients clients = new(store.Server.NewChannel(), store.Server.Token(Staff.Therapist));
    private int turns;

    public string Name => name;

    /// <summary>Brings the plans into the server's memory.</summary>
    public async Task ReadAll()
    {
        foreach (var plan in plans) await clients.Get(plan);
    }

    public Task<Sample> Measure(Work work)
    {
        var start = turns;
        turns += work.Each;
        return Load.Times([.. Enumerable.Range(0, work.Workers).Select(worker => Worker(work, worker, start))], work.Each, new ProcessorMeter(site, store));
    }

    private Repeating Worker(Work work, int worker, int start)
    {
        var own = plans.Where((_, i) => i % work.Workers == worker).ToArray();
        var next = start;
        return new Repeating(() => work.Once(clients, own[next++ % own.Length]));
    }
}
