namespace CareTeam.Server.History;

/// <summary>Each rpc's line stands with its use case.</summary>
public sealed partial class HistoryGrpc(RpcPipeline pipeline) : HistoryService.HistoryServiceBase;
