namespace CareTeam.Server.Procedures;

/// <summary>Each rpc's line stands with its use case.</summary>
public sealed partial class ProcedureGrpc(RpcPipeline pipeline) : ProcedureService.ProcedureServiceBase;
