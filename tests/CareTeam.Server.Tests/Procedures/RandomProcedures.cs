using Google.Protobuf;

namespace CareTeam.Server.Tests.Procedures;

/// <summary>
/// Procedures and blocks for the random sequences; their targets are days, so that some of them are within each other's limits. What is planned lies far ahead, or the clocks
/// would raise what is overdue while the sequence is judged.
/// </summary>
public sealed class RandomProcedures : IRandomCommands
{
    public int Kinds => 5;

    public IMessage Request(string planId, IReadOnlyList<string> ids, int kind, int target)
    {
        var (id, day) = (ids[target], $"2025-0{target + 1}-10");
        return kind switch
        {
            0 => NewProcedure.TriggerPoint(planId, $"2099-0{target + 1}-10", id),
            1 => NewProcedure.Record(planId, id, day),
            // Of one that is recorded already, perhaps.
            4 => new RecordProcedureRequest(NewProcedure.Record(planId, id, $"2025-0{target + 1}-20")) { CorrectionReason = "r" },
            2 => target % 2 == 0
                ? new CancelProcedureRequest { PlanId = planId, RequestId = New.Id(), ProcedureId = id, Reason = "r" }
                : new RescheduleProcedureRequest { PlanId = planId, RequestId = New.Id(), ProcedureId = id, PlannedDate = $"2099-0{target + 2}-20" },
            _ => target % 2 == 0 ? NewProcedure.FollowUp(planId, id, "2026-01-10") : NewProcedure.Block(planId, day, id),
        };
    }
}
