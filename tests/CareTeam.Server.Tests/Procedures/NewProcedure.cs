namespace CareTeam.Server.Tests.Procedures;

/// <summary>Well-formed requests that meet every rule, as far as the plan's history does.</summary>
public static class NewProcedure
{
    private static InjectionTechnique Technique(string level) => new()
    {
        Levels = { level },
        Side = Side.Left,
        Guidance = ImageGuidance.Fluoroscopy,
        Contrast = new() { Agent = "iohexol 240" },
        Agents = { new InjectedAgent { Kind = InjectedAgentKind.Steroid, Name = "dexamethasone", Dose = 10, Unit = "mg" } },
    };

    private static InjectedAgent Anaesthetic => new() { Kind = InjectedAgentKind.LocalAnaesthetic, Name = "lidocaine 1 %", Dose = 1, Unit = "mL" };

    private static InjectionIndication Indication => new()
    {
        Reason = "Left leg pain 7/10.",
        PainSinceDate = "2024-01-01",
        RadicularPain = true,
        ImagingElsewhere = "MRI: L4-L5 protrusion, left.",
        CareSinceDate = "2024-01-01",
        FailedCare = "Therapy and naproxen.",
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

    public static ScheduleProcedureRequest Epidural(string planId, string day, string? procedureId = null) => new()
    {
        PlanId = planId,
        RequestId = New.Id(),
        ProcedureId = procedureId ?? New.Id(),
        Kind = ProcedureKind.TransforaminalEpiduralSteroid,
        PlannedDate = day,
        Planned = Technique("L4-L5"),
        Indication = Indication,
    };

    public static ScheduleProcedureRequest TriggerPoint(string planId, string day, string procedureId)
    {
        var request = Epidural(planId, day, procedureId);
        request.Kind = ProcedureKind.TriggerPointInjection;
        request.Planned = new() { Muscles = { "quadratus lumborum" }, Side = Side.Left, Guidance = ImageGuidance.None, Agents = { Anaesthetic } };
        return request;
    }

    public static RecordProcedureRequest Record(string planId, string procedureId, string day) => new()
    {
        PlanId = planId,
        RequestId = New.Id(),
        ProcedureId = procedureId,
        PerformedDate = day,
        Checklist = Checklist,
        Description = "Without difficulty.",
    };

    public static FollowUpProcedureRequest FollowUp(string planId, string procedureId, string day) => new()
    {
        PlanId = planId,
        RequestId = New.Id(),
        ProcedureId = procedureId,
        AssessedDate = day,
        NprsBefore = 8,
        NprsAfter = 3,
        FunctionGained = true,
        Function = "Walks a mile.",
    };

    public static RecordDiagnosticBlockRequest Block(string planId, string day, string blockId)
    {
        var technique = Technique("L4-L5");
        technique.Agents.Clear();
        technique.Agents.Add(Anaesthetic);
        return new()
        {
            PlanId = planId,
            RequestId = New.Id(),
            DiagnosticBlockId = blockId,
            Target = BlockTarget.MedialBranch,
            Technique = technique,
            PerformedDate = day,
            ProvokingActivity = "extension standing",
            NprsBefore = 5,
            NprsAfter = 1,
            Indication = Indication,
            Checklist = Checklist,
        };
    }
}
