using Grpc.Core;

namespace CareTeam.Benchmarks.Reads;

/// <summary>GetPlan and the worklist over gRPC, against raw selects of the same rows.</summary>
internal static class ReadBenchmark
{
    private const int Plans = 1_000, EventsAPlan = 20, TasksAPlan = 10, Assignees = 100;

    private const string EventsOfPlan =
        $"""
        select version, id, type, timestamp, headers, data from {StoreRegistration.Schema}.mt_events
        where tenant_id = '{Staff.Organization}' and stream_id = $1 order by version
        """;

    /// <summary>What ListTasks selects, of plans that its caller may read; one row more than a page tells that there is another.</summary>
    private const string Worklist =
        $$"""
        select d.data from {{StoreRegistration.Schema}}.mt_doc_taskrow d
        where d.tenant_id = '{{Staff.Organization}}' and d.assignee_id = $1 and d.plan_id in
            (select p.id from {{StoreRegistration.Schema}}.mt_doc_planrow p where p.tenant_id = '{{Staff.Organization}}' and p.data @> '{"memberIds": ["pt-one"]}')
        order by d.due_by, d.id limit 51
        """;

    public static async Task Run(Site site, BenchmarkPlan plan, Report report)
    {
        var store = await site.NewStore("reads");
        var seed = new Seed(store);
        var plans = await seed.Plans(Plans, EventsAPlan);
        var people = Enumerable.Range(0, Assignees).Select(i => new Person { PersonId = $"person-{i}", Name = $"Person {i}", Role = Role.PhysicalTherapist }).ToList();
        await seed.Tasks(await seed.Plans(Plans), TasksAPlan, people);

        var channels = new Channels(store.Server);
        var headers = new Metadata { { "authorization", $"Bearer {store.Server.Token(Staff.Therapist)}" } };
        var rounds = new Rounds(plan, new ProcessorMeter(site, store), store.Analyze);

        await Compare("GetPlan, a plan of 20 events", "getPlan", EventsOfPlan, plans, channel =>
        {
            var client = new PlanService.PlanServiceClient(channel);
            return async id => await client.GetPlanAsync(new() { PlanId = id }, headers);
        });
        await Compare("ListTasks, a page of 50 tasks of 10,000", "listTasks", Worklist, [.. people.Select(p => p.PersonId)], channel =>
        {
            var client = new TaskService.TaskServiceClient(channel);
            return async id => await client.ListTasksAsync(new() { AssigneeId = id }, headers);
        });

        async Task Compare(string title, string name, string sql, string[] ids, Func<ChannelBase, Func<string, Task>> overGrpc)
        {
            var results = await rounds.Run(
            [
                new("raw SQL", i => RawReader.Open(store.Sql, sql, Cycle(ids, i))),
                new("gRPC", i =>
                {
                    var (next, read) = (Cycle(ids, i), overGrpc(channels.Of(i)));
                    return Task.FromResult<IWorker>(new Repeating(() => read(next())));
                }),
            ]);
            report.Table(title, Result.Columns("readers"), results.Select(r => r.Row()));
            report.Keep(name, results);
        }
    }

    private static Func<string> Cycle(string[] ids, int worker)
    {
        var next = worker * 31;
        return () => ids[next++ % ids.Length];
    }
}
