using Grpc.Core;

namespace CareTeam.Benchmarks.Reads;

/// <summary>GetPlan and the worklist over gRPC, against raw selects of the same rows.</summary>
internal static class ReadBenchmark
{
    private const int Plans = 1_000, EventsAPlan = 20, Therapists = 20, TasksAPlan = 10;

    private const string EventsOfPlan =
        $"""
        select version, id, type, timestamp, headers, data from {StoreRegistration.Schema}.mt_events
        where tenant_id = '{Staff.Organization}' and stream_id = $1 order by version
        """;

    /// <summary>What ListTasks selects, of plans that its caller may read; one row more than a page tells that there is another.</summary>
    public const string Worklist =
        $"""
        select d.data from {StoreRegistration.Schema}.mt_doc_taskrow d
        where d.tenant_id = '{Staff.Organization}' and d.assignee_id = $1 and exists
            (select 1 from {StoreRegistration.Schema}.mt_doc_planrow p
             where p.tenant_id = '{Staff.Organization}' and p.id = d.plan_id and p.data @> jsonb_build_object('memberIds', jsonb_build_array($1)) offset 0)
        order by d.due_by, d.id limit 51
        """;

    public static async Task Run(Site site, BenchmarkPlan plan, Report report)
    {
        var store = await site.NewStore("reads");
        var seed = new Seed(store.InProcess);
        var therapists = Enumerable.Range(0, Therapists).Select(i => Staff.New($"pt-{i}", $"Therapist {i}", Role.PhysicalTherapist)).ToList();
        var plans = new List<string[]>();
        foreach (var therapist in therapists)
        {
            plans.Add(await seed.Plans(Plans / Therapists, EventsAPlan, therapist));
            await seed.Tasks(await seed.Plans(Plans / Therapists, therapist: therapist), TasksAPlan, therapist.Person);
        }

        var channels = new Channels(store.Server);
        var headers = therapists.ConvertAll(t => new Metadata { { "authorization", $"Bearer {store.Server.Token(t)}" } });
        var rounds = new Rounds(plan, new ProcessorMeter(site, store), store.Analyze);

        await Compare("GetPlan, a plan of 20 events", "getPlan", EventsOfPlan, (reader, turn) => plans[reader][turn % plans[reader].Length], channel =>
        {
            var client = new PlanService.PlanServiceClient(channel);
            return async (id, reader) => await client.GetPlanAsync(new() { PlanId = id }, headers[reader]);
        });
        await Compare($"ListTasks, the first 50 of a therapist's {TasksAPlan * Plans / Therapists} tasks", "listTasks", Worklist, (reader, _) => therapists[reader].Person.PersonId, channel =>
        {
            var client = new TaskService.TaskServiceClient(channel);
            return async (id, reader) => await client.ListTasksAsync(new() { AssigneeId = id }, headers[reader]);
        });

        async Task Compare(string title, string name, string sql, Func<int, int, string> id, Func<ChannelBase, Func<string, int, Task>> overGrpc)
        {
            var results = await rounds.Run(
            [
                new("raw SQL", i => RawReader.Open(store.Sql, sql, Turns(i))),
                new("gRPC", i =>
                {
                    var (next, read) = (Turns(i), overGrpc(channels.Of(i)));
                    return Task.FromResult<IWorker>(new Repeating(() => read(next(), i % Therapists)));
                }),
            ]);
            report.Table(title, Result.Columns("readers"), results.Select(r => r.Row()));
            report.Keep(name, results);

            Func<string> Turns(int worker)
            {
                var turn = 0;
                return () => id(worker % Therapists, turn++);
            }
        }
    }
}
