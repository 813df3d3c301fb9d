using CareTeam.Server.Access;
using CareTeam.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace CareTeam.Server.Pipeline;

/// <summary>What the behaviors need of a use case, found by its response type.</summary>
public interface IUseCase<TResponse>
{
    Permission Who { get; }

    void Validate(IRpc<TResponse> request, Violations violations);
}

public abstract class UseCase<TRequest, TResponse> : IUseCase<TResponse>
    where TRequest : class, IRpc<TResponse>
    where TResponse : class, IMessage
{
    public abstract Permission Who { get; }

    /// <summary>What every message must keep is checked already (WellFormed); here is what this request demands beyond.</summary>
    protected virtual void Validate(TRequest request, Violations violations)
    {
    }

    void IUseCase<TResponse>.Validate(IRpc<TResponse> request, Violations violations) => CheckForm((TRequest)request, violations);

    private protected virtual void CheckForm(TRequest request, Violations violations) => Validate(request, violations);
}

/// <summary>A use case that is not one command on one plan: a query, or a command on many plans.</summary>
public abstract class RpcUseCase<TRequest, TResponse> : UseCase<TRequest, TResponse>
    where TRequest : class, IRpc<TResponse>
    where TResponse : class, IMessage
{
    public abstract Task<TResponse> Answer(TRequest request, Caller caller, CancellationToken cancel);
}

/// <summary>A command on one plan: a pure decision. The handler loads, stamps, commits and answers.</summary>
public abstract class PlanCommand<TRequest, TResponse> : UseCase<TRequest, TResponse>
    where TRequest : class, IPlanCommand<TResponse>
    where TResponse : class, IPlanReply, new()
{
    /// <summary>
    /// The events that follow, each with its change and, where it differs from now, occurred_at; none when it is already so. Throws a
    /// Fault to refuse. No I/O, no clock, no randomness: it may run more than once.
    /// </summary>
    public abstract IEnumerable<PlanEvent> Decide(CarePlan plan, TRequest request, Caller caller, Timestamp now);

    /// <summary>What the answer says beside plan and version, from the plan as it is after the events.</summary>
    public virtual TResponse Reply(CarePlan after, TRequest request) => new();

    /// <summary>The same, where the answer is what the events told and the plan no longer tells.</summary>
    public virtual TResponse Reply(CarePlan after, IReadOnlyList<PlanEvent> events, TRequest request) => Reply(after, request);

    /// <summary>True for the one command that makes the plan; its plan_id may be left to the server.</summary>
    public virtual bool Creates => false;

    private protected override void CheckForm(TRequest request, Violations violations)
    {
        violations.Required("request_id", request.RequestId);
        if (!Creates) violations.Required("plan_id", request.PlanId);
        base.CheckForm(request, violations);
    }
}

/// <summary>
/// A command that must not pass over certain events it has not seen: when one of them was recorded between the command's arrival and
/// its decision, it is answered with a conflict although it named no expected_version.
/// </summary>
public interface IMustSee<in TRequest>
{
    bool MustSee(TRequest request, PlanEvent other);
}
