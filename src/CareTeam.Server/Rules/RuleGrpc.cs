namespace CareTeam.Server.Rules;

/// <summary>Each rpc's line stands with its use case.</summary>
public sealed partial class RuleGrpc(RpcPipeline pipeline) : RuleService.RuleServiceBase;
