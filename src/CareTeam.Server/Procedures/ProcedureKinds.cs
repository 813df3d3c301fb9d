namespace CareTeam.Server.Procedures;

/// <summary>Kinds that share their gates, their limits and what counts as a session of them.</summary>
public enum ProcedureFamily
{
    Epidural,
    FacetInjection,
    FacetAblation,
    SacroiliacInjection,
    SacroiliacAblation,
    TriggerPoint,
}

public static class ProcedureKinds
{
    public static ProcedureFamily Family(this ProcedureKind kind) => kind switch
    {
        ProcedureKind.InterlaminarEpiduralSteroid or ProcedureKind.CaudalEpiduralSteroid or ProcedureKind.TransforaminalEpiduralSteroid => ProcedureFamily.Epidural,
        ProcedureKind.FacetJointSteroid => ProcedureFamily.FacetInjection,
        ProcedureKind.FacetRadiofrequencyAblation => ProcedureFamily.FacetAblation,
        ProcedureKind.SacroiliacJointSteroid => ProcedureFamily.SacroiliacInjection,
        ProcedureKind.SacroiliacRadiofrequencyAblation => ProcedureFamily.SacroiliacAblation,
        ProcedureKind.TriggerPointInjection => ProcedureFamily.TriggerPoint,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A procedure is of a kind."),
    };

    public static bool GivesSteroid(this ProcedureKind kind) => kind.Family() is ProcedureFamily.Epidural or ProcedureFamily.FacetInjection or ProcedureFamily.SacroiliacInjection;

    /// <summary>As a task's title and a refusal say it.</summary>
    public static string Title(this ProcedureKind kind) => kind switch
    {
        ProcedureKind.InterlaminarEpiduralSteroid => "Interlaminar epidural steroid injection",
        ProcedureKind.CaudalEpiduralSteroid => "Caudal epidural steroid injection",
        ProcedureKind.TransforaminalEpiduralSteroid => "Transforaminal epidural steroid injection",
        ProcedureKind.FacetJointSteroid => "Facet joint steroid injection",
        ProcedureKind.FacetRadiofrequencyAblation => "Radiofrequency ablation of medial branches",
        ProcedureKind.SacroiliacJointSteroid => "Sacroiliac joint steroid injection",
        ProcedureKind.SacroiliacRadiofrequencyAblation => "Radiofrequency ablation of the sacroiliac joint",
        _ => "Trigger point injection",
    };
}
