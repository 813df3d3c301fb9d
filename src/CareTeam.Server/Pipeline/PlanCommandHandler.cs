using CareTeam.Server.Access;
using CareTeam.Server.Errors;
using CareTeam.Server.Storage;
using CareTeam.V1;
using MediatR;

namespace CareTeam.Server.Pipeline;

/// <summary>The last step of a command on one plan: take its turn, decide on the state, commit events, rows and receipt together, answer.</summary>
public sealed class PlanCommandHandler<TRequest, TResponse>(
    PlanCommand<TRequest, TResponse> useCase, PlanStore plans, PlanHistory history, ScopeOfPractice scope, TimeProvider clock)
    : IRequestHandler<Call<TResponse>, TResponse>
    where TRequest : class, IPlanCommand<TResponse>
    where TResponse : class, IPlanReply, new()
{
    public async Task<TResponse> Handle(Call<TResponse> call, CancellationToken cancellationToken)
    {
        var request = (TRequest)call.Request;
        var key = new PlanKey(call.Caller.Organization, PlanId(request));
        // By the version and not by the time: clocks of nodes differ.
        if (useCase is IMustSee<TRequest> && request.ExpectedVersion == 0) call.VersionOnArrival ??= await history.Version(key, cancellationToken);
        using var turn = await plans.TakeTurn(key, cancellationToken);

        var events = await DecideOnCurrentState(turn, request, call, cancellationToken);
        var after = CarePlanFold.Fold(turn.Plan, events);
        PlanBounds.Check(turn.Plan, after, events, turn.AtMostBytes);
        var answer = useCase.Reply(after, events, request);
        answer.PlanId = key.PlanId;
        answer.Version = after.Version;
        await turn.Commit(new PlanChange(key, turn.Plan, after, events), Receipt.For(call.Caller, request, answer));
        return answer;
    }

    /// <summary>The cached state may lag behind another node. Events decided on it are checked by the append; a no, or "already so", is not, so that is decided again on fresh state.</summary>
    private async Task<IReadOnlyList<PlanEvent>> DecideOnCurrentState(PlanTurn turn, TRequest request, Call<TResponse> call, CancellationToken cancel)
    {
        if (!turn.IsFresh)
        {
            try
            {
                var events = await Decide(turn, request, call, cancel);
                if (events.Count > 0) return events;
            }
            catch (CareTeamException)
            {
                // Not answered from here: what follows decides on the state that the store has now.
            }
            await turn.Refresh(cancel);
        }
        return await Decide(turn, request, call, cancel);
    }

    private async Task<IReadOnlyList<PlanEvent>> Decide(PlanTurn turn, TRequest request, Call<TResponse> call, CancellationToken cancel)
    {
        var (plan, caller) = (turn.Plan, call.Caller);
        if (plan.Version == 0 && !useCase.Creates) throw Fault.NotFound("plan", plan.PlanId);
        if (plan.Version > 0) useCase.Who.CheckPlan(plan, caller, scope);
        await CheckVersion(plan, request, call, cancel);

        var now = Clock.Now(clock, plan.UpdatedAt);
        var events = useCase.Decide(plan, request, caller, now).ToList();
        MustAddNewTasks(plan, events);
        for (var i = 0; i < events.Count; i++) events[i].Stamp(plan.PlanId, plan.Version + 1 + i, caller.Person, now);
        return events;
    }

    private async Task CheckVersion(CarePlan plan, TRequest request, Call<TResponse> call, CancellationToken cancel)
    {
        var key = new PlanKey(call.Caller.Organization, plan.PlanId);
        if (request.ExpectedVersion > plan.Version)
            throw Fault.Invalid("expected_version", $"is {request.ExpectedVersion}; the plan is at version {plan.Version}");
        if (request.ExpectedVersion > 0 && request.ExpectedVersion < plan.Version)
            throw Fault.Conflict(await history.Since(key, request.ExpectedVersion, plan.Version, cancel));
        if (request.ExpectedVersion > 0 || useCase is not IMustSee<TRequest> cautious || call.VersionOnArrival is not { } seen || plan.Version <= seen) return;

        var meanwhile = await history.After(key, seen, plan.Version - seen, cancel);
        if (meanwhile.Any(e => cautious.MustSee(request, e)))
            throw Fault.Conflict(await history.Since(key, meanwhile[0].Version - 1, plan.Version, cancel));
    }

    /// <summary>Many use cases add a task whose id the server chooses; somebody who knows how may have taken that id for another task.</summary>
    private static void MustAddNewTasks(CarePlan plan, List<PlanEvent> events)
    {
        foreach (var e in events)
            if (e.TaskAdded is { Task: var added }) PlanRules.MustBeNew("task", added.TaskId, plan.Tasks.Any(t => t.TaskId == added.TaskId));
    }

    private string PlanId(TRequest request) => request.PlanId.Length == 0 && useCase.Creates ? ChosenId.Of(request, "plan") : request.PlanId;
}
