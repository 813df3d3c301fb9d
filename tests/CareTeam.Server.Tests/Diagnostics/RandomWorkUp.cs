using Google.Protobuf;

namespace CareTeam.Server.Tests.Diagnostics;

/// <summary>Examinations and studies among the random commands.</summary>
public sealed class RandomWorkUp : IRandomCommands
{
    public int Kinds => 5;

    public IMessage Request(string planId, IReadOnlyList<string> ids, int kind, int target) => kind switch
    {
        0 => new RecordExamRequest
        {
            PlanId = planId,
            RequestId = New.Id(),
            ExamId = target == 0 ? ids[0] : "",
            Body = new() { Strength = { new StrengthFinding { Root = "L5", Side = target % 2 == 0 ? Side.Left : Side.Bilateral, Grade = target } } },
        },
        1 => new OrderStudyRequest
        {
            PlanId = planId,
            RequestId = New.Id(),
            StudyId = ids[target],
            Modality = target % 2 == 0 ? StudyModality.EmgNcs : StudyModality.Mri,
            Region = target % 2 == 0 ? BodyRegion.LowerLimb : BodyRegion.LumbarSpine,
            Side = target % 2 == 0 ? Side.Left : Side.Unspecified,
            Indication = StudyIndication.Other,
            ClinicalQuestion = "q",
            Overrides = { new OverrideRequest { RuleId = "imaging.prior-care", Reason = "r" } },
        },
        2 => target % 2 == 0
            ? Resulted(planId, ids[target], r => r.Conclusions.Add(new ElectrodiagnosticConclusion { Kind = ElectrodiagnosticConclusionKind.Normal }))
            : Resulted(planId, ids[target], r => r.ImagingFindings.Add(new ImagingFinding { Kind = ImagingFindingKind.Normal })),
        3 => new CancelStudyRequest { PlanId = planId, RequestId = New.Id(), StudyId = ids[target], Reason = "r" },
        _ => new ConcludePainGeneratorRequest
        {
            PlanId = planId,
            RequestId = New.Id(),
            PainGeneratorId = ids[target],
            Kind = PainGeneratorKind.FacetJoint,
            Levels = { "L4-L5" },
            Side = Side.Left,
            Confidence = DiagnosticConfidence.Provisional,
            Conclusion = "c",
            ExamIds = { ids[0] },
        },
    };

    private static RecordStudyResultRequest Resulted(string planId, string studyId, Action<RecordStudyResultRequest> with)
    {
        var request = new RecordStudyResultRequest { PlanId = planId, RequestId = New.Id(), StudyId = studyId, PerformedDate = "2026-01-05", Impression = "i", Report = "text" };
        with(request);
        return request;
    }
}
