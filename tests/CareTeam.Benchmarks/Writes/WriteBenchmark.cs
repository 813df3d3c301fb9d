namespace CareTeam.Benchmarks.Writes;

/// <summary>One command, SubmitNote with a SOAP note, through more and more layers. Each writer has plans of its own, so nobody waits for another.</summary>
internal static class WriteBenchmark
{
    private const int PlansAWriter = 50;

    public static async Task Run(Site site, BenchmarkPlan plan, Report report)
    {
        var store = await site.NewStore("writes");
        var seed = new Seed(store.InProcess);
        var channels = new Channels(store.Server);
        var token = store.Server.Token(Staff.Therapist);
        var pattern = await NotePattern.Learn(store, (await seed.Plans(1)).Single());

        Task<IWorker> Raw(int number, string[] plans) => RawWriter.Open(store.Sql, pattern, plans);
        Task<IWorker> OverGrpc(int number, string[] plans) => Task.FromResult<IWorker>(new GrpcWriter(channels.Of(number), token, plans));
        // Commits of several organizations never share a transaction.
        async Task<IWorker> InAnother(int number)
        {
            var organization = $"clinic-{number}";
            return new GrpcWriter(channels.Of(number), store.Server.Token(Staff.Therapist with { Organization = organization }), await new Seed(store.InProcess, organization).Plans(PlansAWriter));
        }
        await RowSizes.Check(store, seed, Raw, OverGrpc, report);

        var results = await new Rounds(plan, new ProcessorMeter(site, store), store.Analyze).Run(
        [
            new("raw SQL", async i => await Raw(i, await seed.Plans(PlansAWriter))),
            new("Marten", async _ => new MartenWriter(store.InProcess.Services, await seed.Plans(PlansAWriter))),
            new("MediatR", async _ => new MediatRWriter(store.InProcess.Services, await seed.Plans(PlansAWriter))),
            new("gRPC", async i => await OverGrpc(i, await seed.Plans(PlansAWriter))),
            new("gRPC, each in another organization", async i => await InAnother(i)),
        ]);
        report.Table("One SubmitNote, a transaction each", Result.Columns("writers"), results.Select(r => r.Row()));
        report.Keep("writes", results);
    }
}
