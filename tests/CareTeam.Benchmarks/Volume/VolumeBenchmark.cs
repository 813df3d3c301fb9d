using CareTeam.Server.Access;
using CareTeam.Server.Notes;
using Grpc.Core;
using Npgsql;

namespace CareTeam.Benchmarks.Volume;

/// <summary>Worklists and full-text search of a therapist in an organization with 100,000 tasks and 100,000 notes, and which indexes PostgreSQL uses for them.</summary>
internal static class VolumeBenchmark
{
    private const int Therapists = 50, PlansEach = 40, NotesAPlan = 50, TasksAPlan = 50;

    private static readonly Work[] Works =
    [
        new("GetWork: a therapist's day", (tasks, _, headers, _) => tasks.GetWorkAsync(new(), headers).ResponseAsync),
        new("GetWork: the day of the lead of all plans", (tasks, _, headers, _) => tasks.GetWorkAsync(new(), headers).ResponseAsync, ByLead: true),
        new("ListTasks: the first 50 of a therapist's 2,000", (tasks, _, headers, who) => tasks.ListTasksAsync(new() { AssigneeId = who }, headers).ResponseAsync),
        new("ListTasks: due by a day, open", (tasks, _, headers, who) => tasks.ListTasksAsync(
            new() { AssigneeId = who, DueBy = "2026-02-01", Statuses = { TaskStatus.Requested, TaskStatus.Accepted, TaskStatus.InProgress } }, headers).ResponseAsync),
        new("SearchNotes: a word of one note in a thousand", (_, notes, headers, _) => notes.SearchNotesAsync(new() { Query = Seed.RareWord }, headers).ResponseAsync),
        new("SearchNotes: words of every note", (_, notes, headers, _) => notes.SearchNotesAsync(new() { Query = "graded lifting" }, headers).ResponseAsync),
    ];

    private sealed record Work(string Name, Func<TaskService.TaskServiceClient, NoteService.NoteServiceClient, Metadata, string, Task> Once, bool ByLead = false);

    public static async Task Run(Site site, BenchmarkPlan plan, Report report)
    {
        var store = await site.NewStore("volume");
        var seed = new Seed(store.InProcess);
        var therapists = Enumerable.Range(0, Therapists).Select(i => Staff.New($"pt-{i}", $"Therapist {i}", Role.PhysicalTherapist)).ToList();
        foreach (var therapist in therapists)
        {
            var plans = await seed.Plans(PlansEach, NotesAPlan + 3, therapist);
            await seed.Tasks(plans, TasksAPlan, therapist.Person);
            await seed.Incidents(plans, therapist.Person);
        }
        await store.Analyze();

        var channels = new Channels(store.Server);
        Metadata Headers(Caller caller) => new() { { "authorization", $"Bearer {store.Server.Token(caller)}" } };
        var (headers, ofLead) = (therapists.ConvertAll(Headers), Headers(Staff.Physiatrist));
        var rows = new List<IReadOnlyList<object>>();
        foreach (var work in Works)
        {
            foreach (var readers in new[] { 1, 8 })
            {
                var workers = Enumerable.Range(0, readers).Select(i => Reader(work, i)).ToList();
                await Load.UntilWarm(workers);
                var samples = new List<Sample>();
                for (var round = 0; round < plan.Rounds; round++) samples.Add(await Load.For(workers, TimeSpan.Zero, plan.Measured, new ProcessorMeter(site, store)));
                var median = Sample.Median(samples);
                rows.Add([$"{work.Name}, {readers} at once", median.P50, median.P99, median.Rate]);
            }
        }
        report.Table($"{Therapists * PlansEach * TasksAPlan:N0} tasks and {Therapists * PlansEach * NotesAPlan:N0} notes in {Therapists * PlansEach:N0} plans", ["read", "p50 ms", "p99 ms", "a second"], rows);
        report.Keep("volume", rows);

        foreach (var query in new[] { Seed.RareWord, "graded lifting" })
        {
            var (_, plans) = await SearchNotes.Aim(store.Sql, new() { Query = query }, therapists[0], default);
            await Explain(store, report, $"SearchNotes, {query}", SearchNotes.Command(store.Sql, new() { Query = query }, therapists[0], Server.Pipeline.Page.Of(0, ""), plans));
        }
        await Explain(store, report, "GetWork", Server.Tasks.GetWork.Command(store.Sql, therapists[0], "2026-02-01", [], 50));
        await Explain(store, report, "GetWork, red flags", Server.Tasks.WorkToSign.RedFlags(store.Sql, Staff.Physiatrist, [RedFlagKind.CaudaEquina], 50));
        await Explain(store, report, "GetWork, orders to certify", Server.Tasks.WorkToSign.ToCertify(store.Sql, Staff.Physiatrist, 50));
        await Explain(store, report, "GetWork, reports due", Server.Tasks.WorkToSign.ReportsDue(store.Sql, therapists[0], 50));
        await Explain(store, report, "ListTasks", store.Sql.CreateCommand(Reads.ReadBenchmark.Worklist), therapists[0].Person.PersonId);

        Repeating Reader(Work work, int i)
        {
            var (tasks, notes) = (new TaskService.TaskServiceClient(channels.Of(i)), new NoteService.NoteServiceClient(channels.Of(i)));
            var turn = i;
            return new(() => work.Once(tasks, notes, work.ByLead ? ofLead : headers[turn % Therapists], therapists[turn++ % Therapists].Person.PersonId));
        }
    }

    private static async Task Explain(Store store, Report report, string what, NpgsqlCommand command, string? parameter = null)
    {
        if (parameter is not null) command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        command.CommandText = "explain (analyze, costs off, timing off, summary off) " + command.CommandText;
        report.Say($"{what}, as PostgreSQL does it:");
        await using (command)
        await using (var lines = await command.ExecuteReaderAsync())
            while (await lines.ReadAsync()) report.Say("    " + lines.GetString(0));
    }
}
