namespace CareTeam.Server.Access;

/// <summary>What a role may be allowed to do. Who may is data: scope-of-practice.json has an entry for each of these, in words, with its source.</summary>
public enum Capability
{
    Lead,
    ManageTeam,
    Diagnose,
    TakePartInCare,
    SetGoals,
    Examine,
    OrderStudies,
    ReportStudies,
    PerformElectrodiagnosis,
    PerformProcedures,
    Prescribe,
    RecordAllergies,
    ReconcileMedication,
    ResolveRedFlags,
    PlanTherapy,
    TreatInTherapy,
    CompleteProgressReports,
    CertifyTherapy,
    SuperviseAssistants,
    Cosign,
    PrescribeDevices,
    FitDevices,
    RecordOutcomes,
    ReportOutcomes,
    LogHomeExercise,
    TransferCaseload,
    Import,
}
