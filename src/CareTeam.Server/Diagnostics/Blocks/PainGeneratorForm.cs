using CareTeam.Server.Anatomy;
using CareTeam.Server.Procedures;

namespace CareTeam.Server.Diagnostics;

/// <summary>How each kind of pain generator is named, and that a conclusion rests on something.</summary>
public static class PainGeneratorForm
{
    private const int MostEvidence = 20;

    public static void Check(ConcludePainGeneratorRequest request, Violations violations)
    {
        violations.Required("kind", request.Kind);
        violations.Required("side", request.Side);
        violations.Required("confidence", request.Confidence);
        violations.Text("conclusion", request.Conclusion, 2000);
        violations.Text("explanation", request.Explanation, 2000, required: false);
        violations.AtMost("levels", request.Levels, 10);
        violations.AtMost("exam_ids", request.ExamIds, MostEvidence);
        violations.AtMost("study_ids", request.StudyIds, MostEvidence);
        violations.AtMost("diagnostic_block_ids", request.DiagnosticBlockIds, MostEvidence);
        if (request.ExamIds.Count + request.StudyIds.Count + request.DiagnosticBlockIds.Count == 0)
            violations.Add("exam_ids", "is required, or study_ids or diagnostic_block_ids: a conclusion rests on evidence of the plan");
        Place(request, violations);
    }

    private static void Place(ConcludePainGeneratorRequest request, Violations violations)
    {
        var isNamed = request.Kind is PainGeneratorKind.Muscle or PainGeneratorKind.OtherJoint or PainGeneratorKind.PeripheralNerve;
        violations.Text("structure", request.Structure, 100, required: isNamed);
        switch (request.Kind)
        {
            case PainGeneratorKind.FacetJoint or PainGeneratorKind.Disc: InjectionForm.CheckSegments("levels", request.Levels, 1, 6, violations); break;
            case PainGeneratorKind.NerveRoot: InjectionForm.CheckRoots("levels", request.Levels, violations); break;
            case PainGeneratorKind.Unspecified: break;
            default: InjectionForm.CheckSegments("levels", request.Levels, 0, 0, violations); break;
        }
        if (request.Kind != PainGeneratorKind.Disc) violations.Side("side", request.Side, paired: true);
    }
}
