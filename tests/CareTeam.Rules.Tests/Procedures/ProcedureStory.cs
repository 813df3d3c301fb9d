using CareTeam.Rules.Tests.Rules;
using CareTeam.Server.Procedures;

namespace CareTeam.Rules.Tests.Procedures;

/// <summary>Procedures and blocks that meet every rule, to be spoiled one thing at a time; and a plan's history of them.</summary>
internal static class ProcedureStory
{
    public const string Day = "2026-03-10";
    public const string ProcedureId = "0190c0de-0000-7000-8000-000000000101";

    public static string Id(int n) => $"0190c0de-0000-7000-8000-0000000002{n:00}";

    public static InjectionTechnique Technique(string level = "L4-L5", Side side = Side.Left) => new()
    {
        Levels = { level.Split(' ', StringSplitOptions.RemoveEmptyEntries) },
        Side = side,
        Guidance = ImageGuidance.Fluoroscopy,
        Contrast = new() { Agent = "iohexol 240" },
        Agents = { Steroid },
    };

    public static InjectedAgent Steroid => new() { Kind = InjectedAgentKind.Steroid, Name = "dexamethasone", Dose = 10, Unit = "mg" };

    public static InjectedAgent Anaesthetic => new() { Kind = InjectedAgentKind.LocalAnaesthetic, Name = "bupivacaine 0.5 %", Dose = 0.5, Unit = "mL" };

    public static InjectionIndication Indication => new()
    {
        Reason = "Left leg pain 7/10.",
        PainSinceDate = "2025-01-01",
        RadicularPain = true,
        ImagingElsewhere = "MRI 2025-02: L4-L5 protrusion, left.",
        CareSinceDate = "2025-01-01",
        FailedCare = "Therapy and naproxen.",
        SegmentsUnfused = true,
        AblationUnsuitable = "Pacemaker.",
        ProvocationTests = 3,
        Findings = { TriggerPointFinding.TautBand, TriggerPointFinding.TenderNodule },
        Uncertainty = "L5 or S1?",
    };

    public static PreProcedureChecklist Checklist => new()
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

    public static ScheduleProcedureRequest Schedule(ProcedureKind kind, string day = Day, InjectionTechnique? technique = null) => new()
    {
        PlanId = Given.PlanId,
        RequestId = Given.RequestId,
        ProcedureId = ProcedureId,
        Kind = kind,
        PlannedDate = day,
        Planned = technique ?? TechniqueOf(kind),
        Indication = Indication,
    };

    public static ScheduleProcedureRequest Epidural(string day = Day) => Schedule(ProcedureKind.TransforaminalEpiduralSteroid, day);

    public static RecordProcedureRequest Record(string day = "2026-03-02") => new()
    {
        PlanId = Given.PlanId,
        RequestId = Given.RequestId,
        ProcedureId = ProcedureId,
        PerformedDate = day,
        Checklist = Checklist,
        Description = "Good flow along the root.",
    };

    public static RecordDiagnosticBlockRequest Block(BlockTarget target, string day = "2026-03-02", int before = 5, int after = 1) => new()
    {
        PlanId = Given.PlanId,
        RequestId = Given.RequestId,
        DiagnosticBlockId = Id(90),
        Target = target,
        Technique = BlockTechnique(target),
        PerformedDate = day,
        ProvokingActivity = "extension standing",
        NprsBefore = before,
        NprsAfter = after,
        Indication = Indication,
        Checklist = Checklist,
    };

    public static InjectionTechnique TechniqueOf(ProcedureKind kind) => kind switch
    {
        ProcedureKind.InterlaminarEpiduralSteroid => Technique(side: Side.Midline),
        ProcedureKind.CaudalEpiduralSteroid => Technique("", Side.Midline),
        ProcedureKind.SacroiliacJointSteroid or ProcedureKind.SacroiliacRadiofrequencyAblation => Technique(""),
        ProcedureKind.TriggerPointInjection => new() { Muscles = { "quadratus lumborum" }, Side = Side.Left, Guidance = ImageGuidance.None, Agents = { Anaesthetic } },
        _ => Technique(),
    };

    public static InjectionTechnique BlockTechnique(BlockTarget target, Side side = Side.Left)
    {
        var technique = Technique(target switch { BlockTarget.SacroiliacJoint => "", BlockTarget.NerveRoot => "L5", _ => "L4-L5" }, side);
        technique.Agents.Clear();
        technique.Agents.Add(Anaesthetic);
        return technique;
    }

    public static Decision WhenScheduled(this Given given, ScheduleProcedureRequest request, RuleTable? rules = null, Person? by = null) =>
        given.When(new ScheduleProcedure(rules ?? RuleTable.Shipped, ScopeOfPractice.Shipped), request, by ?? Given.Lead);

    public static Decision WhenRecorded(this Given given, RecordProcedureRequest request, RuleTable? rules = null) =>
        given.When(new RecordProcedure(rules ?? RuleTable.Shipped), request, Given.Lead);

    /// <summary>The history: a procedure that was scheduled.</summary>
    public static Given Scheduled(this Given given, ScheduleProcedureRequest request)
    {
        var decision = given.WhenScheduled(request, AllOff);
        Assert.Null(decision.Refusal);
        foreach (var e in decision.Events) given.Event(e.Clone());
        return given;
    }

    /// <summary>The history: a procedure that was performed, whatever the rules say.</summary>
    public static Given Performed(this Given given, int n, ProcedureKind kind, string day, InjectionTechnique? technique = null)
    {
        var schedule = Schedule(kind, day, technique);
        schedule.ProcedureId = Id(n);
        given.Scheduled(schedule);
        return given.Event(new()
        {
            ProcedureRecorded = new() { ProcedureId = Id(n), Status = ProcedureStatus.Completed, PerformedDate = day, PerformedBy = Given.Lead, Performed = technique ?? TechniqueOf(kind) },
        });
    }

    /// <summary>The history: what a follow-up of a procedure found.</summary>
    public static Given Helped(this Given given, int n, string until, int before = 8, int after = 4, bool function = false) => given.Event(new()
    {
        ProcedureFollowedUp = new()
        {
            ProcedureId = Id(n),
            FollowUp = new() { FollowUpId = Id(n + 50), AssessedDate = until, NprsBefore = before, NprsAfter = after, SustainedUntilDate = until, FunctionGained = function },
        },
    });

    /// <summary>The history: a block and how it was judged then.</summary>
    public static Given Blocked(this Given given, int n, BlockTarget target, string day, bool positive = true, InjectionTechnique? technique = null) => given.Event(new()
    {
        DiagnosticBlockRecorded = new()
        {
            Block = new()
            {
                DiagnosticBlockId = Id(n),
                Target = target,
                Technique = technique ?? BlockTechnique(target),
                PerformedDate = day,
                Concordance = positive ? BlockConcordance.Positive : BlockConcordance.Negative,
            },
        },
    });

    /// <summary>The rule met: nothing is refused and nothing found. Not met: the rule alone refuses, or warns.</summary>
    public static void ThenRule(this Decision decision, string rule, bool met)
    {
        if (met)
        {
            Assert.Null(decision.Refusal);
            Assert.DoesNotContain(decision.Findings(), f => f.RuleId == rule);
        }
        else if (decision.Refusal is { } refusal)
        {
            Assert.Equal([rule], refusal.Details.OfType<Google.Rpc.PreconditionFailure>().Single().Violations.Select(v => v.Type));
        }
        else
        {
            Assert.Equal([rule], decision.Findings().Select(f => f.RuleId));
        }
    }

    public static IEnumerable<RuleFinding> Findings(this Decision decision) => decision.Events.SelectMany(e =>
        e.ProcedureScheduled?.Procedure.Findings ?? e.ProcedureRecorded?.Findings ?? e.ProcedureRescheduled?.Findings ?? e.DiagnosticBlockRecorded?.Block.Findings
        ?? e.PainGeneratorConcluded?.PainGenerator.Findings ?? Enumerable.Empty<RuleFinding>());

    /// <summary>A site's table in which no rule holds.</summary>
    public static RuleTable AllOff { get; } =
        SiteRules.With($"[{string.Join(",", RuleTable.Shipped.All.Select(r => (r.Id, r.Payer)).Distinct().Select(r => $"{{'id':'{r.Id}','payer':'{r.Payer}','severity':'off'}}"))}]");

    public static OverrideRequest Override(string rule) => new() { RuleId = rule, Reason = "Discussed with the payer." };
}
