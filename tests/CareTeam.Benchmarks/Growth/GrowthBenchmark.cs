using Grpc.Core;

namespace CareTeam.Benchmarks.Growth;

/// <summary>
/// Whether a command gets dearer as a plan or the store grows. The plans are all notes, the worst
/// case for what a plan holds in memory; the measurement itself adds 30 of them to each plan in a round.
/// </summary>
internal static class GrowthBenchmark
{
    private const int FewPlans = 10, ManyPlans = 10_000;

    public static async Task Run(Site site, BenchmarkPlan plan, Report report)
    {
        var few = await site.NewStore("few_plans");
        var many = await site.NewStore("many_plans");
        await WarmUp(few);
        await WarmUp(many);
        var manySeed = new Seed(many.InProcess);
        var smallPlans = await manySeed.Plans(ManyPlans, 10);
        List<Surroundings> all =
        [
            new("10 events, 10 plans in the store", site, few, await new Seed(few.InProcess).Plans(FewPlans, 10)),
            new("10 events, 10,000 plans in the store", site, many, smallPlans[..FewPlans]),
            new("1,000 events, 10,000 plans", site, many, await manySeed.Plans(FewPlans, 1_000)),
            new("10,000 events, 10,000 plans", site, many, await manySeed.Plans(FewPlans, 10_000)),
        ];
        await few.Analyze();
        await many.Analyze();
        foreach (var one in all) await one.ReadAll();

        foreach (var (title, name, work) in Works())
        {
            var samples = all.ToDictionary(s => s, _ => new List<Sample>());
            for (var round = 0; round < plan.Rounds; round++)
                foreach (var one in all) samples[one].Add(await one.Measure(work));
            var results = all.Select(s => (Plan: s.Name, Median: Sample.Median(samples[s]), Rounds: samples[s])).ToList();
            report.Table(title, ["plan", "p50 ms", "p99 ms", "a second", "CPU us: server", "PostgreSQL"],
                results.Select(r => (IReadOnlyList<object>)
                    [r.Plan, r.Median.P50, r.Median.P99, r.Median.Rate, r.Median.ServerMicroseconds, r.Median.PostgresMicroseconds]));
            report.Keep(name, results.Select(r => new { r.Plan, r.Median, r.Rounds }));
        }
    }

    /// <summary>With plans that are gone again when the figures are taken.</summary>
    private static async Task WarmUp(Store store)
    {
        var plans = await new Seed(store.InProcess).Plans(64);
        var clients = new Clients(store.Server.NewChannel(), store.Server.Token(Staff.Therapist));
        await Load.UntilWarm([.. plans.Select(plan => new Repeating(() => clients.Submit(plan)))]);
        foreach (var plan in plans) await clients.Get(plan);
        await store.Empty();
    }

    private static IEnumerable<(string Title, string Name, Work Work)> Works()
    {
        yield return ("SubmitNote over gRPC, 1 writer", "growthOneWriter", new(Workers: 1, Each: 100, (clients, id) => clients.Submit(id)));
        yield return ("SubmitNote over gRPC, 8 writers", "growthEightWriters", new(Workers: 8, Each: 25, (clients, id) => clients.Submit(id)));
        yield return ("GetPlan over gRPC, 1 reader", "growthGetPlan", new(Workers: 1, Each: 50, (clients, id) => clients.Get(id)));
    }
}
