using System.Reflection;

namespace CareTeam.Rules.Tests.Rules;

/// <summary>A rule of the table without a test on both sides of its boundary fails here.</summary>
public sealed class EveryRuleHasItsTestsTests
{
    private static readonly IReadOnlyList<MethodInfo> Tests =
        [.. Assembly.GetExecutingAssembly().GetTypes().SelectMany(t => t.GetMethods()).Where(m => m.GetCustomAttributes().Any(a => a is FactAttribute or TheoryAttribute))];

    public static TheoryData<string> EveryRule() => [.. RuleTable.Shipped.All.Select(r => r.Id).Distinct()];

    /// <summary>Finders and laws are in *State.cs; ListRules is a use case.</summary>
    [Fact]
    public void A_file_of_rules_has_rules_of_the_table()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "CareTeam.Server"), "*Rules.cs", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != "ListRules.cs");
        Assert.All(files, file => Assert.True(File.ReadAllText(file).Contains("RuleKey ", StringComparison.Ordinal), file));
    }

    [Theory, MemberData(nameof(EveryRule))]
    public void A_rule_is_tested_where_it_is_met_and_where_it_is_not(string rule)
    {
        Assert.True(Tests.Any(t => t.GetCustomAttributes<RuleMetAttribute>().Any(a => a.Id == rule)), $"No test is marked [RuleMet(\"{rule}\")].");
        Assert.True(Tests.Any(t => t.GetCustomAttributes<RuleNotMetAttribute>().Any(a => a.Id == rule)), $"No test is marked [RuleNotMet(\"{rule}\")].");
    }

    [Fact]
    public void No_test_speaks_of_a_rule_that_is_not_there()
    {
        var named = Tests.SelectMany(t => t.GetCustomAttributes<RuleMetAttribute>().Select(a => a.Id).Concat(t.GetCustomAttributes<RuleNotMetAttribute>().Select(a => a.Id)));
        Assert.All(named, id => Assert.True(RuleTable.Shipped.Knows(id), id));
    }
}
