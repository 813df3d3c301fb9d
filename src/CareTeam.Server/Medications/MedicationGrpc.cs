namespace CareTeam.Server.Medications;

/// <summary>Each rpc's line stands with its use case.</summary>
public sealed partial class MedicationGrpc(RpcPipeline pipeline) : MedicationService.MedicationServiceBase;
