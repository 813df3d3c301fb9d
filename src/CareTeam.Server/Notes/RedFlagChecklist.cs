namespace CareTeam.Server.Notes;

/// <summary>The red flags that a note's author asked for.</summary>
public static class RedFlagChecklist
{
    public static void Check(IReadOnlyList<RedFlagCheck> checks, Violations violations)
    {
        for (var i = 0; i < checks.Count; i++)
        {
            violations.Required($"red_flag_checks[{i}].kind", checks[i].Kind);
            violations.Text($"red_flag_checks[{i}].finding", checks[i].Finding, 2000, required: checks[i].Present);
        }
        if (checks.Select(c => c.Kind).Distinct().Count() != checks.Count) violations.Add("red_flag_checks", "asks for the same kind twice");
    }

    /// <summary>Those that are present and not open already are raised, also by a late note of a plan that has ended: a warning sign is never lost.</summary>
    public static IEnumerable<PlanEvent> Raised(RuleTable rules, CarePlan plan, SubmitNoteRequest request, Caller caller, Timestamp now, string noteId) =>
        request.RedFlagChecks
            .Where(check => check.Present && !plan.RedFlags.Any(f => f.IsOpen() && f.Kind == check.Kind))
            .SelectMany(check => RedFlagRules.Raise(
                rules, plan, caller, now, ChosenId.Of(request, $"red-flag {check.Kind.ToWords()}"), check.Kind, check.Finding, noteId));
}
