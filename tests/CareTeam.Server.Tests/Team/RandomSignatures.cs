using Google.Protobuf;

namespace CareTeam.Server.Tests.Team;

/// <summary>Who leads and who co-signs, among the random commands.</summary>
public sealed class RandomSignatures : IRandomCommands
{
    public int Kinds => 4;

    public IMessage Request(string planId, IReadOnlyList<string> ids, int kind, int target) => kind switch
    {
        0 => new ProposeHandoverRequest { PlanId = planId, RequestId = New.Id(), PersonId = target % 2 == 0 ? "dr-other" : "dr-lead", Reason = "r" },
        1 => new AcceptHandoverRequest { PlanId = planId, RequestId = New.Id() },
        2 => new DeclineHandoverRequest { PlanId = planId, RequestId = New.Id(), Reason = "r" },
        _ => new CosignNoteRequest { PlanId = planId, RequestId = New.Id(), NoteId = ids[target], Meaning = SignatureMeaning.Review },
    };
}
