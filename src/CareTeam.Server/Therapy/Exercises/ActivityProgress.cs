using CareTeam.Server.Clocks;

namespace CareTeam.Server.Therapy;

/// <summary>A week of a graded activity against its quota.</summary>
public sealed record ActivityWeek(DateOnly Monday, double Target, double Amount)
{
    public bool IsReached => Target > 0 && Amount >= Target;
}

/// <summary>How a graded activity goes by the weeks: against its quota, and whether it has stopped moving or falls back. A week counts when it is over.</summary>
public static class ActivityProgress
{
    public const string PlateauKind = "therapy.plateau", RegressionKind = "therapy.regression";

    public static readonly RuleKey Plateau = new(PlateauKind, "weeks", "percent", "days");
    public static readonly RuleKey Regression = new(RegressionKind, "percent", "days");

    /// <summary>From the first quota's week to this one.</summary>
    public static IReadOnlyList<ActivityWeek> Weeks(ActivityQuota quota, DateOnly today)
    {
        var steps = quota.Steps.Select(s => (From: Dates.Of(s.WeekStartDate), s.WeeklyTarget)).ToList();
        var amounts = quota.Weeks.ToDictionary(w => Dates.Of(w.WeekStartDate), w => w.Amount);
        var weeks = new List<ActivityWeek>();
        for (var monday = steps[0].From; monday <= today; monday = monday.AddDays(7))
            weeks.Add(new(monday, steps.Last(s => s.From <= monday).WeeklyTarget, amounts.GetValueOrDefault(monday)));
        return weeks;
    }

    /// <summary>The weeks with which runs of unchanged weeks, below their quota, became long enough to be a plateau; each with the first week of its run.</summary>
    public static IEnumerable<(ActivityWeek First, ActivityWeek Last)> Plateaus(RuleVersion rule, IReadOnlyList<ActivityWeek> weeks, DateOnly today) =>
        Runs(rule, weeks, today).Where(run => run.Count == rule.Number("weeks")).Select(run => (run[0], run[^1]));

    public static bool IsOnPlateau(RuleVersion rule, IReadOnlyList<ActivityWeek> weeks, DateOnly today) => Runs(rule, weeks, today).LastOrDefault()?.Count >= rule.Number("weeks");

    /// <summary>After each week that is over, the unchanged weeks below their quota that end with it.</summary>
    private static IEnumerable<IReadOnlyList<ActivityWeek>> Runs(RuleVersion rule, IReadOnlyList<ActivityWeek> weeks, DateOnly today)
    {
        IReadOnlyList<ActivityWeek> run = [];
        foreach (var week in weeks.Where(w => IsOver(w, today)))
        {
            run = week.Target <= 0 || week.Amount <= 0 || week.IsReached ? [] : IsUnchanged(rule, [.. run, week]) ? [.. run, week] : [week];
            yield return run;
        }
    }

    private static bool IsUnchanged(RuleVersion rule, IReadOnlyList<ActivityWeek> run)
    {
        var (least, most) = (run.Min(w => w.Amount), run.Max(w => w.Amount));
        return (most - least) * 100 <= rule.Number("percent") * most;
    }

    /// <summary>Weeks with so much less than the week before, while the quota asked for no less. A week of which nothing was recorded was not measured.</summary>
    public static IEnumerable<ActivityWeek> Regressions(RuleVersion rule, IReadOnlyList<ActivityWeek> weeks, DateOnly today) => weeks.Skip(1)
        .Zip(weeks, (now, before) => (now, before))
        .Where(w => IsOver(w.now, today) && w.before is { Target: > 0, Amount: > 0 } && w.now.Amount > 0 && w.now.Target >= w.before.Target && !w.now.IsReached
            && (w.before.Amount - w.now.Amount) * 100 >= rule.Number("percent") * w.before.Amount)
        .Select(w => w.now);

    /// <summary>Also of this week, as it would be if nothing more came: the clocks look again on its Monday. Later weeks are of nothing until something is recorded.</summary>
    public static IEnumerable<Due> Dues(CarePlan plan, TherapyOrder order, RuleTable rules, DateOnly today)
    {
        var monday = today.Monday().AddDays(7);
        foreach (var quota in plan.ActivityQuotas.Where(q => q.TherapyOrderId == order.TherapyOrderId))
        {
            var (weeks, activity) = (Weeks(quota, today), quota.Activity.Spoken());
            if (rules.InForce(Plateau, plan, today) is { } plateau)
            {
                foreach (var (first, last) in Plateaus(plateau, weeks, monday))
                    yield return Observed(PlateauKind, quota, first.Monday, last, plateau, $"Plateau of {activity}: look at the quota",
                        $"No change for {plateau.Number("weeks")} weeks, below the quota.");
            }
            if (rules.InForce(Regression, plan, today) is not { } regression) continue;
            foreach (var week in Regressions(regression, weeks, monday))
                yield return Observed(RegressionKind, quota, week.Monday, week, regression, $"Regression of {activity}: look at the quota",
                    $"In the week of {week.Monday.Iso()} at least {regression.Number("percent")} % less than in the week before.");
        }

        Due Observed(string kind, ActivityQuota quota, DateOnly occurrence, ActivityWeek week, RuleVersion rule, string title, string description) => new(
            kind, quota.ActivityQuotaId, occurrence.Iso(), week.Monday.AddDays(7), week.Monday.AddDays(7 + rule.Number("days")), rule.Id, title, description,
            order.Discipline, plan.ResponsibleTherapist(order));
    }

    private static bool IsOver(ActivityWeek week, DateOnly today) => week.Monday.AddDays(7) <= today;
}
