namespace CareTeam.Server.Tasks;

/// <summary>Each rpc's line stands with its use case.</summary>
public sealed partial class TaskGrpc(RpcPipeline pipeline) : TaskService.TaskServiceBase;
