using Google.Protobuf;

namespace CareTeam.Server.Live.Lists;

/// <summary>Which plans a list has, and what it shows of each. Whoever sees the same shares one, found by its key.</summary>
public interface IPlanList<TResponse> where TResponse : class, IMessage<TResponse>
{
    string Key { get; }

    /// <summary>What the list shows of a plan; null when the plan is not in it. Nothing else goes into it: the same is shown by the same message, on every node.</summary>
    TResponse? Show(ListedPlan plan);

    /// <summary>Adds to what is shown of a plan what comes beside it.</summary>
    void Complete(TResponse shown, int version, string cursor);

    TResponse Removed(string planId);

    TResponse Heartbeat(int plans);

    /// <summary>The whole list as the store has it, what matters most first; the plans' versions belong to what is shown.</summary>
    Task<IReadOnlyList<Listed<TResponse>>> Load(RowSelect rows, CancellationToken cancel);
}

public sealed record Listed<TResponse>(string PlanId, int Version, TResponse Shown);
