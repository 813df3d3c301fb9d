namespace CareTeam.Rules.Tests.Rules;

public sealed class RuleCheckTests
{
    private const string Overridable = "[{'id': 'red-flag.blocks-injections', 'overridableBy': ['physiatrist']}]";
    private static readonly OverrideRequest Override = new() { RuleId = "red-flag.blocks-injections", Reason = "The flag is old." };

    private static RuleCheck Check(RuleTable table, Given given, Person by, params OverrideRequest[] overrides) => new(table, given.Plan, new Caller("org", by), Given.Now, overrides);

    [Fact, RuleMet("red-flag.blocks-injections"), RuleMet("red-flag.blocks-therapy-progression")]
    public void Without_an_open_red_flag_nothing_is_found()
    {
        var given = Given.ActivePlan().RedFlag().Event(new() { RedFlagResolved = new() { RedFlagId = Given.FlagId, Resolution = "r" } });
        foreach (var key in new[] { RedFlagRules.BlocksInjections, RedFlagRules.BlocksTherapyProgression })
            Assert.Empty(Check(RuleTable.Shipped, given, Given.Lead).AskNoOpenRedFlag(key, given.Plan).Settle("procedure/1").All);
    }

    [Fact, RuleNotMet("red-flag.blocks-injections"), RuleNotMet("red-flag.blocks-therapy-progression")]
    public void An_open_red_flag_blocks_and_the_refusal_names_the_rule_what_is_missing_and_the_source()
    {
        var given = Given.ActivePlan().RedFlag();
        var refusal = Assert.Throws<CareTeamException>(() => Check(RuleTable.Shipped, given, Given.Lead, Override)
            .AskNoOpenRedFlag(RedFlagRules.BlocksInjections, given.Plan).AskNoOpenRedFlag(RedFlagRules.BlocksTherapyProgression, given.Plan).Settle("procedure/1"));
        var violations = refusal.Details.OfType<Google.Rpc.PreconditionFailure>().Single().Violations;
        Assert.Equal(["red-flag.blocks-injections", "red-flag.blocks-therapy-progression"], violations.Select(v => v.Type));
        Assert.All(violations, v => Assert.Equal("procedure/1", v.Subject));
        Assert.Contains("cauda-equina", violations[0].Description, StringComparison.Ordinal);
        Assert.Contains("AHCPR", violations[0].Description, StringComparison.Ordinal);
        Assert.Contains("Nobody may override it", violations[0].Description, StringComparison.Ordinal);
        var rules = refusal.Details.OfType<RuleRefusal>().Single().Rules;
        Assert.Equal(violations.Select(v => v.Type), rules.Select(r => r.RuleId));
        Assert.All(rules, r => Assert.False(r.Overridable));
        Assert.Contains("AHCPR", rules[0].Source, StringComparison.Ordinal);
        Assert.Contains("cauda-equina", rules[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Physiatrist, true)]
    [InlineData(Role.PhysicalTherapist, false)]
    public void A_refusal_says_whether_its_caller_may_override_it(Role role, bool may)
    {
        var given = Given.ActivePlan().RedFlag();
        var refusal = Assert.Throws<CareTeamException>(() =>
            Check(SiteRules.With(Overridable), given, new Person { PersonId = "p", Name = "P", Role = role }).AskNoOpenRedFlag(RedFlagRules.BlocksInjections, given.Plan).Settle("procedure/1"));
        Assert.Equal(may, refusal.Details.OfType<RuleRefusal>().Single().Rules.Single().Overridable);
    }

    [Fact]
    public void Who_may_overrides_with_a_reason_which_is_an_event_and_stays()
    {
        var given = Given.ActivePlan().RedFlag();
        var findings = Check(SiteRules.With(Overridable), given, Given.Lead, Override).AskNoOpenRedFlag(RedFlagRules.BlocksInjections, given.Plan).Settle("procedure/1");
        var finding = findings.All.Single();
        Assert.Equal((Given.Lead, "The flag is old.", Given.Now), (finding.Override.By, finding.Override.Reason, finding.Override.At));
        var e = findings.Overrides.Single();
        Assert.Equal(("procedure/1", finding), (e.RuleOverridden.Subject, e.RuleOverridden.Finding));
        Assert.Equal(finding, given.Event(e).Plan.RuleOverrides.Single().Finding);
    }

    [Fact]
    public void Who_may_not_override_is_told_who_may()
    {
        var given = Given.ActivePlan().RedFlag();
        var refusal = Assert.Throws<CareTeamException>(() =>
            Check(SiteRules.With(Overridable), given, Given.Therapist, Override).AskNoOpenRedFlag(RedFlagRules.BlocksInjections, given.Plan).Settle("procedure/1"));
        Assert.Contains("by: physiatrist", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_is_met_is_not_overridden()
    {
        var given = Given.ActivePlan();
        Assert.Empty(Check(SiteRules.With(Overridable), given, Given.Lead, Override).AskNoOpenRedFlag(RedFlagRules.BlocksInjections, given.Plan).Settle("procedure/1").All);
    }

    [Fact]
    public void A_site_may_warn_instead_or_leave_a_rule_out()
    {
        var given = Given.ActivePlan().RedFlag();
        var warned = Check(SiteRules.With("[{'id': 'red-flag.blocks-injections', 'severity': 'warn'}]"), given, Given.Lead).AskNoOpenRedFlag(RedFlagRules.BlocksInjections, given.Plan).Settle("p/1");
        Assert.Equal((RuleSeverity.Warn, null), (warned.All.Single().Severity, warned.All.Single().Override));
        Assert.Empty(warned.Overrides);
        Assert.Empty(Check(SiteRules.With("[{'id': 'red-flag.blocks-injections', 'severity': 'off'}]"), given, Given.Lead).AskNoOpenRedFlag(RedFlagRules.BlocksInjections, given.Plan).Settle("p/1").All);
    }

    [Fact]
    public void An_override_of_a_rule_that_does_not_exist_is_invalid() =>
        Assert.Equal(ErrorKind.Invalid, Assert.Throws<CareTeamException>(() => Check(RuleTable.Shipped, Given.ActivePlan(), Given.Lead, new OverrideRequest { RuleId = "no.rule", Reason = "r" })).Kind);
}
