namespace CareTeam.Server.Procedures;

/// <summary>How often, how soon and after what a procedure may be done again. A session is a day and a region: several procedures of a family on one day there are one.</summary>
public static class SessionLimits
{
    public static RuleCheck AskSessions(this RuleCheck check, RuleKey key, IEnumerable<Procedure> others, DateOnly day) => check.Ask(key, rule =>
    {
        var (limit, months) = (rule.Number("sessions"), rule.Number("months"));
        var days = others.Select(p => p.Day()).ToHashSet();
        var most = RollingSessions.Most(days, day, months);
        if (most <= limit) return null;
        var near = days.Where(d => d > day.AddMonths(-months) && d < day.AddMonths(months) && d != day).Order().Select(d => d.Iso());
        return $"With {day.Iso()} there would be {most} sessions in {months} months, and {limit} are allowed; the others: {string.Join(", ", near)}.";
    });

    /// <summary>Sessions on other days are at least so far apart.</summary>
    public static RuleCheck AskInterval(this RuleCheck check, RuleKey key, IEnumerable<Procedure> others, DateOnly day) =>
        check.Ask(key, rule => RollingSessions.TooNear(others.Select(p => p.Day()).Where(d => d != day), day, RuleSpan.Of(rule).After) is { } near
            ? $"Between {day.Iso()} and the session of {near.Iso()} are not {RuleSpan.Of(rule)}."
            : null);

    /// <summary>The last session before, if there is one, has helped enough for long enough.</summary>
    public static RuleCheck AskRelief(this RuleCheck check, RuleKey key, IEnumerable<Procedure> others, DateOnly day) => check.Ask(key, rule =>
    {
        if (others.Where(p => p.Day() < day).GroupBy(p => p.Day()).MaxBy(g => g.Key) is not { } session) return null;
        if (session.Any(p => p.FollowUpsThatHold().Any(f => Helped(rule, p.Day(), f)))) return null;
        return session.All(p => p.Status == ProcedureStatus.Scheduled)
            ? $"The session of {session.Key.Iso()} is not recorded yet, so that nobody can know whether it helped."
            : $"No follow-up of the session of {session.Key.Iso()} shows that it helped: {Wanted(rule)}.";
    });

    private static bool Helped(RuleVersion rule, DateOnly performed, ProcedureFollowUp followUp)
    {
        if (Dates.Of(followUp.SustainedUntilDate) < RuleSpan.Of(rule).After(performed)) return false;
        var relieved = Relief.Reaches(rule.Number("percent"), followUp.NprsBefore, followUp.NprsAfter);
        return (relieved || (rule.Flag("function_suffices") && followUp.FunctionGained)) && (!rule.Flag("function_required") || followUp.FunctionGained);
    }

    private static string Wanted(RuleVersion rule) =>
        $"{rule.Number("percent")} % less pain{(rule.Flag("function_suffices") ? " or a gain of function" : "")}{(rule.Flag("function_required") ? " and a gain of function" : "")} for {RuleSpan.Of(rule)}";
}
