using CareTeam.V1;
using Marten;

namespace CareTeam.Server.Storage;

/// <summary>
/// Rows for a list over many plans, written in the transaction of the events: one small row a change. Found by itself; its documents and their
/// indexes are declared here too.
/// </summary>
public interface IPlanRows
{
    void Declare(StoreOptions options);

    /// <summary>Writes what these events change, from the plan as it is before and after them.</summary>
    void Write(IDocumentOperations rows, CarePlan before, CarePlan after, IReadOnlyList<PlanEvent> events);
}
