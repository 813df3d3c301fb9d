using CareTeam.V1;

namespace CareTeam.Server.Storage;

/// <summary>A decision ready to be committed: the plan as it was and as it will be, and the events that bring it there (none: only the receipt is kept).</summary>
public sealed record PlanChange(PlanKey Key, CarePlan Before, CarePlan After, IReadOnlyList<PlanEvent> Events);

/// <summary>What one request asks to be committed: its changes, of one plan or many, and the receipt that remembers its answer.</summary>
public sealed record Commitment(string Organization, IReadOnlyList<PlanChange> Changes, Receipt Receipt);
