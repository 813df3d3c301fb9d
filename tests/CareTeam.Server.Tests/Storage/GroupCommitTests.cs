using CareTeam.Server.Plans;
using CareTeam.Server.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CareTeam.Server.Tests.Storage;

/// <summary>Requests that are committed together are still judged one by one.</summary>
public sealed class GroupCommitTests(Clinic clinic) : IClassFixture<Clinic>
{
    [Fact]
    public async Task One_that_decided_on_a_stale_plan_holds_up_none_of_the_others()
    {
        var team = clinic.NewTeam();
        var plans = new List<string>();
        for (var i = 0; i < 12; i++) plans.Add(await team.ActivePlan());
        await using var secondNode = clinic.NewNode();
        for (var round = 0; round < 5; round++)
        {
            // The first node does not know of these yet.
            foreach (var stale in plans.Take(3)) await secondNode.As(team.OtherTherapist).Notes.SubmitNoteAsync(New.NoteFor(stale));
            await Task.WhenAll(plans.Select(plan => team.As(team.Therapist).Notes.SubmitNoteAsync(New.NoteFor(plan, $"round {round}")).ResponseAsync));
        }
        foreach (var (plan, i) in plans.Select((plan, i) => (plan, i)))
        {
            var events = (await team.As(team.Therapist).History.ListPlanEventsAsync(new() { PlanId = plan })).Events;
            Assert.Equal(Enumerable.Range(1, i < 3 ? 15 : 10), events.Select(e => e.Version));
        }
    }

    [Fact]
    public async Task Of_one_request_id_used_for_many_plans_at_once_only_one_gets_through()
    {
        var team = clinic.NewTeam();
        var plans = new List<string>();
        for (var i = 0; i < 10; i++) plans.Add(await team.ActivePlan());
        var requestId = New.Id();
        var calls = plans.Select(plan =>
        {
            var note = New.NoteFor(plan);
            note.RequestId = requestId;
            return team.As(team.Therapist).Notes.SubmitNoteAsync(note).ResponseAsync;
        }).Concat(plans.Select(plan => team.As(team.OtherTherapist).Notes.SubmitNoteAsync(New.NoteFor(plan)).ResponseAsync)).ToList();
        await Task.WhenAll(calls.Select(c => c.ContinueWith(_ => { }, TaskScheduler.Default)));

        Assert.Equal(1, calls.Take(10).Count(c => c.IsCompletedSuccessfully));
        foreach (var lost in calls.Take(10).Where(c => c.IsFaulted)) await Expect.Status(StatusCode.InvalidArgument, () => lost);
        Assert.All(calls.Skip(10), c => Assert.True(c.IsCompletedSuccessfully));
        Assert.Equal(11, (await All(team, plans)).Sum(p => p.Notes.Count));
    }

    [Fact]
    public async Task Organizations_that_write_at_once_stay_apart()
    {
        var teams = Enumerable.Range(0, 6).Select(_ => clinic.NewTeam()).ToList();
        var plans = await Task.WhenAll(teams.Select(t => t.ActivePlan()));
        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => teams[i % 6].As(teams[i % 6].Therapist).Notes.SubmitNoteAsync(New.NoteFor(plans[i % 6])).ResponseAsync));
        await using var fresh = clinic.NewNode();
        for (var i = 0; i < 6; i++)
        {
            Assert.Equal(10, (await All(teams[i], [plans[i]])).Single().Notes.Count);
            Assert.Equal(10, (await All(teams[i].Calling(fresh), [plans[i]])).Single().Notes.Count);
            Assert.Equal(10, (await teams[i].As(teams[i].Therapist).Notes.ListNotesAsync(new() { PlanId = plans[i] })).Notes.Count);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task One_repeat_in_a_group_is_taken_out_and_the_others_are_committed_together_whatever_their_organizations(int count)
    {
        var node = clinic.Server;
        var queue = node.Services.GetRequiredService<CommitQueue>();
        var organizations = Enumerable.Range(0, count).Select(_ => clinic.NewTeam().Physiatrist.Organization).ToArray();
        var repeated = OnlyReceipt(organizations[0]);
        await queue.Commit(repeated);

        await using var source = NpgsqlDataSource.Create(clinic.ConnectionString);
        await using var connection = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        // Each worker waits for a row of its own, so what comes now is waiting together, and for the one of them that goes on.
        var (first, second) = (OnlyReceipt(organizations[0]), OnlyReceipt(organizations[0]));
        await using var firstsRow = await Hold(source, first, like: repeated);
        await using var secondsRow = await Hold(source, second, like: repeated);
        var firstCommit = queue.Commit(first);
        await Until.Is(() => WaitingFor(firstsRow, connection), waiting => waiting == 1, "Waiting");
        var secondCommit = queue.Commit(second);
        await Until.Is(() => WaitingFor(secondsRow, connection), waiting => waiting == 1, "Waiting");
        List<Commitment> group = [.. Enumerable.Range(0, 12).Select(i => OnlyReceipt(organizations[i % count]))];
        group.Insert(6, repeated);
        var commits = group.Select(queue.Commit).ToList();
        await firstsRow.DisposeAsync();
        await firstCommit;

        await Assert.ThrowsAsync<RequestIdTakenException>(() => commits[6]);
        commits.RemoveAt(6);
        await Task.WhenAll(commits);
        group.RemoveAt(6);
        await using var stored = new NpgsqlCommand("select tenant_id, id, xmin::text from careteam.mt_doc_receipt where id = any($1)", connection) { Parameters = { new() { Value = group.Select(c => c.Receipt.Id).ToArray() } } };
        await using var row = await stored.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var (receipts, transactions) = (new HashSet<(string, string)>(), new HashSet<string>());
        while (await row.ReadAsync(TestContext.Current.CancellationToken))
        {
            receipts.Add((row.GetString(0), row.GetString(1)));
            transactions.Add(row.GetString(2));
        }
        Assert.Equal(group.Select(c => (c.Organization, c.Receipt.Id)).ToHashSet(), receipts);
        Assert.Single(transactions);
        Assert.False(secondCommit.IsCompleted);
        await secondsRow.DisposeAsync();
        await secondCommit;
    }

    /// <summary>Marten's session knows a stream by its id alone: in one session the second would be written into the first one's plan.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(0)]
    public async Task Plans_of_one_id_in_two_organizations_never_meet(int ahead)
    {
        TestTeam[] teams = [clinic.NewTeam(), clinic.NewTeam()];
        var create = New.Plan();
        create.PlanId = New.Id();
        foreach (var team in teams)
        {
            create.RequestId = New.Id();
            await team.As(team.Physiatrist).Plans.CreatePlanAsync(create);
        }
        for (var i = 0; i < ahead; i++) await teams[1].As(teams[1].Physiatrist).Notes.SubmitNoteAsync(New.NoteFor(create.PlanId));
        for (var round = 0; round < 10; round++)
        {
            var sent = teams.SelectMany(team => Enumerable.Range(0, 4).Select(i =>
                team.As(team.Physiatrist).Notes.SubmitNoteAsync(New.NoteFor(create.PlanId, team.Physiatrist.Organization)).ResponseAsync));
            await Task.WhenAll(sent);
        }
        await using var fresh = clinic.NewNode();
        foreach (var (team, i) in teams.Select((team, i) => (team, i)))
        {
            var events = (await fresh.As(team.Physiatrist).History.ListPlanEventsAsync(new() { PlanId = create.PlanId, PageSize = 500 })).Events;
            Assert.Equal(Enumerable.Range(1, 41 + (i * ahead)), events.Select(e => e.Version));
            Assert.All(events.TakeLast(40), e => Assert.Equal(team.Physiatrist.Organization, e.NoteSubmitted.Body.Soap.Objective));
            Assert.Equal(CarePlanFold.Fold(CarePlanFold.Empty(create.PlanId), events), (await team.As(team.Physiatrist).Plans.GetPlanAsync(new() { PlanId = create.PlanId })).Plan);
        }
    }

    [Fact]
    public async Task In_one_commit_they_are_refused()
    {
        var (one, other) = (clinic.NewTeam().Physiatrist, clinic.NewTeam().Physiatrist);
        var planId = New.Id();
        Commitment Of(Someone who)
        {
            var created = new PlanEvent { PlanCreated = new() { Title = who.Organization, Patient = New.Plan().Patient, Lead = who.Person } };
            created.Stamp(planId, 1, who.Person, Timestamp.FromDateTime(DateTime.UtcNow));
            var before = CarePlanFold.Empty(planId);
            return new(who.Organization, [new(new(who.Organization, planId), before, CarePlanFold.Fold(before, [created]), [created])], OnlyReceipt(who.Organization).Receipt);
        }
        var committer = clinic.Server.Services.GetRequiredService<PlanCommitter>();
        await Assert.ThrowsAsync<InvalidOperationException>(() => committer.Commit([Of(one), Of(other)]));
        var queue = clinic.Server.Services.GetRequiredService<CommitQueue>();
        await Task.WhenAll(queue.Commit(Of(one)), queue.Commit(Of(other)));
        foreach (var who in new[] { one, other })
            Assert.Equal(who.Organization, (await clinic.Server.As(who).Plans.GetPlanAsync(new() { PlanId = planId })).Plan.Title);
    }

    /// <summary>Marten keeps their numbers under a stream of its own, which is no plan of anybody's.</summary>
    [Fact]
    public async Task The_numbers_of_events_that_could_not_be_committed_are_no_plan()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        var services = clinic.Server.Services;
        var (history, entry) = (services.GetRequiredService<PlanHistory>(), services.GetRequiredService<PlanCache>().EntryOf(new(team.Physiatrist.Organization, plan)));
        var taken = OnlyReceipt(team.Physiatrist.Organization);
        await services.GetRequiredService<CommitQueue>().Commit(taken);
        var before = entry.Plan!;
        var held = new PlanEvent { PlanHeld = new() { Reason = "Travel." } };
        held.Stamp(plan, before.Version + 1, team.Physiatrist.Person, before.UpdatedAt);
        var change = new PlanChange(new(team.Physiatrist.Organization, plan), before, CarePlanFold.Fold(before, [held]), [held]);
        await Assert.ThrowsAsync<RequestIdTakenException>(() => services.GetRequiredService<PlanCommitter>().Commit(new Commitment(taken.Organization, [change], taken.Receipt)));

        await using var source = NpgsqlDataSource.Create(clinic.ConnectionString);
        await using var tombstones = source.CreateCommand("select count(*) from careteam.mt_events where stream_id = 'mt_tombstone'");
        Assert.True((long)(await tombstones.ExecuteScalarAsync(TestContext.Current.CancellationToken))! > 0);
        foreach (var organization in new[] { taken.Organization, "*DEFAULT*" })
        {
            Assert.DoesNotContain("mt_tombstone", (await history.VersionsSince(organization, 0, default)).Select(v => v.PlanId));
            Assert.DoesNotContain("mt_tombstone", (await history.Versions(organization, default)).Select(v => v.PlanId));
        }
        Assert.Equal(plan, Assert.Single(await history.VersionsSince(taken.Organization, 0, default)).PlanId);
    }

    [Fact]
    public async Task One_request_id_may_be_used_in_several_organizations_at_once()
    {
        var teams = Enumerable.Range(0, 8).Select(_ => clinic.NewTeam()).ToList();
        var notes = await Task.WhenAll(teams.Select(async t => New.NoteFor(await t.ActivePlan())));
        foreach (var note in notes) note.RequestId = notes[0].RequestId;
        async Task<SubmitNoteResponse[]> SendAll() => await Task.WhenAll(teams.Zip(notes, (team, note) => team.As(team.Therapist).Notes.SubmitNoteAsync(note).ResponseAsync));
        var answers = await SendAll();
        Assert.Equal(answers, await SendAll());
        foreach (var (team, note) in teams.Zip(notes))
            Assert.Equal(answers[teams.IndexOf(team)].NoteId, (await team.As(team.Therapist).Notes.ListNotesAsync(new() { PlanId = note.PlanId })).Notes.Single().Summary.NoteId);
    }

    [Fact]
    public async Task A_plan_whose_own_commit_succeeded_is_not_doubted_for_what_its_group_met()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        var cache = clinic.Server.Services.GetRequiredService<PlanCache>();
        var key = new PlanKey(team.Physiatrist.Organization, plan);
        cache.Doubt(key);
        var entry = cache.EntryOf(key);
        var (committer, before) = (clinic.Server.Services.GetRequiredService<PlanCommitter>(), entry.Plan!);
        var held = new PlanEvent { PlanHeld = new() { Reason = "Travel." } };
        held.Stamp(plan, before.Version + 1, team.Physiatrist.Person, before.UpdatedAt);
        await committer.Commit(new Commitment(key.Organization, [new(key, before, CarePlanFold.Fold(before, [held]), [held])], OnlyReceipt(key.Organization).Receipt));
        Assert.False(entry.IsDoubtful);
        Assert.Equal(PlanStatus.OnHold, entry.Plan!.Status);
    }

    private static Commitment OnlyReceipt(string organization) => new(organization, [], new Receipt(New.Id(), "hash", [1]));

    /// <summary>Inserts its receipt, a copy of another, and does not commit: whoever inserts it too waits until this connection is closed.</summary>
    private static async Task<NpgsqlConnection> Hold(NpgsqlDataSource source, Commitment commitment, Commitment like)
    {
        var connection = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var insert = new NpgsqlCommand(
            "insert into careteam.mt_doc_receipt select (json_populate_record(r, json_build_object('id', $1))).* from careteam.mt_doc_receipt r where id = $2", connection)
        {
            Parameters = { new() { Value = commitment.Receipt.Id }, new() { Value = like.Receipt.Id } },
        };
        Assert.Equal(1, await insert.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        return connection;
    }

    private static async Task<long> WaitingFor(NpgsqlConnection holder, NpgsqlConnection connection)
    {
        await using var waiting = new NpgsqlCommand("select count(*) from pg_locks where locktype = 'transactionid' and not granted and $1 = any(pg_blocking_pids(pid))", connection)
        {
            Parameters = { new() { Value = holder.ProcessID } },
        };
        return (long)(await waiting.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private static async Task<IReadOnlyList<CarePlan>> All(TestTeam team, IEnumerable<string> plans)
    {
        var read = new List<CarePlan>();
        foreach (var plan in plans) read.Add((await team.As(team.Physiatrist).Plans.GetPlanAsync(new() { PlanId = plan })).Plan);
        return read;
    }
}
