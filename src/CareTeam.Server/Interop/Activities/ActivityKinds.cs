using R4 = Hl7.Fhir.Model;

namespace CareTeam.Server.Interop;

/// <summary>The kind of a task, by the SNOMED CT code of its activity as far as it is sure; everything else is "other".</summary>
public static class ActivityKinds
{
    private static readonly Dictionary<string, TaskKind> ByCode = new()
    {
        ["229065009"] = TaskKind.Exercise, // Exercise therapy
        ["229070002"] = TaskKind.Exercise, // Stretching exercises
        ["183301007"] = TaskKind.Exercise, // Physical exercises
        ["371605008"] = TaskKind.Exercise, // Deep breathing and coughing exercises
        ["91251008"] = TaskKind.Treatment, // Physical therapy procedure
        ["266694003"] = TaskKind.Treatment, // Heat therapy
        ["229580007"] = TaskKind.Treatment, // Ice therapy
        ["229586001"] = TaskKind.Treatment, // Rest, ice, compression and elevation
        ["183063000"] = TaskKind.Education, // Low salt diet education
        ["58332002"] = TaskKind.Education, // Allergy education
        ["135892000"] = TaskKind.Education, // Antenatal education
        ["243072006"] = TaskKind.Education, // Cancer education
        ["713076009"] = TaskKind.Evaluation, // Antenatal risk assessment
        ["312404004"] = TaskKind.Study, // Antenatal blood tests
    };

    public static TaskKind Of(Activity work)
    {
        foreach (var coding in work.Words.OfType<R4.CodeableConcept>().SelectMany(w => w.Coding))
            if (coding is { System: "http://snomed.info/sct", Code: { } code } && ByCode.TryGetValue(code, out var kind)) return kind;
        return TaskKind.Other;
    }
}
