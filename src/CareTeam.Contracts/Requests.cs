using Google.Protobuf;

namespace CareTeam.V1;

/// <summary>The request of a unary rpc, paired with its response. The pairing of each rpc is generated from its service (CareTeam.Contracts.Pairing).</summary>
public interface IRpc<TResponse> : IMessage;

/// <summary>A request that changes something: a repeat with the same request_id gets the remembered answer.</summary>
public interface ICommand<TResponse> : IRpc<TResponse>
{
    string RequestId { get; }
}

/// <summary>A command on one plan.</summary>
public interface IPlanCommand<TResponse> : ICommand<TResponse>
{
    string PlanId { get; }

    /// <summary>The version that the caller knows; 0: not checked.</summary>
    int ExpectedVersion { get; }
}

/// <summary>What every command on one plan answers.</summary>
public interface IPlanReply : IMessage
{
    string PlanId { get; set; }

    /// <summary>The plan's version after the command.</summary>
    int Version { get; set; }
}
