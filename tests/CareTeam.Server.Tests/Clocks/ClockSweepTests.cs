using CareTeam.Server.Clocks;
using Microsoft.Extensions.DependencyInjection;

namespace CareTeam.Server.Tests.Clocks;

/// <summary>What falls due is told once, at its day, by whichever node looks, and none of it is forgotten.</summary>
public sealed class ClockSweepTests(Clinic clinic) : IClassFixture<Clinic>
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly SimulatedClock clock = new(Start);

    private ServerNode Node(int seconds = 0) => clinic.NewNode(Services(seconds));

    private Action<IServiceCollection> Services(int seconds = 0) => services =>
    {
        services.AddSingleton<TimeProvider>(clock);
        // The simulated time stands still: nobody would ever have been quiet.
        services.Configure<ClockOptions>(o => (o.Seconds, o.QuietSeconds) = (seconds, 0));
    };

    private static Task Sweep(ServerNode node) => node.Services.GetRequiredService<ClockSweep>().Sweep(default);

    private async Task<(TestTeam Team, string Plan, ServerNode[] Nodes)> TwoNodes()
    {
        ServerNode[] nodes = [Node(), Node()];
        var team = clinic.NewTeam(nodes[0]);
        return (team, await team.ActivePlan(), nodes);
    }

    private static async Task<List<PlanEvent>> Told(TestTeam team, string plan) =>
        [.. (await team.As(team.Administrator).History.ListPlanEventsAsync(new() { PlanId = plan, PageSize = 1000 })).Events.Where(e => e.Actor.Role == Role.System)];

    [Fact]
    public async Task Two_nodes_that_look_all_the_time_tell_each_due_once_at_its_day()
    {
        var (team, plan, nodes) = await TwoNodes();
        for (var i = 0; i < 5; i++)
        {
            var task = New.TaskFor(plan, team.Therapist);
            task.DueDate = $"2026-03-{10 + i}";
            var added = await team.As(team.Physiatrist).Tasks.AddTaskAsync(task);
            await team.As(team.Therapist).Tasks.AcceptTaskAsync(new() { PlanId = plan, RequestId = New.Id(), TaskId = added.TaskId });
        }
        for (var day = 0; day < 20; day++)
        {
            clock.Set(Start.Date.AddDays(day));
            await Task.WhenAll(nodes.SelectMany(n => new[] { Sweep(n), Sweep(n) }));
        }

        var told = await Told(team, plan);
        Assert.Equal(Enumerable.Range(10, 5).Select(d => $"2026-03-{d}"), told.Where(e => e.DueRaised is not null).Select(e => e.DueRaised.Due.DueDate));
        Assert.All(told.Where(e => e.DueRaised is not null), e => Assert.Equal(e.DueRaised.Due.DueDate, e.RecordedAt.ToDateTime().ToString("yyyy-MM-dd", null)));
        Assert.Equal(Enumerable.Range(11, 5).Select(d => $"2026-03-{d}"), told.Where(e => e.DueOverdue is not null).Select(e => e.RecordedAt.ToDateTime().ToString("yyyy-MM-dd", null)));
        Assert.Equal(10, told.Count);
    }

    [Fact]
    public async Task Who_is_still_writing_is_not_told_halfway()
    {
        var (team, plan, nodes) = await TwoNodes();
        var task = New.TaskFor(plan, team.Therapist);
        task.DueDate = "2026-02-20";
        await team.As(team.Physiatrist).Tasks.AddTaskAsync(task);
        var (sweep, quiet) = (nodes[0].Services.GetRequiredService<ClockSweep>(), TimeSpan.FromSeconds(20));
        clock.Set(Start.AddSeconds(19));
        await sweep.Sweep(quiet, default);
        Assert.Empty(await Told(team, plan));
        clock.Set(Start.AddSeconds(20));
        await sweep.Sweep(quiet, default);
        Assert.Equal([PlanEvent.ChangeOneofCase.DueRaised, PlanEvent.ChangeOneofCase.DueOverdue], (await Told(team, plan)).Select(e => e.ChangeCase));
    }

    [Fact]
    public async Task A_plan_that_is_written_on_without_a_pause_is_told_after_five_minutes()
    {
        var (team, plan, nodes) = await TwoNodes();
        var task = New.TaskFor(plan, team.Therapist);
        task.DueDate = "2026-02-20";
        await team.As(team.Physiatrist).Tasks.AddTaskAsync(task);
        for (var second = 0; second <= 300; second += 15)
        {
            clock.Set(Start.AddSeconds(second));
            await team.As(team.Therapist).Notes.SubmitNoteAsync(New.NoteFor(plan));
            Assert.Empty(await Told(team, plan));
            await nodes[0].Services.GetRequiredService<ClockSweep>().Sweep(TimeSpan.FromSeconds(20), default);
        }
        Assert.Equal(2, (await Told(team, plan)).Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Who_was_waited_for_once_is_waited_for_anew_the_next_time(int nodeThatLooksMeanwhile)
    {
        var (team, plan, nodes) = await TwoNodes();
        var sweeps = nodes.Select(n => n.Services.GetRequiredService<ClockSweep>()).ToArray();
        var quiet = TimeSpan.FromSeconds(20);
        var task = New.TaskFor(plan, team.Therapist);
        task.DueDate = "2026-02-20";
        var id = (await team.As(team.Physiatrist).Tasks.AddTaskAsync(task)).TaskId;
        clock.Set(Start.AddSeconds(10));
        await sweeps[0].Sweep(quiet, default);
        // What was to be told is no more: the clocks do not come to this plan.
        await team.As(team.Physiatrist).Tasks.CancelTaskAsync(new() { PlanId = plan, RequestId = New.Id(), TaskId = id, Reason = "Done before." });
        clock.Set(Start.AddSeconds(15));
        await sweeps[nodeThatLooksMeanwhile].Sweep(quiet, default);

        clock.Set(Start.AddMinutes(10));
        task.RequestId = New.Id();
        await team.As(team.Physiatrist).Tasks.AddTaskAsync(task);
        clock.Set(Start.AddMinutes(10).AddSeconds(5));
        await sweeps[0].Sweep(quiet, default);
        Assert.Empty(await Told(team, plan));
        clock.Set(Start.AddMinutes(10).AddSeconds(20));
        await sweeps[0].Sweep(quiet, default);
        Assert.Equal(2, (await Told(team, plan)).Count);
    }

    [Fact]
    public async Task A_plan_whose_writes_always_time_out_does_not_keep_the_others_waiting()
    {
        var team = clinic.NewTeam(Node());
        await using var impatient = new ServerNode(clinic.ConnectionString + ";Command Timeout=3", clinic.DataDirectory, Services());
        string[] plans = [await team.ActivePlan(), await team.ActivePlan()];
        for (var i = 0; i < 2; i++)
        {
            var task = New.TaskFor(plans[i], team.Therapist);
            task.DueDate = $"2026-02-2{i}";
            await team.As(team.Physiatrist).Tasks.AddTaskAsync(task);
        }
        await using (var connection = new Npgsql.NpgsqlConnection(clinic.ConnectionString))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await using var hold = new Npgsql.NpgsqlCommand("select version from careteam.mt_streams where id = $1 for update", connection, transaction) { Parameters = { new() { Value = plans[0] } } };
            Assert.NotNull(await hold.ExecuteScalarAsync(TestContext.Current.CancellationToken));
            await Sweep(impatient);
            Assert.Empty(await Told(team, plans[0]));
            Assert.Equal(2, (await Told(team, plans[1])).Count);
        }
        await Sweep(impatient);
        Assert.Equal(2, (await Told(team, plans[0])).Count);
    }

    [Fact]
    public async Task After_downtime_nothing_is_forgotten()
    {
        var (team, plan, nodes) = await TwoNodes();
        var task = New.TaskFor(plan, team.Therapist);
        task.DueDate = "2026-03-10";
        await team.As(team.Physiatrist).Tasks.AddTaskAsync(task);
        foreach (var node in nodes) await node.DisposeAsync();

        clock.Set(Start.AddDays(100));
        await using var restarted = Node();
        await Sweep(restarted);
        await Sweep(restarted);
        var told = await Told(team.Calling(restarted), plan);
        Assert.Equal(["task.due", "task.unaccepted"], told.Where(e => e.DueRaised is not null).Select(e => e.DueRaised.Due.Kind).Order());
        Assert.Equal(2, told.Count(e => e.DueOverdue is not null));
    }

    [Fact]
    public async Task Of_who_stops_logging_nothing_but_time_passes_and_it_is_told_on_its_day()
    {
        var (team, plan, nodes) = await TwoNodes();
        var lead = team.As(team.Physiatrist);
        var diagnosis = await lead.Plans.AddDiagnosisAsync(new() { PlanId = plan, RequestId = New.Id(), Icd10CmCode = "M54.16", Text = "Radiculopathy, lumbar" });
        var goal = await lead.Plans.AddGoalAsync(new() { PlanId = plan, RequestId = New.Id(), Description = "Lift 50 lb", Measure = "lift", Target = 50, DueDate = "2026-05-01" });
        var order = await lead.Therapy.OrderTherapyAsync(new()
        {
            PlanId = plan,
            RequestId = New.Id(),
            Discipline = Discipline.PhysicalTherapy,
            EstablishedDate = "2026-03-02",
            Prescription = new()
            {
                DiagnosisIds = { diagnosis.DiagnosisId },
                GoalIds = { goal.GoalId },
                TherapyType = "core strengthening",
                SessionsPerWeek = 1,
                Weeks = 12,
                StartDate = "2026-05-04",
                ReevaluationDate = "2026-06-01",
            },
            Exercises = { new ExercisePrescription { Name = "Bird dog", Category = ExerciseCategory.CoreStrength, Dose = new() { Sets = 3, Repetitions = 8, HomeSessionsPerWeek = 1 } } },
        });
        await team.As(team.Therapist).Tasks.AcceptTaskAsync(new() { PlanId = plan, RequestId = New.Id(), TaskId = order.TaskId });
        // The week is fully done, and nobody writes again, nor does anything else fall due.
        await team.As(team.Therapist).Therapy.LogHomeExerciseAsync(new() { PlanId = plan, RequestId = New.Id(), LogDate = "2026-03-02", ExerciseIds = { order.ExerciseIds } });
        for (var day = 0; day < 30; day++)
        {
            clock.Set(Start.Date.AddDays(day));
            await Sweep(nodes[day % 2]);
        }
        var told = (await Told(team, plan)).First();
        Assert.Equal("therapy.home-adherence", told.DueRaised.Due.Kind);
        Assert.Equal(("2026-03-09", "2026-03-23"), (told.DueRaised.Due.Occurrence, told.RecordedAt.ToDateTime().ToString("yyyy-MM-dd", null)));
    }

    [Fact]
    public async Task What_is_done_is_met_at_the_next_look()
    {
        var (team, plan, nodes) = await TwoNodes();
        var task = New.TaskFor(plan, team.Therapist);
        task.DueDate = "2026-03-03";
        var id = (await team.As(team.Physiatrist).Tasks.AddTaskAsync(task)).TaskId;
        clock.Set(Start.AddDays(1));
        await Sweep(nodes[1]);
        await team.As(team.Physiatrist).Tasks.CancelTaskAsync(new() { PlanId = plan, RequestId = New.Id(), TaskId = id, Reason = "Not needed." });
        await Sweep(nodes[0]);
        Assert.Equal([PlanEvent.ChangeOneofCase.DueRaised, PlanEvent.ChangeOneofCase.DueMet], (await Told(team, plan)).Select(e => e.ChangeCase));
        Assert.Empty((await team.As(team.Physiatrist).Plans.GetPlanAsync(new() { PlanId = plan })).Plan.Dues);
    }

    [Fact]
    public async Task The_server_looks_by_itself()
    {
        await using var node = Node(seconds: 1);
        var team = clinic.NewTeam(node);
        var plan = await team.ActivePlan();
        var task = New.TaskFor(plan, team.Therapist);
        task.DueDate = "2026-03-02";
        await team.As(team.Physiatrist).Tasks.AddTaskAsync(task);
        Assert.Equal("task.due", (await team.As(team.Administrator).Events(plan, after: 6, upTo: 7)).Single().DueRaised.Due.Kind);
    }

    [Fact]
    public async Task Nobody_signs_in_as_the_server()
    {
        var nobody = new Someone("org", Role.System, "careteam");
        await Expect.Status(StatusCode.Unauthenticated, clinic.Server.As(nobody).Plans.ListPlansAsync(new()));
    }
}
