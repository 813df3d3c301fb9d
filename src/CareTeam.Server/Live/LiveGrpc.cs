namespace CareTeam.Server.Live;

/// <summary>Each rpc's lines stand with its use case.</summary>
public sealed partial class LiveGrpc(StreamPipeline streams) : LiveService.LiveServiceBase;
