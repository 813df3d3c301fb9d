namespace CareTeam.Server.Diagnostics;

/// <summary>Questions about a plan's blocks that several use cases ask.</summary>
public static class DiagnosticBlocks
{
    public static DiagnosticBlock DiagnosticBlock(this CarePlan plan, string blockId) =>
        plan.DiagnosticBlocks.FirstOrDefault(b => b.DiagnosticBlockId == blockId) ?? throw Fault.NotFound("diagnostic block", blockId);

    /// <summary>Those that no later one corrects; and, while a correction is decided on, without the one that it corrects.</summary>
    public static IEnumerable<DiagnosticBlock> BlocksThatHold(this CarePlan plan, string corrected = "")
    {
        var superseded = plan.DiagnosticBlocks.Select(b => b.SupersedesDiagnosticBlockId).Append(corrected).ToHashSet();
        return plan.DiagnosticBlocks.Where(b => !superseded.Contains(b.DiagnosticBlockId));
    }

    public static DiagnosticBlock MustBeCorrectable(this CarePlan plan, string blockId, Caller caller)
    {
        var block = plan.DiagnosticBlock(blockId);
        if (!caller.Is(block.PerformedBy))
            throw Fault.Refused("diagnostic-block.corrected-by-performer", $"diagnostic-block/{blockId}", "Only who performed a block corrects it; record one of your own instead.");
        if (plan.DiagnosticBlocks.FirstOrDefault(b => b.SupersedesDiagnosticBlockId == blockId) is { } newer)
            throw Fault.Refused("diagnostic-block.corrected-once", $"diagnostic-block/{blockId}", $"The block was corrected before; correct block {newer.DiagnosticBlockId} instead.");
        return block;
    }
}
