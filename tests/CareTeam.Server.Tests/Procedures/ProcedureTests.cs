namespace CareTeam.Server.Tests.Procedures;

public sealed class ProcedureTests(Clinic clinic) : IClassFixture<Clinic>
{
    [Fact]
    public async Task A_procedure_goes_from_its_scheduling_to_its_follow_up_and_survives_a_restart()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        var lead = team.As(team.Physiatrist);
        var schedule = NewProcedure.Epidural(plan, "2025-03-10");
        var scheduled = await lead.Procedures.ScheduleProcedureAsync(schedule);
        await lead.Procedures.RescheduleProcedureAsync(new() { PlanId = plan, RequestId = New.Id(), ProcedureId = scheduled.ProcedureId, PlannedDate = "2025-03-12" });
        await lead.Procedures.RecordProcedureAsync(NewProcedure.Record(plan, scheduled.ProcedureId, "2025-03-12"));
        var followedUp = await team.As(team.Therapist).Procedures.FollowUpProcedureAsync(NewProcedure.FollowUp(plan, scheduled.ProcedureId, "2025-06-20"));
        Assert.Equal(62.5, followedUp.ReliefPercent);

        await using var restarted = clinic.NewNode();
        Assert.Equal(scheduled, await restarted.As(team.Physiatrist).Procedures.ScheduleProcedureAsync(schedule));
        var read = (await restarted.As(team.Therapist).Plans.GetPlanAsync(new() { PlanId = plan })).Plan;
        var procedure = read.Procedures.Single();
        Assert.Equal((ProcedureStatus.Completed, true, "2025-03-12", "2025-06-20"), (procedure.Status, procedure.Therapeutic, procedure.PerformedDate, procedure.FollowUps.Single().SustainedUntilDate));
        var task = (await restarted.As(team.Therapist).Tasks.ListTasksAsync(new() { PlanId = plan })).Tasks.Single().Task;
        Assert.Equal((scheduled.TaskId, TaskStatus.Completed, "2025-03-12"), (task.TaskId, task.Status, task.DueDate));
    }

    [Fact]
    public async Task A_procedure_that_is_recorded_late_occurred_on_its_day()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        var scheduled = await team.As(team.Physiatrist).Procedures.ScheduleProcedureAsync(NewProcedure.Epidural(plan, "2025-03-10"));
        await team.As(team.Physiatrist).Procedures.RecordProcedureAsync(NewProcedure.Record(plan, scheduled.ProcedureId, "2025-03-10"));
        var events = (await team.As(team.Physiatrist).History.ListPlanEventsAsync(new() { PlanId = plan })).Events;
        Assert.Equal(new DateOnly(2025, 3, 10), DateOnly.FromDateTime(events.Single(e => e.ProcedureRecorded is not null).OccurredAt.ToDateTime()));
    }

    /// <summary>Four sessions are allowed in twelve months, and three have been.</summary>
    [Fact]
    public async Task The_fourth_and_the_fifth_session_never_both_get_through_from_two_nodes_at_once()
    {
        var team = clinic.NewTeam();
        await using var secondNode = clinic.NewNode();
        var nodes = new[] { clinic.Server.As(team.Physiatrist), secondNode.As(team.Physiatrist) };
        for (var round = 0; round < 10; round++)
        {
            var plan = await team.ActivePlan();
            foreach (var (day, until) in new[] { ("2025-01-10", "2025-04-10"), ("2025-04-11", "2025-07-11"), ("2025-07-11", "2025-10-11") })
            {
                var session = await nodes[0].Procedures.ScheduleProcedureAsync(NewProcedure.Epidural(plan, day));
                await nodes[0].Procedures.RecordProcedureAsync(NewProcedure.Record(plan, session.ProcedureId, day));
                await nodes[0].Procedures.FollowUpProcedureAsync(NewProcedure.FollowUp(plan, session.ProcedureId, until));
            }
            await nodes[1].Plans.GetPlanAsync(new() { PlanId = plan });

            string[] days = ["2025-11-01", "2025-12-01"];
            var calls = days.Select((day, i) => nodes[(i + round) % 2].Procedures.ScheduleProcedureAsync(NewProcedure.Epidural(plan, day)).ResponseAsync).ToList();
            await Task.WhenAll(calls.Select(c => c.ContinueWith(_ => { }, TaskScheduler.Default)));

            Assert.Equal(1, calls.Count(c => c.IsCompletedSuccessfully));
            var lost = await Expect.Status(StatusCode.FailedPrecondition, () => calls.Single(c => c.IsFaulted));
            Assert.Contains(lost.Detail<Google.Rpc.PreconditionFailure>().Violations, v => v.Type == "epidural.sessions-a-year");
            Assert.Equal(4, (await nodes[1].Plans.GetPlanAsync(new() { PlanId = plan })).Plan.Procedures.Count);
        }
    }

    [Fact]
    public async Task Overrides_pass_over_no_session_that_their_author_could_not_see()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        await using var secondNode = clinic.NewNode();
        var nodes = new[] { clinic.Server.As(team.Physiatrist), secondNode.As(team.Physiatrist) };
        var calls = Enumerable.Range(1, 6).Select(i =>
        {
            var request = NewProcedure.TriggerPoint(plan, $"2099-0{i}-10", New.Id());
            foreach (var rule in new[] { "trigger-point.repeat", "trigger-point.sessions-a-year" }) request.Overrides.Add(new OverrideRequest { RuleId = rule, Reason = "A flare." });
            return nodes[i % 2].Procedures.ScheduleProcedureAsync(request).ResponseAsync;
        }).ToList();
        await Task.WhenAll(calls.Select(c => c.ContinueWith(_ => { }, TaskScheduler.Default)));

        Assert.Contains(calls, c => c.IsCompletedSuccessfully);
        foreach (var lost in calls.Where(c => c.IsFaulted))
            Assert.Contains((await Expect.Status(StatusCode.Aborted, () => lost)).Detail<PlanConflict>().Events, e => e.ProcedureScheduled is not null);
    }

    [Fact]
    public async Task An_ablation_is_refused_after_one_block_and_allowed_after_two_or_with_a_reason()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        var lead = team.As(team.Physiatrist);
        var ablation = NewProcedure.Epidural(plan, "2025-03-10");
        (ablation.Kind, ablation.Indication.SegmentsUnfused) = (ProcedureKind.FacetRadiofrequencyAblation, true);

        var block = await lead.Diagnostics.RecordDiagnosticBlockAsync(NewProcedure.Block(plan, "2025-02-01", New.Id()));
        Assert.Equal((BlockConcordance.Positive, 80, 80.0), (block.Concordance, block.ThresholdPercent, block.ReliefPercent));
        Assert.Equal("ablation.two-blocks", (await Expect.Status(StatusCode.FailedPrecondition, lead.Procedures.ScheduleProcedureAsync(ablation))).Rule());

        var overridden = ablation.Clone();
        overridden.RequestId = New.Id();
        overridden.ProcedureId = New.Id();
        overridden.Overrides.Add(new OverrideRequest { RuleId = "ablation.two-blocks", Reason = "The second block was done elsewhere." });
        var allowed = await lead.Procedures.ScheduleProcedureAsync(overridden);
        Assert.Equal("The second block was done elsewhere.", allowed.Findings.Single().Override.Reason);
        await lead.Procedures.CancelProcedureAsync(new() { PlanId = plan, RequestId = New.Id(), ProcedureId = allowed.ProcedureId, Reason = "Rather not." });

        await lead.Diagnostics.RecordDiagnosticBlockAsync(NewProcedure.Block(plan, "2025-02-15", New.Id()));
        Assert.Empty((await lead.Procedures.ScheduleProcedureAsync(ablation)).Findings);
    }

    [Fact]
    public async Task An_override_of_a_rule_that_does_not_exist_names_its_field()
    {
        var team = clinic.NewTeam();
        var request = NewProcedure.Epidural(await team.ActivePlan(), "2025-03-10");
        request.Overrides.Add(new OverrideRequest { RuleId = "epidural.wishes", Reason = "r" });
        var error = await Expect.Status(StatusCode.InvalidArgument, team.As(team.Physiatrist).Procedures.ScheduleProcedureAsync(request));
        Assert.Equal("overrides[0].rule_id", error.Detail<Google.Rpc.BadRequest>().FieldViolations.Single().Field);
    }
}
