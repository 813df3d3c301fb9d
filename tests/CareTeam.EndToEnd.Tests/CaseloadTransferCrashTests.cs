using CareTeam.EmbeddedPostgres;
using Npgsql;

namespace CareTeam.EndToEnd.Tests;

/// <summary>kill -9 in the middle of a caseload transfer: sent again it ends as one that nobody disturbed, and nothing is half-moved at any time.</summary>
public sealed class CaseloadTransferCrashTests
{
    private const int Plans = 500;
    private static readonly ParallelOptions AtOnce = new() { MaxDegreeOfParallelism = 16 };
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly Person Successor = new() { PersonId = "dr-next", Name = "Dr. Next", Role = Role.Physiatrist };
    private static readonly Person Therapist = new() { PersonId = "pt-next", Name = "Next", Role = Role.PhysicalTherapist };

    private readonly string[] planIds = [.. Enumerable.Range(0, Plans).Select(_ => Guid.NewGuid().ToString()).Order(StringComparer.Ordinal)];
    private readonly TransferCaseloadRequest request = new() { RequestId = Guid.NewGuid().ToString(), FromPersonId = "dr-old", Targets = { Successor, Therapist }, Reason = "Retires." };

    [Fact]
    public async Task A_transfer_that_was_killed_in_the_middle_is_finished_by_sending_it_again_as_if_nothing_had_been()
    {
        await using var postgres = await PostgresCluster.StartAsync(new PostgresClusterOptions { Supervise = false });
        await postgres.CreateDatabaseAsync("careteam");
        await using var server = await ServerProcess.Start(postgres.ConnectionString("careteam") + ";Timeout=30;Command Timeout=120");
        await Open(server, "undisturbed");
        await Open(server, "disturbed");
        var undisturbed = await (await Team(server, "undisturbed")).TransferCaseloadAsync(request);
        var administrator = await server.As("disturbed", "admin", Role.Administrator);
        var plans = new PlanService.PlanServiceClient(administrator);
        var before = await Versions(plans);

        await using var source = NpgsqlDataSource.Create(postgres.ConnectionString("careteam"));
        await using var connection = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        // This plan cannot be moved before the kill, so the transfer is not over by then.
        await using var hold = new NpgsqlCommand("select version from careteam.mt_streams where tenant_id = 'disturbed' and id = $1 for update", connection) { Parameters = { new() { Value = planIds[Plans / 2] } } };
        Assert.NotNull(await hold.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        var killed = new TeamService.TeamServiceClient(administrator).TransferCaseloadAsync(request).ResponseAsync;
        await Until.True(async () => (await plans.GetPlanAsync(new() { PlanId = planIds[20] })).Plan.Lead.PersonId == Successor.PersonId, Patience, () => "Nothing was moved.", pause: TimeSpan.Zero);
        await server.Kill();
        await Assert.ThrowsAsync<RpcException>(() => killed);
        await connection.CloseAsync();
        await server.Start();

        var middle = await Versions(plans);
        var moved = middle.Where((version, i) => version != before[i]).Count();
        Assert.InRange(moved, 1, undisturbed.Plans.Count(p => p.Outcome == TransferOutcome.Moved) - 1);
        Assert.All(Enumerable.Range(0, Plans), i => Assert.Contains(middle[i], new[] { before[i], undisturbed.Plans[i].Version }));

        var team = new TeamService.TeamServiceClient(administrator);
        var finished = await team.TransferCaseloadAsync(request);
        Assert.Equal(undisturbed, finished);
        Assert.Equal(finished.Plans.Select(p => p.Version), await Versions(plans));
        Assert.Equal(finished, await team.TransferCaseloadAsync(request));
    }

    private static async Task<TeamService.TeamServiceClient> Team(ServerProcess server, string organization) => new(await server.As(organization, "admin", Role.Administrator));

    private async Task<IReadOnlyList<int>> Versions(PlanService.PlanServiceClient plans)
    {
        var versions = new int[Plans];
        await Parallel.ForAsync(0, Plans, AtOnce, async (i, cancel) => versions[i] = (await plans.GetPlanAsync(new() { PlanId = planIds[i] }, cancellationToken: cancel)).Plan.Version);
        return versions;
    }

    /// <summary>The same plans in each organization; on every tenth the successor is the patient.</summary>
    private async Task Open(ServerProcess server, string organization)
    {
        var lead = await server.As(organization, "dr-old", Role.Physiatrist);
        var (plans, team, tasks) = (new PlanService.PlanServiceClient(lead), new TeamService.TeamServiceClient(lead), new TaskService.TaskServiceClient(lead));
        await Parallel.ForAsync(0, Plans, AtOnce, async (i, cancel) =>
        {
            await plans.CreatePlanAsync(
                new() { PlanId = planIds[i], RequestId = Guid.NewGuid().ToString(), Title = "Back pain", Patient = new() { Reference = $"Patient/{i}", Name = "Ana Example" } }, cancellationToken: cancel);
            if (i % 10 == 9)
                await team.AddMemberAsync(new() { PlanId = planIds[i], RequestId = Guid.NewGuid().ToString(), Person = new() { PersonId = Successor.PersonId, Name = "As patient", Role = Role.Patient } }, cancellationToken: cancel);
            await tasks.AddTaskAsync(
                new()
                {
                    PlanId = planIds[i],
                    RequestId = Guid.NewGuid().ToString(),
                    TaskId = planIds[Plans - 1 - i],
                    Title = "Evaluate",
                    Kind = TaskKind.Evaluation,
                    Discipline = i % 2 == 0 ? Discipline.PhysicalTherapy : Discipline.PhysicalMedicine,
                    AssigneeId = "dr-old",
                }, cancellationToken: cancel);
        });
    }
}
