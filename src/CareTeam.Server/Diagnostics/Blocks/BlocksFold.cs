using Google.Protobuf;

namespace CareTeam.Server.Diagnostics;

/// <summary>What diagnostic blocks, and conclusions about the pain generator, do to a plan.</summary>
public static class BlocksFold
{
    public static bool Apply(CarePlan plan, PlanEvent e, IMessage change)
    {
        switch (change)
        {
            case DiagnosticBlockRecorded c: plan.DiagnosticBlocks.Add(c.Block); break;
            case PainGeneratorConcluded c: plan.PainGenerators.Add(c.PainGenerator); break;
            default: return false;
        }
        return true;
    }
}
