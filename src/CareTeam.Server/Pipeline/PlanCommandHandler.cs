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

        var change = await PlanDecision.OnCurrentState(turn, () => Decide(turn, key, request, call, cancellationToken), change => change, cancellationToken);
        var answer = useCase.Reply(change.After, change.Events, request);
        answer.PlanId = key.PlanId;
        answer.Version = change.After.Version;
        await turn.Commit(change, Receipt.For(call.Caller, request, answer));
        return answer;
    }

    private async Task<PlanChange> Decide(PlanTurn turn, PlanKey key, TRequest request, Call<TResponse> call, CancellationToken cancel)
    {
        var (plan, caller) = (turn.Plan, call.Caller);
        if (plan.Version == 0 && !useCase.Creates) throw Fault.NotFound("plan", plan.PlanId);
        if (plan.Version > 0) useCase.Who.CheckPlan(plan, caller, scope);
        await CheckVersion(plan, request, call, cancel);

        var now = Clock.Now(clock, plan.UpdatedAt);
        return PlanDecision.Change(key, plan, turn.AtMostBytes, caller.Person, now, [.. useCase.Decide(plan, request, caller, now)]);
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

    private string PlanId(TRequest request) => request.PlanId.Length == 0 && useCase.Creates ? ChosenId.Of(request, "plan") : request.PlanId;
}
