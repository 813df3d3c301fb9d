using CareTeam.Server.Anatomy;

namespace CareTeam.Server.Procedures;

/// <summary>Which levels, sides, muscles and agents each kind of procedure has.</summary>
public static class ProcedureForm
{
    /// <summary>More than a gate allows is still well-formed: the rule of the table says how many levels a session may have.</summary>
    private const int MostLevels = 6;

    public static void CheckKind(ProcedureKind kind, string field, InjectionTechnique technique, Violations violations)
    {
        var (least, most) = Levels(kind);
        InjectionForm.CheckSegments($"{field}.levels", technique.Levels, least, most, violations);
        if (kind is ProcedureKind.InterlaminarEpiduralSteroid or ProcedureKind.CaudalEpiduralSteroid) InjectionForm.CheckUnpaired($"{field}.side", technique.Side, violations);
        else violations.Side($"{field}.side", technique.Side, paired: true);
        if (kind == ProcedureKind.TriggerPointInjection && technique.Muscles.Count == 0) violations.Add($"{field}.muscles", "is required of a trigger point injection");
        if (kind != ProcedureKind.TriggerPointInjection && technique.Muscles.Count > 0) violations.Add($"{field}.muscles", "is of trigger point injections only");
        if (kind.GivesSteroid()) InjectionForm.CheckContrastTold(field, technique, violations);
    }

    /// <summary>What was given is complete; a procedure that was stopped before it could treat may have given nothing.</summary>
    public static void CheckGiven(ProcedureKind kind, string field, InjectionTechnique technique, Violations violations)
    {
        if (kind.GivesSteroid() && !technique.GivesSteroid())
            violations.Add($"{field}.agents", "has no steroid; an injection of anaesthetic alone is a diagnostic block, and is recorded as one");
        else if (kind == ProcedureKind.TriggerPointInjection && technique.Agents.Count == 0)
            violations.Add($"{field}.agents", "is required of what was injected");
    }

    private static (int Least, int Most) Levels(ProcedureKind kind) => kind switch
    {
        ProcedureKind.SacroiliacJointSteroid or ProcedureKind.SacroiliacRadiofrequencyAblation or ProcedureKind.TriggerPointInjection => (0, 0),
        // Through the sacral hiatus; the level that it is meant for may be told.
        ProcedureKind.CaudalEpiduralSteroid => (0, MostLevels),
        _ => (1, MostLevels),
    };
}
