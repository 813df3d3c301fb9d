namespace CareTeam.Server.Outcomes;

/// <summary>Each rpc's line stands with its use case.</summary>
public sealed partial class OutcomeGrpc(RpcPipeline pipeline) : OutcomeService.OutcomeServiceBase;
