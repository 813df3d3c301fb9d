namespace CareTeam.Server.Rules;

/// <summary>What wishes to override rules must be well-formed in.</summary>
public static class OverrideForm
{
    public static void Check(IReadOnlyList<OverrideRequest> overrides, Violations violations)
    {
        if (overrides.Count > 20) violations.Add("overrides", $"has {overrides.Count} values; at most 20 are allowed");
        if (overrides.Select(o => o.RuleId).Distinct().Count() != overrides.Count) violations.Add("overrides", "names the same rule twice");
        for (var i = 0; i < overrides.Count; i++)
        {
            violations.Required($"overrides[{i}].rule_id", overrides[i].RuleId);
            violations.Text($"overrides[{i}].reason", overrides[i].Reason, 2000);
        }
    }
}
