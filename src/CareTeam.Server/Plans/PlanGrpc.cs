namespace CareTeam.Server.Plans;

/// <summary>Each rpc's line stands with its use case.</summary>
public sealed partial class PlanGrpc(RpcPipeline pipeline) : PlanService.PlanServiceBase;
