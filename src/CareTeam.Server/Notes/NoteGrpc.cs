namespace CareTeam.Server.Notes;

/// <summary>Each rpc's line stands with its use case.</summary>
public sealed partial class NoteGrpc(RpcPipeline pipeline, StreamEnds ends, ILogger<NoteGrpc> log) : NoteService.NoteServiceBase;
