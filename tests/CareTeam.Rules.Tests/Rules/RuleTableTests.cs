namespace CareTeam.Rules.Tests.Rules;

public sealed class RuleTableTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    private static RuleVersion? InForce(RuleTable table, string payer = "", string region = "", DateOnly? day = null) =>
        table.InForce(RedFlagRules.UrgentTask, new Coverage { Payer = payer, Region = region }, day ?? Today);

    [Fact]
    public void Every_shipped_rule_says_what_it_is_and_where_it_comes_from() => Assert.All(RuleTable.Shipped.All, rule =>
    {
        Assert.NotEmpty(rule.Text);
        Assert.NotEmpty(rule.Source);
        Assert.NotEqual(RuleSeverity.Unspecified, rule.Severity);
        Assert.False(rule.Configured);
    });

    [Fact]
    public void A_site_changes_what_it_names_and_leaves_the_rest()
    {
        var rule = InForce(SiteRules.With("[{'id': 'red-flag.urgent-task', 'parameters': {'days_for_others': 3}}]"))!;
        Assert.Equal((3, true, RuleSeverity.Warn), (rule.Number("days_for_others"), rule.Configured, rule.Severity));
        Assert.Contains("infection", rule.Words("same_day"));
        Assert.Equal(InForce(RuleTable.Shipped)!.Source, rule.Source);
    }

    [Fact]
    public void The_version_that_says_most_about_payer_and_region_holds()
    {
        var table = SiteRules.With("""
            [{'id': 'red-flag.urgent-task', 'payer': 'medicare', 'parameters': {'days_for_others': 2}},
             {'id': 'red-flag.urgent-task', 'region': 'US-OH', 'parameters': {'days_for_others': 3}},
             {'id': 'red-flag.urgent-task', 'payer': 'medicare', 'region': 'US-OH', 'parameters': {'days_for_others': 4}}]
            """);
        Assert.Equal(1, InForce(table)!.Number("days_for_others"));
        Assert.Equal(1, InForce(table, "aetna", "US-SC")!.Number("days_for_others"));
        Assert.Equal(2, InForce(table, "medicare", "US-SC")!.Number("days_for_others"));
        Assert.Equal(3, InForce(table, "aetna", "US-OH")!.Number("days_for_others"));
        Assert.Equal(4, InForce(table, "medicare", "US-OH")!.Number("days_for_others"));
        Assert.Equal(1, table.InForce(RedFlagRules.UrgentTask, (Coverage?)null, Today)!.Number("days_for_others"));
    }

    [Fact]
    public void A_version_holds_from_its_day_on()
    {
        var table = SiteRules.With("[{'id': 'red-flag.urgent-task', 'effective': '2026-03-02', 'parameters': {'days_for_others': 5}}]");
        Assert.Equal(1, InForce(table, day: new(2026, 3, 1))!.Number("days_for_others"));
        Assert.Equal(5, InForce(table, day: new(2026, 3, 2))!.Number("days_for_others"));
        Assert.Null(InForce(table, day: new(2019, 12, 31)));
    }

    [Fact]
    public void Everything_that_is_wrong_with_a_sites_file_is_told_at_once()
    {
        var problems = Assert.Throws<InvalidDataException>(() => SiteRules.With("""
            [{'id': 'no.such-rule'},
             {'id': 'red-flag.urgent-task', 'severity': 'sometimes', 'overridableBy': ['wizard'], 'effective': 'soon', 'parameters': {'days_for_others': 'two', 'moon': 1}},
             {'id': 'red-flag.blocks-injections'}, {'id': 'red-flag.blocks-injections'}]
            """)).Message;
        foreach (var word in new[] { "no.such-rule", "'sometimes'", "'wizard'", "'soon'", "two", "'moon'", "more than once" }) Assert.Contains(word, problems, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[{'id': 'red-flag.urgent-task', 'parameters': {'days_for_others': -1}}]", "no whole number")]
    [InlineData("[{'id': 'red-flag.urgent-task', 'parameters': {'days_for_others': 1.5}}]", "no whole number")]
    [InlineData("[{'id': 'red-flag.urgent-task', 'wieght': 1}]", "wieght")]
    [InlineData("[{'id': 'medication.duplicate', 'parameters': {'medication_classes': ['nsaids']}}]", "nsaids")]
    [InlineData("not json", "invalid")]
    public void A_broken_file_is_told(string json, string word) =>
        Assert.Contains(word, Assert.Throws<InvalidDataException>(() => SiteRules.With(json)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("imaging.prior-care", "modalities", "CT scan")]
    [InlineData("imaging.prior-care", "modalities", "MRI")]
    [InlineData("imaging.prior-care", "regions", "lumbar")]
    [InlineData("imaging.prior-care", "exempt_indications", "surgery")]
    [InlineData("imaging.red-flag-finding", "kinds", "tumour")]
    [InlineData("exam.saddle-deficit", "dermatomes", "S6")]
    [InlineData("imaging.pregnancy", "studies", "ct with-contrast")]
    [InlineData("imaging.appropriate", "prior_surgery", "mri  without")]
    [InlineData("assistant.supervised", "task_kinds", "treatments")]
    public void A_word_that_would_never_match_is_named(string rule, string parameter, string word) => Assert.Contains(
        $"has in {parameter} a word that does not exist: \"{word}\"",
        Assert.Throws<InvalidDataException>(() => SiteRules.With($"[{{'id': '{rule}', 'parameters': {{'{parameter}': ['{word}']}}}}]")).Message, StringComparison.Ordinal);
}
