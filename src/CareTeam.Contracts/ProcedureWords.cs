using System.Globalization;
using CareTeam.V1;

namespace CareTeam;

/// <summary>Procedures and blocks as a clinician says them.</summary>
public static class ProcedureWords
{
    public static string Title(this ProcedureKind kind) => kind switch
    {
        ProcedureKind.InterlaminarEpiduralSteroid => "Interlaminar epidural steroid injection",
        ProcedureKind.CaudalEpiduralSteroid => "Caudal epidural steroid injection",
        ProcedureKind.TransforaminalEpiduralSteroid => "Transforaminal epidural steroid injection",
        ProcedureKind.FacetJointSteroid => "Facet joint steroid injection",
        ProcedureKind.FacetRadiofrequencyAblation => "Radiofrequency ablation of medial branches",
        ProcedureKind.SacroiliacJointSteroid => "Sacroiliac joint steroid injection",
        ProcedureKind.SacroiliacRadiofrequencyAblation => "Radiofrequency ablation of the sacroiliac joint",
        ProcedureKind.TriggerPointInjection => "Trigger point injection",
        _ => "",
    };

    public static string Title(this BlockTarget target) => target switch
    {
        BlockTarget.MedialBranch => "Medial branch block",
        BlockTarget.FacetJoint => "Facet joint block",
        BlockTarget.SacroiliacJoint => "Sacroiliac joint block",
        BlockTarget.NerveRoot => "Selective nerve root block",
        _ => "",
    };

    /// <summary>L4-L5, L5-S1 left.</summary>
    public static string Place(this InjectionTechnique technique) => Place(technique.Levels.Concat(technique.Muscles), technique.Side);

    public static string Place(IEnumerable<string> places, Side side) =>
        string.Join(' ', new[] { string.Join(", ", places), side == Side.Unspecified ? "" : side.ToWords() }.Where(w => w.Length > 0));

    /// <summary>dexamethasone 10 mg.</summary>
    public static string Words(this InjectedAgent agent) => string.Create(CultureInfo.InvariantCulture, $"{agent.Name} {agent.Dose:0.###} {agent.Unit}");

    /// <summary>To a tenth of a percent.</summary>
    public static string Percent(double percent) => string.Create(CultureInfo.InvariantCulture, $"{percent:0.#} %");
}
