using Google.Protobuf;

namespace CareTeam.Server.Tests.Outcomes;

/// <summary>Measurements among the random commands, some with thoughts of self-harm, some corrected.</summary>
public sealed class RandomOutcomes : IRandomCommands
{
    public int Kinds => 2;

    public IMessage Request(string planId, IReadOnlyList<string> ids, int kind, int target)
    {
        var request = new RecordOutcomeRequest { PlanId = planId, RequestId = New.Id(), OutcomeId = target % 2 == 0 ? ids[target] : "", InstrumentId = kind == 0 ? "odi" : "phq9" };
        // Of whatever is there under that id: a measurement, its correction, or none.
        if (target is 1 or 3) (request.SupersedesOutcomeId, request.CorrectionReason) = (ids[target - 1], "r");
        request.Answers.AddRange(Enumerable.Range(0, kind == 0 ? 10 : 9).Select(item => new ItemAnswer { Value = (item + target) % 4 }));
        return request;
    }
}
