namespace CareTeam.Server.Diagnostics;

/// <summary>Each rpc's line stands with its use case.</summary>
public sealed partial class DiagnosticsGrpc(RpcPipeline pipeline) : DiagnosticsService.DiagnosticsServiceBase;
