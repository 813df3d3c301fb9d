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
}
