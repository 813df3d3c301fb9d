using CareTeam.Server.Diagnostics;

namespace CareTeam.Server.Procedures;

/// <summary>What an indication must show before a needle is placed: by the plan's data where they say it, by what the physician attests where they do not.</summary>
public static class IndicationRules
{
    /// <param name="treated">Of which diagnoses the onset tells since when the pain has lasted that is treated; null: of any.</param>
    public static RuleCheck AskPainDuration(this RuleCheck check, RuleKey key, CarePlan plan, InjectionIndication indication, DateOnly day, Func<Diagnosis, bool>? treated = null) => check.Ask(key, rule =>
    {
        var since = PainSince(plan, indication, treated);
        if (since.Count == 0) return $"Nothing tells since when the pain has lasted: neither the indication nor the onset of a diagnosis{(treated is null ? "" : " of it")}.";
        var (first, last, needed) = (since[0], since[^1], RuleSpan.Of(rule));
        return needed.After(first) > day ? $"The pain has lasted since {first.Iso()}, by {day.Iso()} not for {needed}."
            : needed.After(last) > day ? $"The diagnoses began on different days, from {first.Iso()} to {last.Iso()}, and by {day.Iso()} not all have lasted for {needed}: the indication says since when the pain that is treated has."
            : null;
    });

    /// <summary>What failed is attested; since when care was given, the plan's own documentation says where the indication does not.</summary>
    public static RuleCheck AskFailedCare(this RuleCheck check, RuleKey key, RuleTable rules, CarePlan plan, InjectionIndication indication, DateOnly day) => check.Ask(key, rule =>
    {
        if (string.IsNullOrWhiteSpace(indication.FailedCare)) return "The indication does not attest what conservative care has failed.";
        var since = indication.CareSinceDate.Length > 0 ? Dates.Of(indication.CareSinceDate) : DocumentedCare.Since(rules, plan, stated: null);
        return since is not { } first ? "Nothing tells since when conservative care was given: neither the indication nor a note or a prescription of the plan."
            : RuleSpan.Of(rule).After(first) > day ? $"Conservative care was given since {first.Iso()}, by {day.Iso()} not for {RuleSpan.Of(rule)}."
            : null;
    });

    /// <summary>As the indication attests; where it does not, each day on which a diagnosis began, in order.</summary>
    public static IReadOnlyList<DateOnly> PainSince(CarePlan plan, InjectionIndication indication, Func<Diagnosis, bool>? treated = null) => indication.PainSinceDate.Length > 0
        ? [Dates.Of(indication.PainSinceDate)]
        : [.. plan.DiagnosesThatHold().Where(d => d.OnsetDate.Length > 0 && (treated is null || treated(d))).Select(d => Dates.Of(d.OnsetDate)).Order()];
}
