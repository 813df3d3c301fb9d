using CareTeam.Server.Anatomy;

namespace CareTeam.Server.Procedures;

/// <summary>What is well-formed in where a needle goes and with what, whatever procedure it is.</summary>
public static class InjectionForm
{
    private const double LargestDose = 10_000;

    public static void Check(string field, InjectionTechnique technique, Violations violations)
    {
        violations.AtMost($"{field}.levels", technique.Levels, 10);
        violations.AtMost($"{field}.muscles", technique.Muscles, 20);
        for (var i = 0; i < technique.Muscles.Count; i++) violations.Text($"{field}.muscles[{i}]", technique.Muscles[i], 100);
        violations.Required($"{field}.side", technique.Side);
        violations.Required($"{field}.guidance", technique.Guidance);
        if (technique.Agents.Count > 10) violations.Add($"{field}.agents", $"has {technique.Agents.Count} values; at most 10 are allowed");
        for (var i = 0; i < technique.Agents.Count; i++) Agent($"{field}.agents[{i}]", technique.Agents[i], violations);
        switch (technique.Contrast?.UseCase)
        {
            case InjectedContrast.UseOneofCase.Agent: violations.Text($"{field}.contrast.agent", technique.Contrast.Agent, 100); break;
            case InjectedContrast.UseOneofCase.NoneReason: violations.Text($"{field}.contrast.none_reason", technique.Contrast.NoneReason, 500); break;
            case InjectedContrast.UseOneofCase.None: violations.Add($"{field}.contrast", "names neither an agent nor why none is given"); break;
            default: break;
        }
    }

    public static void CheckSegments(string field, IReadOnlyList<string> levels, int least, int most, Violations violations)
    {
        if (levels.Count < least || levels.Count > most) violations.Add(field, $"has {levels.Count} levels; {(least == most ? $"{least}" : $"{least} to {most}")} are needed");
        for (var i = 0; i < levels.Count; i++) violations.Segment($"{field}[{i}]", levels[i]);
    }

    public static void CheckRoots(string field, IReadOnlyList<string> roots, Violations violations)
    {
        if (roots.Count == 0) violations.Add(field, "is required: the nerve root, like L5");
        for (var i = 0; i < roots.Count; i++) violations.Root($"{field}[{i}]", roots[i]);
    }

    public static void CheckUnpaired(string field, Side side, Violations violations)
    {
        if (side is not (Side.Midline or Side.Left or Side.Right)) violations.Add(field, "must be midline, or the side that the access is off it");
    }

    public static void CheckContrastTold(string field, InjectionTechnique technique, Violations violations)
    {
        if (technique.UsesRadiation() && technique.Contrast is null) violations.Add($"{field}.contrast", "is required under fluoroscopy and CT: its agent, or why none is given");
    }

    public static void Check(string field, InjectionIndication? indication, Violations violations)
    {
        if (indication is null)
        {
            violations.Add(field, "is required");
            return;
        }
        violations.Text($"{field}.reason", indication.Reason, 2000);
        violations.AtMost($"{field}.study_ids", indication.StudyIds, 10);
        violations.Text($"{field}.imaging_elsewhere", indication.ImagingElsewhere, 1000, required: false);
        violations.Text($"{field}.failed_care", indication.FailedCare, 1000, required: indication.CareSinceDate.Length > 0);
        violations.Text($"{field}.ablation_unsuitable", indication.AblationUnsuitable, 1000, required: false);
        violations.Text($"{field}.uncertainty", indication.Uncertainty, 1000, required: false);
        violations.Range($"{field}.provocation_tests", indication.ProvocationTests, 0, 20);
        violations.AtMost($"{field}.findings", indication.Findings, 10);
        for (var i = 0; i < indication.Findings.Count; i++) violations.Required($"{field}.findings[{i}]", indication.Findings[i]);
    }

    public static void Check(string field, PreProcedureChecklist? checklist, Violations violations)
    {
        if (checklist is null) return;
        violations.AtMost($"{field}.allergens", checklist.Allergens, 20);
        for (var i = 0; i < checklist.Allergens.Count; i++) violations.Required($"{field}.allergens[{i}]", checklist.Allergens[i]);
        violations.Range($"{field}.glucose_mg_dl", checklist.GlucoseMgDl, 0, 2000);
        if (checklist.Antithrombotics is not { } plan) return;
        violations.Required($"{field}.antithrombotics.use", plan.Use);
        violations.Text($"{field}.antithrombotics.plan", plan.Plan, 1000, required: false);
        violations.Text($"{field}.antithrombotics.agreed_with", plan.AgreedWith, 200, required: false);
    }

    private static void Agent(string field, InjectedAgent agent, Violations violations)
    {
        violations.Required($"{field}.kind", agent.Kind);
        violations.Text($"{field}.name", agent.Name, 100);
        violations.Text($"{field}.unit", agent.Unit, 20);
        if (agent.Dose is not (> 0 and <= LargestDose)) violations.Add($"{field}.dose", $"must be above 0, at most {LargestDose:0}");
    }
}
