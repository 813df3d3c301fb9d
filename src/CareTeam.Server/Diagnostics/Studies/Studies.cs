using CareTeam.Server.Anatomy;
using CareTeam.Server.Tasks;

namespace CareTeam.Server.Diagnostics;

/// <summary>Questions about a study that several use cases ask.</summary>
public static class Studies
{
    public static DiagnosticStudy Study(this CarePlan plan, string studyId) => plan.Studies.FirstOrDefault(s => s.StudyId == studyId) ?? throw Fault.NotFound("study", studyId);

    public static bool IsImaging(this StudyModality modality) => modality is StudyModality.XRay or StudyModality.Mri or StudyModality.Ct;

    public static bool IsElectrodiagnosis(this StudyModality modality) => modality is StudyModality.Emg or StudyModality.Ncs or StudyModality.EmgNcs;

    public static bool IsOpen(this DiagnosticStudy study) => study.Status == StudyStatus.Ordered;

    /// <summary>How rules name what is done: "x-ray", "mri without", "ct without-and-with".</summary>
    public static string Kind(this DiagnosticStudy study) => study.Contrast == ContrastUse.Unspecified ? study.Modality.ToWords() : $"{study.Modality.ToWords()} {study.Contrast.ToWords()}";

    /// <summary>ordered -> resulted | cancelled.</summary>
    public static void MustBe(this DiagnosticStudy study, string toDo, params ReadOnlySpan<StudyStatus> allowed) =>
        Lifecycle.MustBe("study.lifecycle", "study", study.StudyId, study.Status, toDo, allowed);

    /// <summary>The same part of the body looked at in the same way.</summary>
    public static bool IsTheSameAs(this DiagnosticStudy one, DiagnosticStudy other) =>
        one.Region == other.Region && one.Side.Overlaps(other.Side)
        && (one.Modality == other.Modality || (one.Modality.IsElectrodiagnosis() && other.Modality.IsElectrodiagnosis() && StudyModality.EmgNcs is var both && (one.Modality == both || other.Modality == both)));

    public static TaskOwner? OwnerOf(CarePlan plan, CareTask task) =>
        plan.Studies.FirstOrDefault(s => s.TaskId == task.TaskId && s.IsOpen()) is not { } study ? null : new("study", study.StudyId,
            "The task stands for a study that has no result yet. Record the result, which completes the task, or cancel the study, which cancels it.");
}
