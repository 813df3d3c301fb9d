namespace CareTeam.Server.Diagnostics;

/// <summary>Questions about a study that several use cases ask.</summary>
public static class Studies
{
    public static DiagnosticStudy Study(this CarePlan plan, string studyId) => plan.Studies.FirstOrDefault(s => s.StudyId == studyId) ?? throw Fault.NotFound("study", studyId);

    public static bool IsImaging(this StudyModality modality) => modality is StudyModality.XRay or StudyModality.Mri or StudyModality.Ct;

    public static bool IsElectrodiagnosis(this StudyModality modality) => modality is StudyModality.Emg or StudyModality.Ncs or StudyModality.EmgNcs;

    /// <summary>ordered -> resulted | cancelled.</summary>
    public static void MustBe(this DiagnosticStudy study, string toDo, params ReadOnlySpan<StudyStatus> allowed) =>
        Lifecycle.MustBe("study.lifecycle", "study", study.StudyId, study.Status, toDo, allowed);
}
