using CareTeam.Server.Diagnostics;

namespace CareTeam.Server.Procedures;

/// <summary>What an indication must show before a needle is placed: by the plan's data where they say it, by what the physician attests where they do not.</summary>
public static class IndicationRules
{
    public static RuleCheck AskPainDuration(this RuleCheck check, RuleKey key, CarePlan plan, InjectionIndication indication, DateOnly day, Func<RuleVersion, DateOnly, DateOnly> lastedAfter) =>
        check.Ask(key, rule => PainSince(plan, indication) is not { } since ? "Nothing tells since when the pain has lasted: neither the indication nor the onset of a diagnosis."
            : lastedAfter(rule, since) > day ? $"The pain has lasted since {since.Text()}, by {day.Text()} not long enough."
            : null);

    /// <summary>What failed is attested; since when care was given, the plan's own documentation says where the indication does not.</summary>
    public static RuleCheck AskFailedCare(this RuleCheck check, RuleKey key, RuleTable rules, CarePlan plan, InjectionIndication indication, DateOnly day) => check.Ask(key, rule =>
    {
        if (indication.FailedCare.Length == 0) return "The indication does not attest what conservative care has failed.";
        var since = indication.CareSinceDate.Length > 0 ? Dates.Of(indication.CareSinceDate) : DocumentedCare.Since(rules, plan, stated: null);
        return since is not { } first ? "Nothing tells since when conservative care was given: neither the indication nor a note or a prescription of the plan."
            : Weeks(rule, first) > day ? $"Conservative care was given since {first.Text()}, by {day.Text()} not long enough."
            : null;
    });

    public static DateOnly? PainSince(CarePlan plan, InjectionIndication indication) =>
        indication.PainSinceDate.Length > 0
            ? Dates.Of(indication.PainSinceDate)
            : plan.Diagnoses.Where(d => d.OnsetDate.Length > 0).Select(d => (DateOnly?)Dates.Of(d.OnsetDate)).Min();

    public static DateOnly Weeks(RuleVersion rule, DateOnly since) => since.AddDays(7 * rule.Number("weeks"));

    public static DateOnly Months(RuleVersion rule, DateOnly since) => since.AddMonths(rule.Number("months"));

    public static DateOnly Days(RuleVersion rule, DateOnly since) => since.AddDays(rule.Number("days"));
}
