using CareTeam.V1;
using static CareTeam.Tests.CarePeople;

namespace CareTeam.Tests;

/// <summary>Diagnosis, goals, examinations, studies, and the red flag of February.</summary>
internal static class YearsWorkUp
{
    public static void Write(CarePen pen)
    {
        const string first = YearOfCare.FirstDay;
        pen.On(first, Lead, new AddDiagnosisRequest { DiagnosisId = pen.Id("radiculopathy"), Icd10CmCode = "M54.16", Text = "Radiculopathy, lumbar", OnsetDate = "2025-08-01" });
        pen.On(first, Lead, new AddGoalRequest { GoalId = pen.Id("lift"), Description = "Lifts what the job asks", Measure = "lift floor to waist", Baseline = 10, Target = 50, Unit = "lb", DueDate = "2026-12-01" });
        pen.On(first, Therapist, new AddGoalRequest { GoalId = pen.Id("walk"), Description = "Walks to the bus stop", Measure = "walking distance", Baseline = 400, Target = 1200, Unit = "m", DueDate = "2026-06-01" });
        pen.On(first, Lead, new AddGoalRequest { GoalId = pen.Id("odi"), Description = "Daily life with little disability", MeasuredBy = new() { InstrumentId = "odi" }, Target = 20, DueDate = "2026-12-01" });
        pen.On("2026-02-05", Therapist, new ReviseGoalRequest
        {
            GoalId = pen.Id("walk"),
            Description = "Walks to the bus stop and back",
            Measure = "walking distance",
            Baseline = 400,
            Target = 1600,
            Unit = "m",
            DueDate = "2026-07-01",
            Reason = "Faster than thought.",
        });
        pen.On("2026-06-16", Therapist, new CloseGoalRequest { GoalId = pen.Id("walk"), Status = GoalStatus.Achieved, Reason = "1,700 m without a rest." });

        pen.On(first, Lead, new RecordExamRequest { ExamId = pen.Id("exam"), Body = Strength(3) });
        pen.On("2026-06-15", Lead, new RecordExamRequest { ExamId = pen.Id("last exam"), Body = Strength(5) });
        pen.On(first, Lead, new SubmitNoteRequest
        {
            NoteId = pen.Id("evaluation"),
            Body = new() { Soap = new() { Subjective = "Leg pain since August; six weeks of therapy elsewhere.", Objective = "EHL 3/5 left.", Assessment = "L5 radiculopathy.", Plan = "MRI, therapy." } },
        });
        Studies(pen);
        pen.On("2026-02-16", Ana, new RaiseRedFlagRequest { RedFlagId = pen.Id("flag"), Kind = RedFlagKind.Fracture, Finding = "Fell on the stairs." });
        pen.On("2026-02-17", Lead, new ResolveRedFlagRequest { RedFlagId = pen.Id("flag"), Resolution = "Examined; radiograph without fracture." });
    }

    private static ExamBody Strength(int grade) => new() { Strength = { new StrengthFinding { Root = "L5", Side = Side.Left, Grade = grade } } };

    private static void Studies(CarePen pen)
    {
        pen.On("2026-01-06", Lead, new OrderStudyRequest
        {
            StudyId = pen.Id("mri"),
            Modality = StudyModality.Mri,
            Region = BodyRegion.LumbarSpine,
            Indication = StudyIndication.PersistentAfterManagement,
            ClinicalQuestion = "Root compression?",
            PriorCare = new() { SinceDate = "2025-09-01", NoteId = pen.Id("evaluation") },
            AssigneeId = Nurse.PersonId,
        });
        pen.On("2026-01-12", Lead, new RecordStudyResultRequest
        {
            StudyId = pen.Id("mri"),
            ResultId = pen.Id("mri result"),
            PerformedDate = "2026-01-09",
            Impression = "L4-L5 protrusion, left.",
            Report = "The whole text.",
            ImagingFindings = { new ImagingFinding { Kind = ImagingFindingKind.DiscProtrusion, Level = "L4-L5", Side = Side.Left, Severity = FindingSeverity.Moderate, Root = "L5" } },
        });
        pen.On("2026-01-06", Lead, new OrderStudyRequest
        {
            StudyId = pen.Id("emg"),
            Modality = StudyModality.EmgNcs,
            Region = BodyRegion.LowerLimb,
            Side = Side.Left,
            Indication = StudyIndication.RadiculopathyOrEntrapment,
            ClinicalQuestion = "L5 or peroneal?",
        });
        pen.On("2026-01-13", Lead, new CancelStudyRequest { StudyId = pen.Id("emg"), Reason = "The MRI answers it." });
    }
}
