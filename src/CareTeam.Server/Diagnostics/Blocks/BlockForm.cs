using CareTeam.Server.Anatomy;
using CareTeam.Server.Procedures;

namespace CareTeam.Server.Diagnostics;

/// <summary>Which levels and sides the targets of diagnostic blocks have.</summary>
public static class BlockForm
{
    private const int MostLevels = 6;

    public static void Check(BlockTarget target, InjectionTechnique? technique, Violations violations)
    {
        if (technique is null)
        {
            violations.Add("technique", "is required");
            return;
        }
        InjectionForm.Check("technique", technique, violations);
        violations.Side("technique.side", technique.Side, paired: true);
        if (technique.Muscles.Count > 0) violations.Add("technique.muscles", "is of trigger point injections only");
        if (technique.Agents.All(a => a.Kind != InjectedAgentKind.LocalAnaesthetic)) violations.Add("technique.agents", "has no local anaesthetic, which makes the block");
        switch (target)
        {
            case BlockTarget.MedialBranch: InjectionForm.CheckSegments("technique.levels", technique.Levels, 1, MostLevels, violations); break;
            case BlockTarget.FacetJoint:
                InjectionForm.CheckSegments("technique.levels", technique.Levels, 1, MostLevels, violations);
                InjectionForm.CheckContrastTold("technique", technique, violations);
                break;
            case BlockTarget.SacroiliacJoint:
                InjectionForm.CheckSegments("technique.levels", technique.Levels, 0, 0, violations);
                InjectionForm.CheckContrastTold("technique", technique, violations);
                break;
            case BlockTarget.NerveRoot:
                InjectionForm.CheckRoots("technique.levels", technique.Levels, violations);
                InjectionForm.CheckContrastTold("technique", technique, violations);
                break;
            default: break;
        }
    }
}
