using Google.Rpc;

namespace CareTeam.Server.Rules;

/// <summary>
/// What the rules say of one decision. All of them are asked before any of them refuses, so that the caller learns everything that is missing at once; a
/// warning, and a block that the caller overrides, are findings, which stay on what they let pass.
/// </summary>
public sealed class RuleCheck
{
    private readonly RuleTable table;
    private readonly CarePlan plan;
    private readonly Caller caller;
    private readonly Timestamp now;
    private readonly IReadOnlyList<RuleFinding> standing;
    private readonly Dictionary<string, string> overrides = [];
    private readonly List<RuleFinding> findings = [];
    private readonly List<RuleFinding> seenAgain = [];
    private readonly List<(RuleVersion Rule, string Missing, bool Overridable)> refusals = [];

    /// <summary>
    /// Throws Invalid for an override of a rule that does not exist. Standing are the findings of an earlier decision on the same thing: what is missing in the
    /// same words was seen, and overridden where that is needed, and is not asked again.
    /// </summary>
    public RuleCheck(RuleTable table, CarePlan plan, Caller caller, Timestamp now, IReadOnlyList<OverrideRequest>? overrides = null, IReadOnlyList<RuleFinding>? standing = null)
    {
        (this.table, this.plan, this.caller, this.now, this.standing) = (table, plan, caller, now, standing ?? []);
        for (var i = 0; i < (overrides?.Count ?? 0); i++)
        {
            if (!table.Knows(overrides![i].RuleId)) throw Fault.Invalid($"overrides[{i}].rule_id", "is no rule of the table");
            this.overrides[overrides[i].RuleId] = overrides[i].Reason;
        }
    }

    /// <summary>
    /// Asks of what has happened: nothing makes it undone, and a record that is refused is lost. Whatever blocks, who did it overrides with the reason,
    /// unless it can be met by words (RuleKey.IsMetByWords).
    /// </summary>
    public bool OfWhatHappened { get; init; }

    /// <summary>The day it is where the care is given.</summary>
    public DateOnly Today => table.Day(plan.Coverage, now);

    /// <summary>The version of a rule that holds for this plan today; null when it is not in force, or off.</summary>
    public RuleVersion? InForce(RuleKey key) => table.InForce(key, plan, Today);

    /// <summary>Asks a rule: null when it is met, otherwise what is missing, as a sentence.</summary>
    public RuleCheck Ask(RuleKey key, Func<RuleVersion, string?> missing)
    {
        if (InForce(key) is not { } rule || missing(rule) is not { } what) return this;
        if (WasSeen(rule, what)) return this;
        var overridable = rule.OverridableBy.Contains(caller.Role) || (OfWhatHappened && !key.IsMetByWords);
        if (rule.Severity == RuleSeverity.Warn) findings.Add(rule.Finding(what));
        else if (overridable && overrides.TryGetValue(rule.Id, out var reason))
            findings.Add(rule.Finding(what, new RuleOverride { By = caller.Person, Reason = reason, At = now }));
        else refusals.Add((rule, what, overridable));
        return this;
    }

    /// <summary>A rule's finding that refuses nothing.</summary>
    public RuleCheck Note(RuleKey key, Func<RuleVersion, string?> found)
    {
        if (InForce(key) is { } rule && found(rule) is { } what && !WasSeen(rule, what)) findings.Add(rule.Finding(what));
        return this;
    }

    /// <summary>What was found on something that may happen. Throws Refused, with every rule that blocks it.</summary>
    public RuleFindings Settle(string subject)
    {
        if (refusals.Count > 0)
        {
            throw Fault.Refused(
                [.. refusals.Select(r => new PreconditionFailure.Types.Violation { Type = r.Rule.Id, Subject = subject, Description = Words(r.Rule, r.Missing, r.Overridable) })],
                new RuleRefusal { Rules = { refusals.Select(r => new RefusedRule { RuleId = r.Rule.Id, Text = r.Missing, Source = r.Rule.Source, Overridable = r.Overridable }) } });
        }
        return new(subject, findings, seenAgain);
    }

    /// <summary>What was found on something that has come about already, so that nothing can refuse it: what would block is a finding without an override.</summary>
    public RuleFindings SettleFact(string subject) => new(subject, [.. findings, .. refusals.Select(r => r.Rule.Finding(r.Missing))], seenAgain);

    private bool WasSeen(RuleVersion rule, string what)
    {
        if (standing.FirstOrDefault(f => f.RuleId == rule.Id && f.Severity == rule.Severity && f.Text == what) is not { } seen) return false;
        seenAgain.Add(seen);
        return true;
    }

    private string Words(RuleVersion rule, string missing, bool overridable) =>
        $"{missing} Rule: {rule.Text} Source: {rule.Source}. "
        + (OfWhatHappened && overridable ? "If it happened so, who did it records it with the reason."
            : rule.OverridableBy.Count == 0 ? "Nobody may override it." : $"May be overridden, with a reason, by: {string.Join(", ", rule.OverridableBy.Select(r => r.ToWords()))}.");
}

/// <summary>The warnings and overrides of a decision; all of them belong on what it makes, and each override is an event before it.</summary>
/// <param name="SeenAgain">Standing findings that hold on.</param>
public sealed record RuleFindings(string Subject, IReadOnlyList<RuleFinding> All, IReadOnlyList<RuleFinding> SeenAgain)
{
    /// <summary>Where the decision makes a record that takes the place of the one with the standing findings: what holds on belongs on it too, or the next correction would not know of it.</summary>
    public IEnumerable<RuleFinding> OfNewRecord => SeenAgain.Concat(All);

    public IEnumerable<PlanEvent> Overrides =>
        All.Where(f => f.Override is not null).Select(f => new PlanEvent { RuleOverridden = new() { Subject = Subject, Finding = f } });
}
