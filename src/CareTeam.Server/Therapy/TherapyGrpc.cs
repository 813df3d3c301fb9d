namespace CareTeam.Server.Therapy;

/// <summary>Each rpc's line stands with its use case.</summary>
public sealed partial class TherapyGrpc(RpcPipeline pipeline) : TherapyService.TherapyServiceBase;
