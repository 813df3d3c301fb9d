using Xunit.v3;

namespace CareTeam.Rules.Tests.Rules;

/// <summary>Marks a test of a rule of the table by its id, on the side of its boundary where the rule is met. `-trait rule=ID` runs the tests of one rule.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class RuleMetAttribute(string id) : Attribute, ITraitAttribute
{
    public string Id { get; } = id;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("rule", Id)];
}

/// <summary>The other side: the rule blocks or warns.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class RuleNotMetAttribute(string id) : Attribute, ITraitAttribute
{
    public string Id { get; } = id;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("rule", Id)];
}
