using System.Globalization;
using System.Text.Json;

namespace CareTeam.Server.Rules;

/// <summary>One version of a rule: what it says, for whom and since when it holds, and what code reads of it.</summary>
public sealed record RuleVersion(
    string Id, string Text, RuleSeverity Severity, IReadOnlyList<Role> OverridableBy, IReadOnlyDictionary<string, JsonElement> Parameters,
    string Source, DateOnly Effective, string Payer, string Region, bool Configured)
{
    /// <summary>What was found by this version of the rule, to be kept with what it was found on.</summary>
    public RuleFinding Finding(string what, RuleOverride? by = null) => new()
    {
        RuleId = Id,
        Severity = Severity,
        Text = what,
        Source = Source,
        EffectiveDate = Effective.Iso(),
        Override = by,
    };

    public int Number(string parameter) => Parameters[parameter].GetInt32();

    public IReadOnlyList<int> Numbers(string parameter) => [.. Parameters[parameter].EnumerateArray().Select(e => e.GetInt32())];

    public string Word(string parameter) => Parameters[parameter].GetString()!;

    public bool Flag(string parameter) => Parameters[parameter].GetBoolean();

    public IReadOnlyList<string> Words(string parameter) => [.. Parameters[parameter].EnumerateArray().Select(e => e.GetString()!)];
}
