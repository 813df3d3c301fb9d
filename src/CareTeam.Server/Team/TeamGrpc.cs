namespace CareTeam.Server.Team;

/// <summary>Each rpc's line stands with its use case.</summary>
public sealed partial class TeamGrpc(RpcPipeline pipeline) : TeamService.TeamServiceBase;
