using CareTeam.Server.Diagnostics;

namespace CareTeam.Server.Procedures;

/// <summary>What an indication must show before a needle is placed: by the plan's data where they say it, by what the physician attests where they do not.</summary>
public static class IndicationRules
{
    public static RuleCheck AskPainDuration(this RuleCheck check, RuleKey key, CarePlan plan, InjectionIndication indication, DateOnly day) => check.Ask(key, rule =>
        PainSince(plan, indication) is not { } since ? "Nothing tells since when the pain has lasted: neither the indication nor the onset of a diagnosis."
        : RuleSpan.Of(rule).After(since) > day ? $"The pain has lasted since {since.Iso()}, by {day.Iso()} not for {RuleSpan.Of(rule)}."
        : null);

    /// <summary>What failed is attested; since when care was given, the plan's own documentation says where the indication does not.</summary>
    public static RuleCheck AskFailedCare(this RuleCheck check, RuleKey key, RuleTable rules, CarePlan plan, InjectionIndication indication, DateOnly day) => check.Ask(key, rule =>
    {
        if (string.IsNullOrWhiteSpace(indication.FailedCare)) return "The indication does not attest what conservative care has failed.";
        var since = indication.CareSinceDate.Length > 0 ? Dates.Of(indication.CareSinceDate) : DocumentedCare.Since(rules, plan, stated: null);
        return since is not { } first ? "Nothing tells since when conservative care was given: neither the indication nor a note or a prescription of the plan."
            : RuleSpan.Of(rule).After(first) > day ? $"Conservative care was given since {first.Iso()}, by {day.Iso()} not for {RuleSpan.Of(rule)}."
            : null;
    });

    public static DateOnly? PainSince(CarePlan plan, InjectionIndication indication) =>
        indication.PainSinceDate.Length > 0
            ? Dates.Of(indication.PainSinceDate)
            : plan.DiagnosesThatHold().Where(d => d.OnsetDate.Length > 0).Select(d => (DateOnly?)Dates.Of(d.OnsetDate)).Min();
}
