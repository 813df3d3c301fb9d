namespace CareTeam.Benchmarks.Measuring;

/// <summary>Layer after layer in every round, so that whatever else the machine does meets all of them alike.</summary>
public sealed class Rounds(BenchmarkPlan plan, ProcessorMeter processors, Func<Task> analyze)
{
    public async Task<IReadOnlyList<Result>> Run(IReadOnlyList<Layer> layers)
    {
        var crews = new List<(Layer Layer, List<IWorker> Workers)>();
        foreach (var layer in layers)
        {
            var workers = new List<IWorker>();
            for (var i = 0; i < plan.MostWriters; i++) workers.Add(await layer.Worker(i));
            crews.Add((layer, workers));
        }
        await analyze();
        foreach (var (_, workers) in crews) await Load.UntilWarm(workers);

        var results = new List<Result>();
        foreach (var count in plan.Writers)
        {
            var samples = crews.ToDictionary(c => c.Layer, _ => new List<Sample>());
            for (var round = 0; round < plan.Rounds; round++)
                foreach (var (layer, workers) in crews)
                    samples[layer].Add(await Load.For(workers[..count], plan.WarmUp, plan.Measured, processors));
            foreach (var (layer, _) in crews)
            {
                var ratios = samples[layer].Zip(samples[layers[0]], (its, first) => its.Rate / first.Rate).ToList();
                results.Add(new(layer.Name, count, Sample.Median(samples[layer]), Sample.Middle(ratios, r => r), samples[layer]));
            }
        }
        foreach (var worker in crews.SelectMany(c => c.Workers)) await worker.DisposeAsync();
        return results;
    }
}
