using CareTeam.V1;
using static CareTeam.Tests.CarePeople;

namespace CareTeam.Tests;

/// <summary>A block that proves nothing, two epidurals that each open a window of rehabilitation, and an injection that is called off.</summary>
internal static class YearsInjections
{
    public static void Write(CarePen pen)
    {
        pen.On("2026-03-05", Lead, new RecordDiagnosticBlockRequest
        {
            DiagnosticBlockId = pen.Id("block"),
            Target = BlockTarget.MedialBranch,
            Technique = Technique("L4-L5", Anaesthetic),
            PerformedDate = "2026-03-05",
            ProvokingActivity = "extension standing",
            NprsBefore = 5,
            NprsAfter = 4,
            Indication = Indication,
            Checklist = Checklist,
        });
        pen.On("2026-03-06", Lead, new ConcludePainGeneratorRequest
        {
            PainGeneratorId = pen.Id("generator"),
            Kind = PainGeneratorKind.NerveRoot,
            Levels = { "L5" },
            Side = Side.Left,
            Confidence = DiagnosticConfidence.Probable,
            Conclusion = "Root L5, by examination and MRI.",
            ExamIds = { pen.Id("exam") },
            StudyIds = { pen.Id("mri") },
        });

        Epidural(pen, "epidural", scheduledOn: "2026-04-06", plannedFor: "2026-04-10");
        pen.On("2026-04-08", Lead, new RescheduleProcedureRequest { ProcedureId = pen.Id("epidural"), PlannedDate = "2026-04-13", Reason = "The suite is closed." });
        Given(pen, "epidural", "2026-04-13");
        pen.On("2026-07-13", Lead, new FollowUpProcedureRequest { ProcedureId = pen.Id("epidural"), AssessedDate = "2026-07-13", NprsBefore = 8, NprsAfter = 3, FunctionGained = true, Function = "Walks a mile." });
        Epidural(pen, "second epidural", scheduledOn: "2026-08-03", plannedFor: "2026-08-10");
        Given(pen, "second epidural", "2026-08-10");
        // The visit that the second window asks for comes two days late.
        pen.On("2026-08-26", Therapist, new RecordSessionRequest { SessionId = pen.Id("visit"), SessionDate = "2026-08-26", Attendance = SessionAttendance.Attended, Purpose = SessionPurpose.Evaluation });

        var points = Scheduled(pen, "points", "2026-06-20");
        (points.Kind, points.Planned) = (ProcedureKind.TriggerPointInjection, new() { Muscles = { "quadratus lumborum" }, Side = Side.Left, Guidance = ImageGuidance.None, Agents = { Anaesthetic } });
        pen.On("2026-06-01", Lead, points);
        pen.On("2026-06-02", Lead, new CancelProcedureRequest { ProcedureId = pen.Id("points"), Reason = "Rather not." });
    }

    private static void Epidural(CarePen pen, string name, string scheduledOn, string plannedFor) => pen.On(scheduledOn, Lead, Scheduled(pen, name, plannedFor));

    private static ScheduleProcedureRequest Scheduled(CarePen pen, string name, string day) => new()
    {
        ProcedureId = pen.Id(name),
        Kind = ProcedureKind.TransforaminalEpiduralSteroid,
        PlannedDate = day,
        Planned = Technique("L4-L5", new() { Kind = InjectedAgentKind.Steroid, Name = "dexamethasone", Dose = 10, Unit = "mg" }),
        Indication = Indication,
    };

    private static void Given(CarePen pen, string name, string day) =>
        pen.On(day, Lead, new RecordProcedureRequest { ProcedureId = pen.Id(name), PerformedDate = day, Checklist = Checklist, Description = "Without difficulty." });

    private static InjectionTechnique Technique(string level, InjectedAgent agent) =>
        new() { Levels = { level }, Side = Side.Left, Guidance = ImageGuidance.Fluoroscopy, Contrast = new() { Agent = "iohexol 240" }, Agents = { agent } };

    private static InjectedAgent Anaesthetic => new() { Kind = InjectedAgentKind.LocalAnaesthetic, Name = "lidocaine 1 %", Dose = 1, Unit = "mL" };

    private static InjectionIndication Indication => new()
    {
        Reason = "Left leg pain 7/10.",
        PainSinceDate = "2025-08-01",
        RadicularPain = true,
        ImagingElsewhere = "MRI: L4-L5 protrusion, left.",
        CareSinceDate = "2025-09-01",
        FailedCare = "Therapy and gabapentin.",
        Findings = { TriggerPointFinding.TautBand, TriggerPointFinding.TenderNodule },
    };

    private static PreProcedureChecklist Checklist => new()
    {
        AllergiesReviewed = true,
        Antithrombotics = new() { Use = AntithromboticUse.NoneTaken },
        InfectionExcluded = true,
        Pregnancy = PregnancyStatus.NotPregnant,
        DiabetesExcluded = true,
        ConsentSigned = true,
        SideMarked = true,
        TimeOutDone = true,
    };
}
