using System.Diagnostics;

namespace CareTeam.EndToEnd.Tests.Soak;

/// <summary>
/// Three nodes behind one proxy, killed and restarted at random, connections cut everywhere: every watcher of a plan ends with every event once and in order, and
/// every watcher of a list holds what the lists show. `make soak-live`; WatchersOfManyNodesTests is the small version.
/// </summary>
public sealed class LiveSoakTests
{
    private const int Plans = 40;
    private const int PlanWatchers = 160;
    private const int ListWatchers = 40;
    private const int Writers = 32;
    private const int Commands = 20_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Fact(Explicit = true)]
    public async Task Two_hundred_watchers_miss_nothing_of_twenty_thousand_commands()
    {
        var seed = Environment.TickCount;
        await using var clinic = await SoakClinic.Open();
        var cast = new SoakWriter.Cast(
            await clinic.Token("dr-lead", Role.Physiatrist),
            await Task.WhenAll(Enumerable.Range(0, 5).Select(async i => ($"pt-{i}", await clinic.Token($"pt-{i}", Role.PhysicalTherapist)))));
        var plans = await OpenPlans(clinic, cast);
        var (reader, screen) = (await clinic.Token("admin", Role.Administrator), await clinic.Token("wall", Role.Display));

        var planWatchers = Enumerable.Range(0, PlanWatchers)
            .Select(i => new SoakPlanWatcher(clinic, reader, overHub: i / Plans % 2 == 1, plans[i % Plans], new(seed + i))).ToList();
        var listWatchers = Enumerable.Range(0, ListWatchers).Select(i => ListWatcher(clinic, cast, screen, i, new(seed - i))).ToList();
        using var end = new CancellationTokenSource();
        var calm = false;
        var watching = planWatchers.Cast<SoakWatcher>().Concat(listWatchers).Select(w => Task.Run(() => w.Run(() => Volatile.Read(ref calm), end.Token))).ToList();

        var watch = Stopwatch.StartNew();
        var writers = Enumerable.Range(0, Writers).Select(i => new SoakWriter(clinic, cast, plans, new(seed + 1_000 + i))).ToList();
        var writing = Task.WhenAll(writers.Select(w => Task.Run(() => w.Write(Commands / Writers))));
        var (kills, cuts) = await Storm(clinic, writing, new(seed));
        await writing;
        var wrote = watch.Elapsed;
        Volatile.Write(ref calm, true);

        await EndsRight(clinic, cast, planWatchers, listWatchers, watching, seed);
        var settled = watch.Elapsed - wrote;
        await end.CancelAsync();
        await Task.WhenAll(watching);

        var (events, items) = (planWatchers.Sum(w => (long)w.Taken), listWatchers.Sum(w => (long)w.Taken));
        Console.WriteLine(
            $"{Commands} commands in {wrote.TotalSeconds:0} s ({writers.Sum(w => w.Refused)} refused, {writers.Sum(w => w.SentAgain)} sent again); nodes killed {kills} times, "
            + $"connections cut {cuts} times; {PlanWatchers} watchers of plans took {events} events, {ListWatchers} of lists {items} states, reconnecting "
            + $"{planWatchers.Cast<SoakWatcher>().Concat(listWatchers).Sum(w => w.Reconnects)} times; all right {settled.TotalSeconds:0.0} s after the last command.");
        Assert.True(kills >= 3 && cuts >= 3, "It was too quiet.");
    }

    private static async Task<List<string>> OpenPlans(SoakClinic clinic, SoakWriter.Cast cast)
    {
        var lead = new PlanService.PlanServiceClient(clinic.Grpc(cast.LeadToken));
        var plans = new List<string>();
        for (var i = 0; i < Plans; i++)
        {
            var plan = (await lead.CreatePlanAsync(new() { RequestId = Guid.NewGuid().ToString(), Title = $"Plan {i}", Patient = new() { Reference = $"Patient/{i}", Name = "Ana Example" } })).PlanId;
            await lead.ActivatePlanAsync(new() { PlanId = plan, RequestId = Guid.NewGuid().ToString() });
            plans.Add(plan);
        }
        return plans;
    }

    private static SoakListWatcher ListWatcher(SoakClinic clinic, SoakWriter.Cast cast, string screen, int number, Random random)
    {
        var (overHub, therapist) = (number / 4 % 2 == 1, cast.Therapists[number % cast.Therapists.Count]);
        return (number % 4) switch
        {
            0 => new SoakCaseloadWatcher(clinic, screen, overHub, random),
            1 => new SoakCaseloadWatcher(clinic, therapist.Token, overHub, random),
            2 => new SoakWorklistWatcher(clinic, therapist.Token, overHub, new() { AssigneeId = therapist.PersonId }, random),
            _ => new SoakWorklistWatcher(clinic, screen, overHub, new() { Discipline = Discipline.PhysicalTherapy, Statuses = { TaskStatus.Requested } }, random),
        };
    }

    /// <summary>Until all is written: kill -9 and restart, every connection through the proxy cut, connections to the database ended.</summary>
    private static async Task<(int Kills, int Cuts)> Storm(SoakClinic clinic, Task writing, Random random)
    {
        var (kills, cuts) = (0, 0);
        while (await Task.WhenAny(writing, Task.Delay(random.Next(500, 2_500))) != writing)
        {
            switch (random.Next(4))
            {
                case 0:
                    clinic.Proxy.CutAllConnections();
                    cuts++;
                    break;
                case 1:
                    await clinic.CutDatabaseConnections();
                    cuts++;
                    break;
                default:
                    var server = clinic.Servers[random.Next(clinic.Servers.Count)];
                    await server.Kill();
                    await Task.Delay(random.Next(0, 1_000));
                    await Start(server);
                    kills++;
                    break;
            }
        }
        return (kills, cuts);
    }

    /// <summary>As an orchestrator does: a node that cannot reach the database in time ends, and is started again.</summary>
    private static async Task Start(ServerProcess server)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await server.Start();
                return;
            }
            catch (InvalidOperationException) when (attempt < 10)
            {
                await Task.Delay(500);
            }
        }
    }

    private static async Task EndsRight(SoakClinic clinic, SoakWriter.Cast cast, List<SoakPlanWatcher> planWatchers, List<SoakListWatcher> listWatchers, List<Task> watching, int seed)
    {
        var lead = new PlanService.PlanServiceClient(clinic.Grpc(cast.LeadToken));
        foreach (var plan in planWatchers.GroupBy(w => w.PlanId))
        {
            var last = (await lead.GetPlanAsync(new() { PlanId = plan.Key })).Plan.Version;
            foreach (var watcher in plan)
            {
                await UntilTrue(() => watcher.Versions.LastOrDefault() >= last, () => $"a watcher of {plan.Key} is at {watcher.Versions.LastOrDefault()}, not {last}");
                Assert.Equal(Enumerable.Range(1, last), watcher.Versions);
            }
        }
        foreach (var watcher in listWatchers)
        {
            var listed = await watcher.Listed();
            await UntilTrue(() => watcher.Held().SequenceEqual(listed), () => $"what a {watcher.GetType().Name} holds is not what the list shows");
        }

        // A watcher that found something wrong has ended with it.
        Task UntilTrue(Func<bool> isSo, Func<string> otherwise) => Until.True(
            async () =>
            {
                foreach (var wrong in watching.Where(w => w.IsFaulted)) await wrong;
                return isSo();
            },
            Patience, () => $"Seed {seed}: {otherwise()}.");
    }
}
