namespace CareTeam.Server.Rules;

/// <summary>Overrides that a request asks for: each rule once, and never without a reason.</summary>
public static class OverrideForm
{
    public static void Check(IReadOnlyList<OverrideRequest> overrides, Violations violations)
    {
        for (var i = 0; i < overrides.Count; i++)
        {
            violations.Required($"overrides[{i}].rule_id", overrides[i].RuleId);
            violations.Text($"overrides[{i}].reason", overrides[i].Reason, 2000);
        }
        if (overrides.Select(o => o.RuleId).Distinct().Count() != overrides.Count) violations.Add("overrides", "names the same rule twice");
    }
}
