using CareTeam.V1;

namespace CareTeam;

/// <summary>A study as it is called on a ward: "MRI, lumbar spine, without contrast".</summary>
public static class StudyWords
{
    public static string Title(this DiagnosticStudy study)
    {
        var region = ExamWords.Spaced(study.Region.ToWords());
        var place = study.Side is Side.Unspecified ? region : $"{study.Side.ToWords()} {region}";
        return study.Contrast == ContrastUse.Unspecified ? $"{study.Modality.Name()}, {place}" : $"{study.Modality.Name()}, {place}, {ExamWords.Spaced(study.Contrast.ToWords())} contrast";
    }

    public static string Name(this StudyModality modality) => modality switch
    {
        StudyModality.XRay => "X-ray",
        StudyModality.EmgNcs => "EMG/NCS",
        _ => modality.ToString().ToUpperInvariant(),
    };
}
