using CareTeam.Server.Diagnostics;

namespace CareTeam.Rules.Tests.Diagnostics;

/// <summary>Examinations and studies to begin with.</summary>
internal static class WorkUp
{
    public const string ExamId = "0190c0de-0000-7000-8000-000000000051";
    public const string OtherExamId = "0190c0de-0000-7000-8000-000000000052";
    public const string StudyId = "0190c0de-0000-7000-8000-000000000061";
    public const string OtherStudyId = "0190c0de-0000-7000-8000-000000000062";
    public const string ResultId = "0190c0de-0000-7000-8000-000000000071";
    public const string OtherResultId = "0190c0de-0000-7000-8000-000000000072";

    public static readonly Person Nurse = new() { PersonId = "rn", Name = "Nurse", Role = Role.Nurse };
    public static readonly Person Practitioner = new() { PersonId = "np", Name = "Practitioner", Role = Role.NursePractitioner };
    public static readonly Person PainPhysician = new() { PersonId = "dr-pain", Name = "Pain", Role = Role.PainPhysician };

    /// <summary>An active plan whose team has also a nurse, a nurse practitioner and a pain physician.</summary>
    public static Given Clinic() => new[] { Nurse, Practitioner, PainPhysician }
        .Aggregate(Given.ActivePlan(), (given, person) => given.Event(new() { MemberAdded = new() { Person = person, Since = Given.Now } }));

    public static Timestamp DaysAgo(int days) => Timestamp.FromDateTime(Given.Now.ToDateTime().AddDays(-days));

    public static string DateDaysAgo(int days) => DaysAgo(days).ToDateTime().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A note that documents an encounter so many days ago.</summary>
    public static Given Encounter(this Given given, int daysAgo, string noteId = Given.NoteId) => given.Event(new()
    {
        NoteSubmitted = new() { Summary = new() { NoteId = noteId, Author = Given.Lead, EncounterAt = DaysAgo(daysAgo) }, Body = new() { Narrative = "n" } },
    });

    public static Given Onset(this Given given, int daysAgo) => given.Event(new()
    {
        DiagnosisAdded = new() { Diagnosis = new() { DiagnosisId = $"0190c0de-0000-7000-8000-0000000000{daysAgo % 90 + 10}", Icd10CmCode = "M54.16", Text = "t", OnsetDate = DateDaysAgo(daysAgo) } },
    });

    public static RecordExamRequest Exam(ExamBody body, string id = ExamId) => new() { RequestId = Given.RequestId, ExamId = id, Body = body };

    /// <summary>An examination recorded as the use case records it.</summary>
    public static Given Examined(this Given given, int daysAgo, ExamBody body, string id = ExamId, string supersedes = "") => given.Event(new()
    {
        ExamRecorded = new() { Exam = new() { ExamId = id, Examiner = Given.Lead, ExaminedAt = DaysAgo(daysAgo), RecordedAt = Given.Now, Body = ExamForm.WithKeyMuscles(body), SupersedesExamId = supersedes } },
    });

    public static ExamBody Strength(string root, int grade, GradeModifier modifier = default, Side side = Side.Left, string muscle = "") =>
        new() { Strength = { new StrengthFinding { Root = root, Muscle = muscle, Side = side, Grade = grade, Modifier = modifier } } };

    public static OrderStudyRequest Mri() => new()
    {
        RequestId = Given.RequestId,
        StudyId = StudyId,
        Modality = StudyModality.Mri,
        Region = BodyRegion.LumbarSpine,
        Indication = StudyIndication.PersistentAfterManagement,
        ClinicalQuestion = "Root compression?",
    };

    public static OrderStudyRequest Emg() => new()
    {
        RequestId = Given.RequestId,
        StudyId = StudyId,
        Modality = StudyModality.EmgNcs,
        Region = BodyRegion.LowerLimb,
        Side = Side.Left,
        Indication = StudyIndication.RadiculopathyOrEntrapment,
        ClinicalQuestion = "L5 or peroneal?",
    };

    /// <summary>The study as ordered, with its task.</summary>
    public static Given Ordered(this Given given, OrderStudyRequest? request = null, Person? by = null)
    {
        request ??= Mri();
        given.Event(new()
        {
            StudyOrdered = new()
            {
                Study = new()
                {
                    StudyId = request.StudyId,
                    Modality = request.Modality,
                    Region = request.Region,
                    Side = request.Side,
                    Contrast = request.Contrast,
                    Indication = request.Indication,
                    OnsetDate = request.OnsetDate,
                    TaskId = Given.TaskId,
                    Status = StudyStatus.Ordered,
                    OrderedBy = by ?? Given.Lead,
                    OrderedAt = Given.Now,
                },
            },
        });
        return given.Task(Given.Therapist, t => t.Kind = TaskKind.Study);
    }

    public static RecordStudyResultRequest MriResult() => new()
    {
        RequestId = Given.RequestId,
        StudyId = StudyId,
        ResultId = ResultId,
        PerformedDate = DateDaysAgo(1),
        Impression = "L4-L5 protrusion.",
        ImagingFindings = { new ImagingFinding { Kind = ImagingFindingKind.DiscProtrusion, Level = "L4-L5", Side = Side.Left, Severity = FindingSeverity.Moderate, Root = "L5" } },
    };

    public static RecordStudyResultRequest EmgResult(params NeedleFinding[] needle) => new()
    {
        RequestId = Given.RequestId,
        StudyId = StudyId,
        ResultId = ResultId,
        PerformedDate = DateDaysAgo(0),
        Impression = "Left L5 radiculopathy.",
        Report = "The whole text.",
        NeedleFindings = { needle },
        Conclusions = { new ElectrodiagnosticConclusion { Kind = ElectrodiagnosticConclusionKind.Radiculopathy, Roots = { "L5" }, Side = Side.Left, Severity = FindingSeverity.Mild } },
    };

    public static NeedleFinding Abnormal(string muscle, Side side = Side.Left) =>
        new() { Muscle = muscle, Side = side, Fibrillations = 2, Interpretation = FindingInterpretation.Abnormal };

    public static Given Resulted(this Given given, RecordStudyResultRequest? request = null)
    {
        request ??= MriResult();
        return given.Event(new()
        {
            StudyResulted = new()
            {
                StudyId = request.StudyId,
                Result = new() { ResultId = request.ResultId, PerformedDate = request.PerformedDate, Impression = request.Impression, RecordedBy = Given.Lead, RecordedAt = Given.Now },
            },
        });
    }
}
