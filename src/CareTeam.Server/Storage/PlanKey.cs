namespace CareTeam.Server.Storage;

/// <summary>A plan and the organization (Marten's tenant) that owns it.</summary>
public readonly record struct PlanKey(string Organization, string PlanId);
