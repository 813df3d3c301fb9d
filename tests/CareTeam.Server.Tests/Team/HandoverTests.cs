namespace CareTeam.Server.Tests.Team;

public sealed class HandoverTests(Clinic clinic) : IClassFixture<Clinic>
{
    private static async Task<string> Proposed(TestTeam team)
    {
        var plan = await team.ActivePlan();
        await team.Joins(plan, team.OtherPhysician);
        await team.As(team.Physiatrist).Team.ProposeHandoverAsync(new() { PlanId = plan, RequestId = New.Id(), PersonId = team.OtherPhysician.PersonId, Reason = "Parental leave." });
        return plan;
    }

    [Fact]
    public async Task An_accepted_plan_is_in_the_new_leads_list_and_the_old_lead_still_reads_it()
    {
        var team = clinic.NewTeam();
        var plan = await Proposed(team);
        await team.As(team.OtherPhysician).Team.AcceptHandoverAsync(new() { PlanId = plan, RequestId = New.Id() });
        Assert.Equal(plan, (await team.As(team.OtherPhysician).Plans.ListPlansAsync(new() { LeadId = team.OtherPhysician.PersonId })).Plans.Single().PlanId);
        Assert.Equal(team.OtherPhysician.Person, (await team.As(team.Physiatrist).Plans.GetPlanAsync(new() { PlanId = plan })).Plan.Lead);
        await Expect.Status(StatusCode.PermissionDenied, team.As(team.Physiatrist).Plans.HoldPlanAsync(new() { PlanId = plan, RequestId = New.Id(), Reason = "r" }));
    }

    /// <summary>Both leads act all the time, each on a node of their own, while the new one accepts: whatever got through was the lead's at that version.</summary>
    [Fact]
    public async Task While_a_hand_over_is_accepted_never_both_act_as_lead()
    {
        await using var second = clinic.NewNode();
        for (var round = 0; round < 5; round++)
        {
            var team = clinic.NewTeam();
            var plan = await Proposed(team);
            var (old, next) = (team.As(team.Physiatrist), second.As(team.OtherPhysician));
            using var accepted = new CancellationTokenSource();
            var acting = new[] { Act(old, plan, accepted.Token), Act(next, plan, accepted.Token) };
            await UntilAnswered(next, new AcceptHandoverRequest { PlanId = plan, RequestId = New.Id() });
            await accepted.CancelAsync();
            await Task.WhenAll(acting);

            var events = await Events(old, plan);
            var takenOver = events.Single(e => e.HandoverAccepted is not null).Version;
            var acts = events.Where(e => e.PlanHeld is not null || e.PlanResumed is not null);
            Assert.All(acts, e => Assert.Equal(e.Version < takenOver ? team.Physiatrist.PersonId : team.OtherPhysician.PersonId, e.Actor.PersonId));
            // At the end, one after the other: the new lead may, the old one may not.
            Assert.Equal(4, await Act(next, plan, accepted.Token));
            Assert.Equal(0, await Act(old, plan, accepted.Token));
        }
    }

    private static async Task<List<PlanEvent>> Events(Clients clients, string plan)
    {
        var events = new List<PlanEvent>();
        var request = new ListPlanEventsRequest { PlanId = plan, PageSize = 1_000 };
        do
        {
            var page = await clients.History.ListPlanEventsAsync(request);
            events.AddRange(page.Events);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return events;
    }

    /// <summary>Two nodes that write to one plan without a pause may find it too busy; then the same request is sent again, as any client does.</summary>
    private static async Task UntilAnswered(Clients clients, Google.Protobuf.IMessage request)
    {
        for (var answered = false; !answered;)
        {
            try
            {
                await clients.Invoker.Ask(request);
                answered = true;
            }
            catch (RpcException e) when (e.StatusCode == StatusCode.Unavailable)
            {
                // Not answered.
            }
        }
    }

    /// <summary>Holds and resumes the plan in turn, twice more after being told to stop, and tells how often it got through.</summary>
    private static async Task<int> Act(Clients lead, string plan, CancellationToken stop)
    {
        var through = 0;
        for (var left = 2; left > 0; left -= stop.IsCancellationRequested ? 1 : 0)
        {
            foreach (var command in new Google.Protobuf.IMessage[] { new HoldPlanRequest { PlanId = plan, RequestId = New.Id(), Reason = "r" }, new ResumePlanRequest { PlanId = plan, RequestId = New.Id() } })
            {
                try
                {
                    await UntilAnswered(lead, command);
                    through++;
                }
                catch (RpcException e) when (e.StatusCode == StatusCode.PermissionDenied)
                {
                    // Not the lead, at that version.
                }
            }
        }
        return through;
    }

    [Fact]
    public async Task Of_an_acceptance_and_a_withdrawal_at_once_on_two_nodes_one_gets_through()
    {
        await using var second = clinic.NewNode();
        for (var round = 0; round < 5; round++)
        {
            var team = clinic.NewTeam();
            var plan = await Proposed(team);
            var calls = new Task[]
            {
                second.As(team.OtherPhysician).Team.AcceptHandoverAsync(new() { PlanId = plan, RequestId = New.Id() }).ResponseAsync,
                team.As(team.Physiatrist).Team.DeclineHandoverAsync(new() { PlanId = plan, RequestId = New.Id(), Reason = "I stay." }).ResponseAsync,
            };
            await Task.WhenAll(calls.Select(c => c.ContinueWith(_ => { }, TaskScheduler.Default)));

            Assert.Equal(1, calls.Count(c => c.IsCompletedSuccessfully));
            var error = await Expect.Status(StatusCode.FailedPrecondition, () => calls.Single(c => c.IsFaulted));
            Assert.Equal("handover.pending", error.Rule());
            var now = (await team.As(team.Administrator).Plans.GetPlanAsync(new() { PlanId = plan })).Plan;
            Assert.Equal((calls[0].IsCompletedSuccessfully ? team.OtherPhysician : team.Physiatrist).PersonId, now.Lead.PersonId);
            Assert.Null(now.PendingHandover);
        }
    }

    [Fact]
    public async Task Of_two_supervisors_named_at_once_one_wins_and_the_other_learns_of_it()
    {
        await using var second = clinic.NewNode();
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        await team.Joins(plan, team.Assistant);
        var version = (await team.As(team.Physiatrist).Plans.GetPlanAsync(new() { PlanId = plan })).Plan.Version;
        AssignSupervisorRequest Under(Someone supervisor) => new() { PlanId = plan, RequestId = New.Id(), ExpectedVersion = version, PersonId = team.Assistant.PersonId, SupervisorPersonId = supervisor.PersonId };
        var calls = new[]
        {
            team.As(team.Physiatrist).Team.AssignSupervisorAsync(Under(team.Therapist)).ResponseAsync, second.As(team.Physiatrist).Team.AssignSupervisorAsync(Under(team.OtherTherapist)).ResponseAsync,
        };
        await Task.WhenAll(calls.Select(c => c.ContinueWith(_ => { }, TaskScheduler.Default)));

        Assert.Equal(1, calls.Count(c => c.IsCompletedSuccessfully));
        var conflict = (await Expect.Status(StatusCode.Aborted, () => calls.Single(c => c.IsFaulted))).Detail<PlanConflict>();
        Assert.Equal(team.Assistant.PersonId, conflict.Events.Single().SupervisorAssigned.PersonId);
    }
}
