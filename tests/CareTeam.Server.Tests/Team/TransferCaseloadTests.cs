namespace CareTeam.Server.Tests.Team;

/// <summary>A physiatrist with 500 plans leaves. On some of them the successor is the patient, on some there is work that no target can take; these must stay as they are.</summary>
public sealed class TransferCaseloadTests(Clinic clinic) : IClassFixture<Clinic>
{
    private const int Plans = 500;
    private static readonly ParallelOptions AtOnce = new() { MaxDegreeOfParallelism = 16 };

    private sealed record Caseload(TestTeam Team, Someone Leaving, IReadOnlyList<string> PlanIds);

    /// <summary>Plan i is led by who leaves unless i % 5 is 4; has the successor as its patient when i % 10 is 3, and work for a nurse when it is 7.</summary>
    private static bool IsLed(int i) => i % 5 != 4;

    private static bool Fails(int i) => i % 10 is 3 or 7;

    private static string TaskId(string plan, string kind) => Server.Pipeline.ChosenId.Named(plan, kind);

    private async Task<Caseload> Open(int plans = Plans)
    {
        var team = clinic.NewTeam();
        var leaving = new Someone(team.Physiatrist.Organization, Role.Physiatrist, "dr-leaving");
        var ids = Enumerable.Range(0, plans).Select(_ => New.Id()).Order(StringComparer.Ordinal).ToList();
        await Parallel.ForAsync(0, plans, AtOnce, async (i, cancel) =>
        {
            var plan = New.Plan();
            plan.PlanId = ids[i];
            var lead = team.As(IsLed(i) ? leaving : team.Physiatrist);
            await lead.Plans.CreatePlanAsync(plan, cancellationToken: cancel);
            if (!IsLed(i)) await Add(lead, ids[i], leaving.Person);
            if (i % 10 == 3) await Add(lead, ids[i], new Person { PersonId = team.OtherPhysician.PersonId, Name = "As patient", Role = Role.Patient });
            await Ask(lead, ids[i], leaving, "own", Discipline.PhysicalMedicine);
            if (i % 2 == 0) await Ask(lead, ids[i], leaving, "therapy", Discipline.PhysicalTherapy);
            if (i % 10 == 7) await Ask(lead, ids[i], leaving, "nursing", Discipline.Nursing);
        });
        return new(team, leaving, ids);
    }

    private static async Task Add(Clients lead, string plan, Person person) => await lead.Team.AddMemberAsync(new() { PlanId = plan, RequestId = New.Id(), Person = person });

    private static async Task Ask(Clients lead, string plan, Someone of, string kind, Discipline discipline)
    {
        var task = New.TaskFor(plan, of);
        (task.TaskId, task.Discipline) = (TaskId(plan, kind), discipline);
        await lead.Tasks.AddTaskAsync(task);
    }

    private static TransferCaseloadRequest Request(Caseload c) => new()
    {
        RequestId = New.Id(),
        FromPersonId = c.Leaving.PersonId,
        Targets = { c.Team.OtherPhysician.Person, c.Team.Therapist.Person },
        Reason = "Retires.",
    };

    private static async Task<IReadOnlyList<int>> Versions(Caseload c)
    {
        var (plans, versions) = (c.Team.As(c.Team.Administrator).Plans, new int[c.PlanIds.Count]);
        await Parallel.ForAsync(0, versions.Length, AtOnce, async (i, cancel) =>
            versions[i] = (await plans.GetPlanAsync(new() { PlanId = c.PlanIds[i] }, cancellationToken: cancel)).Plan.Version);
        return versions;
    }

    /// <summary>What must be told of plan i, in a dry run or a real one.</summary>
    private static PlanCaseload Expected(Caseload c, int i, int versionBefore, bool dryRun)
    {
        var (plan, other, therapist) = (c.PlanIds[i], c.Team.OtherPhysician.PersonId, c.Team.Therapist.PersonId);
        List<CaseloadItem> items = [];
        if (IsLed(i)) items.Add(new() { Kind = CaseloadItemKind.Lead, ToPersonId = other, Reason = "May lead." });
        items.Add(new() { Kind = CaseloadItemKind.Task, TaskId = TaskId(plan, "own"), ToPersonId = other, Reason = "Of physical-medicine." });
        if (i % 2 == 0) items.Add(new() { Kind = CaseloadItemKind.Task, TaskId = TaskId(plan, "therapy"), ToPersonId = therapist, Reason = "Of physical-therapy." });
        if (i % 10 == 7) items.Add(new() { Kind = CaseloadItemKind.Task, TaskId = TaskId(plan, "nursing"), Reason = "No target is of nursing, or physiatrist." });
        items.Add(new() { Kind = CaseloadItemKind.Membership, ToPersonId = other, Reason = "Of physical-medicine." });
        // One event for each item, and one for each target who joins.
        var events = items.Count + items.Select(item => item.ToPersonId).Distinct().Count();
        var told = new PlanCaseload { PlanId = plan, Version = versionBefore + (dryRun || Fails(i) ? 0 : events), Outcome = dryRun ? TransferOutcome.WouldMove : TransferOutcome.Moved };
        if (Fails(i))
        {
            (told.Outcome, told.Reason) = (TransferOutcome.Failed, i % 10 == 7 ? "No target is of nursing, or physiatrist." : "No target may lead.");
            foreach (var item in items.Where(item => item.ToPersonId.Length > 0)) (item.ToPersonId, item.Reason) = ("", "Another item of the plan could not be moved.");
            if (i % 10 == 3)
            {
                items[0].Reason = "No target may lead.";
                items[1].Reason = "No target is of physical-medicine, or physiatrist.";
                items[^1].Reason = "No target can stand in for a physiatrist.";
            }
        }
        foreach (var item in items) item.Outcome = told.Outcome;
        told.Items.Add(items);
        return told;
    }

    [Fact]
    public async Task Of_500_plans_each_item_is_told_exactly_and_those_that_fail_stay_as_they_were()
    {
        var c = await Open();
        var administrator = c.Team.As(c.Team.Administrator);
        var before = await Versions(c);
        var request = Request(c);

        var rehearsal = request.Clone();
        rehearsal.DryRun = true;
        var dry = await administrator.Team.TransferCaseloadAsync(rehearsal);
        Assert.Equal(c.PlanIds.Select((_, i) => Expected(c, i, before[i], dryRun: true)), dry.Plans);
        Assert.Equal(before, await Versions(c));

        var answer = await administrator.Team.TransferCaseloadAsync(request);
        Assert.Equal(c.PlanIds.Select((_, i) => Expected(c, i, before[i], dryRun: false)), answer.Plans);
        Assert.Equal("", answer.ContinueAfterPlanId);
        Assert.Equal(answer.Plans.Select(p => p.Version), await Versions(c));
        Assert.InRange(answer.CalculateSize(), 1, 1_000_000);

        await using var restarted = clinic.NewNode();
        Assert.Equal(answer, await restarted.As(c.Team.Administrator).Team.TransferCaseloadAsync(request));
        Assert.Equal(answer.Plans.Select(p => p.Version), await Versions(c));
        var left = await administrator.Team.TransferCaseloadAsync(Request(c));
        Assert.Equal(c.PlanIds.Where((_, i) => Fails(i)), left.Plans.Select(p => p.PlanId));
        var open = (await administrator.Tasks.ListTasksAsync(new() { AssigneeId = c.Leaving.PersonId, PageSize = 500, Statuses = { TaskStatus.Requested } })).Tasks;
        Assert.Equal(left.Plans.Select(p => p.PlanId), open.Select(t => t.PlanId).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Two_nodes_at_once_and_plans_that_change_meanwhile_still_move_each_plan_once_and_as_a_whole()
    {
        var c = await Open(100);
        await using var second = clinic.NewNode();
        var request = Request(c);
        using var over = new CancellationTokenSource();
        var changing = Task.WhenAll(Enumerable.Range(0, 2).Select(lane => Change(c, lane, over.Token)));

        var answers = await Task.WhenAll(new[] { clinic.Server, second }.Select(node => node.As(c.Team.Administrator).Team.TransferCaseloadAsync(request).ResponseAsync));
        await over.CancelAsync();
        await changing;

        Assert.Equal(answers[0], answers[1]);
        Assert.Equal(c.PlanIds, answers[0].Plans.Select(p => p.PlanId));
        foreach (var told in answers[0].Plans) await IsWhatHappened(c, told);
    }

    /// <summary>Asks who leaves for more work, plan after plan, while they are there.</summary>
    private static async Task Change(Caseload c, int lane, CancellationToken over)
    {
        for (var i = lane; !over.IsCancellationRequested; i = (i + 2) % c.PlanIds.Count)
        {
            var task = New.TaskFor(c.PlanIds[i], c.Leaving);
            task.Discipline = Discipline.PhysicalMedicine;
            try
            {
                await c.Team.As(IsLed(i) ? c.Leaving : c.Team.Physiatrist).Tasks.AddTaskAsync(task, cancellationToken: CancellationToken.None);
            }
            catch (RpcException e) when (e.StatusCode is StatusCode.PermissionDenied or StatusCode.FailedPrecondition)
            {
                // They have left this plan.
            }
        }
    }

    private static async Task IsWhatHappened(Caseload c, PlanCaseload told)
    {
        var events = (await c.Team.As(c.Team.Administrator).History.ListPlanEventsAsync(new() { PlanId = told.PlanId, PageSize = 1_000 })).Events;
        var transfer = events.Where(e => e.Actor.PersonId == c.Team.Administrator.PersonId).ToList();
        var plan = (await c.Team.As(c.Team.Administrator).Plans.GetPlanAsync(new() { PlanId = told.PlanId })).Plan;
        var theirs = plan.Tasks.Where(t => t.Assignee?.PersonId == c.Leaving.PersonId).Select(t => t.TaskId);
        if (told.Outcome == TransferOutcome.Failed)
        {
            Assert.Empty(transfer);
            Assert.True(plan.Members.Single(m => m.Person.PersonId == c.Leaving.PersonId).Until is null);
            Assert.All(told.Items.Where(i => i.Kind == CaseloadItemKind.Task), item => Assert.Contains(item.TaskId, theirs));
            return;
        }
        Assert.Equal(Enumerable.Range(told.Version - transfer.Count + 1, transfer.Count), transfer.Select(e => e.Version));
        Assert.Equal(told.Items.Where(i => i.Kind == CaseloadItemKind.Task).Select(i => i.TaskId), transfer.Where(e => e.TaskReassigned is not null).Select(e => e.TaskReassigned.TaskId));
        Assert.Single(transfer, e => e.MembershipEnded is not null);
        Assert.Empty(theirs);
    }

    [Fact]
    public async Task The_person_themself_transfers_their_own_the_lead_what_they_lead_and_others_nothing()
    {
        var c = await Open(10);
        var led = c.PlanIds.Where((_, i) => !IsLed(i)).ToList();
        var byLead = await c.Team.As(c.Team.Physiatrist).Team.TransferCaseloadAsync(Request(c));
        Assert.Equal(led, byLead.Plans.Select(p => p.PlanId));
        await Expect.Status(StatusCode.PermissionDenied, c.Team.As(c.Team.Therapist).Team.TransferCaseloadAsync(Request(c)));
        var byThemself = await c.Team.As(c.Leaving).Team.TransferCaseloadAsync(Request(c));
        Assert.Equal(c.PlanIds.Except(led), byThemself.Plans.Select(p => p.PlanId));

        var stranger = Request(c);
        stranger.PlanIds.Add([c.PlanIds[3], New.Id()]);
        var asked = await c.Team.As(new Someone(c.Leaving.Organization, Role.Physiatrist, "dr-stranger")).Team.TransferCaseloadAsync(stranger);
        Assert.All(asked.Plans, p => Assert.Equal((TransferOutcome.Failed, "There is no such plan.", 0), (p.Outcome, p.Reason, p.Version)));
    }

    [Fact]
    public async Task Its_request_id_is_for_one_request_and_a_dry_run_leaves_it_free()
    {
        var c = await Open(2);
        var administrator = c.Team.As(c.Team.Administrator).Team;
        var request = Request(c);
        var rehearsal = request.Clone();
        rehearsal.DryRun = true;
        await administrator.TransferCaseloadAsync(rehearsal);
        await administrator.TransferCaseloadAsync(request);
        var other = request.Clone();
        other.Reason = "Another.";
        var error = await Expect.Status(StatusCode.InvalidArgument, administrator.TransferCaseloadAsync(other));
        Assert.Equal("request_id", error.Detail<Google.Rpc.BadRequest>().FieldViolations.Single().Field);
    }

    [Fact]
    public async Task A_plan_that_can_hold_nobody_more_stays_as_it_is_and_the_others_move()
    {
        var c = await Open(2);
        var lead = c.Team.As(c.Leaving);
        for (var members = 1; members < Server.Plans.PlanBounds.Most["members"]; members++) await Add(lead, c.PlanIds[0], new() { PersonId = $"visitor-{members}", Name = "n", Role = Role.OtherClinician });
        var before = await Versions(c);
        var request = Request(c);
        var rehearsal = request.Clone();
        rehearsal.DryRun = true;
        foreach (var asked in new[] { rehearsal, request })
        {
            var told = (await c.Team.As(c.Team.Administrator).Team.TransferCaseloadAsync(asked)).Plans;
            Assert.Equal([TransferOutcome.Failed, asked.DryRun ? TransferOutcome.WouldMove : TransferOutcome.Moved], told.Select(p => p.Outcome));
            Assert.Contains("500 members", told[0].Reason, StringComparison.Ordinal);
            Assert.Equal(before[0], told[0].Version);
        }
        Assert.Equal(before[0], (await Versions(c))[0]);
    }

    [Theory]
    [InlineData(1_200, 0, 1_000)]
    [InlineData(9, 2_000, 2)]
    public async Task More_plans_or_items_than_fit_into_an_answer_are_told_in_several_calls(int plans, int tasksEach, int first)
    {
        var c = await Open(1);
        await using var source = Npgsql.NpgsqlDataSource.Create(clinic.ConnectionString);
        await using var many = source.CreateCommand(
            """
            with plans as (
                insert into careteam.mt_doc_planrow
                select (jsonb_populate_record(r, jsonb_build_object('id', lpad(n::text, 8, '0') || '-0000-7000-8000-000000000000'))).* from careteam.mt_doc_planrow r, generate_series(1, $2) n
                where r.tenant_id = $1 returning id)
            insert into careteam.mt_doc_taskrow
            select (jsonb_populate_record(t, jsonb_build_object('id', p.id || '/' || n, 'plan_id', p.id, 'data', t.data || jsonb_build_object('planId', p.id)))).*
            from careteam.mt_doc_taskrow t, plans p, generate_series(1, $3) n where t.id = (select min(id) from careteam.mt_doc_taskrow where tenant_id = $1)
            """);
        many.Parameters.AddWithValue(c.Leaving.Organization);
        many.Parameters.AddWithValue(plans - 1);
        many.Parameters.AddWithValue(tasksEach);
        await many.ExecuteNonQueryAsync();

        var told = new List<string>();
        var request = Request(c);
        request.DryRun = true;
        do
        {
            var answer = await c.Team.As(c.Team.Administrator).Team.TransferCaseloadAsync(request);
            if (told.Count == 0) Assert.Equal(first, answer.Plans.Count);
            told.AddRange(answer.Plans.Select(p => p.PlanId));
            request.AfterPlanId = answer.ContinueAfterPlanId;
        }
        while (request.AfterPlanId.Length > 0);
        Assert.Equal(plans, told.Distinct().Count());
        Assert.Equal(told.Order(StringComparer.Ordinal), told);
    }
}
