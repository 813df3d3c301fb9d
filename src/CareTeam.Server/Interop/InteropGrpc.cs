namespace CareTeam.Server.Interop;

/// <summary>Each rpc's line stands with its use case.</summary>
public sealed partial class InteropGrpc(RpcPipeline pipeline) : InteropService.InteropServiceBase;
