using CareTeam.Benchmarks.Growth;

namespace CareTeam.Benchmarks.Year;

/// <summary>What a command and a reading cost on a year's plan: two thousand events of every kind, beside a plan of ten.</summary>
internal static class YearBenchmark
{
    private const int Plans = 8;

    private static readonly (string Title, string Name, Work Work)[] Works =
    [
        ("SubmitNote, 1 writer", "yearNoteOneWriter", new(Workers: 1, Each: 100, (clients, id) => clients.Submit(id))),
        ("SubmitNote, 8 writers", "yearNoteEightWriters", new(Workers: 8, Each: 25, (clients, id) => clients.Submit(id))),
        ("AddTask, for which the clocks work out anew when to look next, 1 writer", "yearTask", new(Workers: 1, Each: 50, (clients, id) => clients.AddTask(id))),
        ("GetPlan, 1 reader", "yearGetPlan", new(Workers: 1, Each: 50, (clients, id) => clients.Get(id))),
        ("GetPlan as of version 5, 1 reader", "yearGetPlanEarly", new(Workers: 1, Each: 20, (clients, id) => clients.GetAt(id, 5))),
        ("GetPlan as of any version, after a first look, 1 reader", "yearGetPlanAny", new(Workers: 1, Each: 50, (clients, id) => clients.GetAtAny(id))),
        ("DiffPlan from version 5 to now, 1 reader", "yearDiff", new(Workers: 1, Each: 20, (clients, id) => clients.Diff(id, 5))),
    ];

    public static async Task Run(Site site, BenchmarkPlan plan, Report report)
    {
        var store = await site.NewStore("year", clocks: false);
        var years = await new PlayedYears(store).Play(Plans);
        List<Surroundings> all = [new("10 events", site, store, await new Seed(store.InProcess).Plans(Plans, 10)), new("a year", site, store, years)];
        await store.Analyze();
        foreach (var one in all) await one.ReadAll();
        var lengths = await Lengths(store);
        report.Say($"A year's plan has {lengths.Min():N0} to {lengths.Max():N0} events.");
        foreach (var (_, _, work) in Works)
            foreach (var one in all) await one.Measure(work);

        foreach (var (title, name, work) in Works)
        {
            var samples = all.ToDictionary(s => s, _ => new List<Sample>());
            for (var round = 0; round < plan.Rounds; round++)
                foreach (var one in all) samples[one].Add(await one.Measure(work));
            var results = all.Select(s => (Plan: s.Name, Median: Sample.Median(samples[s]), Rounds: samples[s])).ToList();
            report.Table($"{title} over gRPC", ["plan", "p50 ms", "p99 ms", "a second", "CPU us: server", "PostgreSQL"],
                results.Select(r => (IReadOnlyList<object>)[r.Plan, r.Median.P50, r.Median.P99, r.Median.Rate, r.Median.ServerMicroseconds, r.Median.PostgresMicroseconds]));
            report.Keep(name, results.Select(r => new { r.Plan, r.Median, r.Rounds }));
        }
    }

    private static async Task<List<long>> Lengths(Store store)
    {
        await using var command = store.Sql.CreateCommand($"select version from {StoreRegistration.Schema}.mt_streams where version > 100");
        await using var rows = await command.ExecuteReaderAsync();
        var lengths = new List<long>();
        while (await rows.ReadAsync()) lengths.Add(rows.GetInt64(0));
        return lengths;
    }
}
