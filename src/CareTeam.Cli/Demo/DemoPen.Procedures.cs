namespace CareTeam.Cli.Demo;

/// <summary>Diagnostic blocks, what they let conclude, and procedures that treat.</summary>
public sealed partial class DemoPen
{
    private static PreProcedureChecklist GoneThrough => new()
    {
        AllergiesReviewed = true,
        Antithrombotics = new() { Use = AntithromboticUse.NoneTaken },
        InfectionExcluded = true,
        Pregnancy = PregnancyStatus.NotApplicable,
        DiabetesExcluded = true,
        ConsentSigned = true,
        SideMarked = true,
        TimeOutDone = true,
    };

    public void Blocks(Person by, string block, int day, InjectionTechnique technique, string activity, int before, int after, int stated, int minutes, string reason) =>
        Write(by, $"blocks the medial branches of {technique.Place()}: {before} to {after} at {activity}", new RecordDiagnosticBlockRequest
        {
            DiagnosticBlockId = Id(block),
            Target = BlockTarget.MedialBranch,
            Technique = technique,
            PerformedDate = Day(day),
            ProvokingActivity = activity,
            NprsBefore = before,
            NprsAfter = after,
            StatedPercent = stated,
            ReliefMinutes = minutes,
            Indication = new() { Reason = reason },
            Checklist = GoneThrough,
        });

    public void Concludes(Person by, string generator, PainGeneratorKind kind, string[] levels, Side side, string conclusion, string[] exams, string[] studies, string[] blocks) =>
        Write(by, $"concludes the pain generator: {conclusion}", new ConcludePainGeneratorRequest
        {
            PainGeneratorId = Id(generator),
            Kind = kind,
            Levels = { levels },
            Side = side,
            Confidence = DiagnosticConfidence.Confirmed,
            Conclusion = conclusion,
            ExamIds = { exams.Select(Id) },
            StudyIds = { studies.Select(Id) },
            DiagnosticBlockIds = { blocks.Select(Id) },
        });

    public void Schedules(Person by, string procedure, ProcedureKind kind, int day, InjectionTechnique technique, InjectionIndication indication) =>
        Write(by, $"schedules: {kind.Title()}, {technique.Place()}", new ScheduleProcedureRequest
        {
            ProcedureId = Id(procedure),
            Kind = kind,
            PlannedDate = Day(day),
            Planned = technique,
            Indication = indication,
        });

    public void Performs(Person by, string procedure, int day, string description) =>
        Write(by, $"goes through the checklist, and performs it: {description}", new RecordProcedureRequest
        {
            ProcedureId = Id(procedure),
            PerformedDate = Day(day),
            Checklist = GoneThrough,
            Description = description,
        });

    public void FollowsUp(Person by, string procedure, int day, int before, int after, int stated, string function) =>
        Write(by, $"follows it up: pain {before} to {after}; {function}", new FollowUpProcedureRequest
        {
            ProcedureId = Id(procedure),
            FollowUpId = Id($"{procedure} followed up {Day(day)}"),
            AssessedDate = Day(day),
            NprsBefore = before,
            NprsAfter = after,
            StatedPercent = stated,
            FunctionGained = true,
            Function = function,
        });

    /// <summary>What conservative care there was; studies by their names.</summary>
    public InjectionIndication Indication(string reason, int painSince, int careSince, string failedCare, params string[] studies) => new()
    {
        Reason = reason,
        PainSinceDate = Day(painSince),
        CareSinceDate = Day(careSince),
        FailedCare = failedCare,
        StudyIds = { studies.Select(Id) },
        SegmentsUnfused = true,
    };
}
