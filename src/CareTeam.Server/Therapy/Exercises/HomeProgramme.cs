using CareTeam.Server.Clocks;

namespace CareTeam.Server.Therapy;

/// <summary>
/// How much of the home programme was done: 100 x completed / prescribed exercise sessions of a week, at most 100. An exercise counts in a week in which it was prescribed
/// from Monday to Sunday, with the least that was asked for in it: nobody falls short by a change in the middle of a week.
/// </summary>
public static class HomeProgramme
{
    public const string Kind = "therapy.home-adherence";

    public static readonly RuleKey Adherence = new(Kind, "percent", "weeks", "days");

    /// <summary>The weeks of an order that are over and had something prescribed.</summary>
    public static IReadOnlyList<HomeAdherence> Weeks(CarePlan plan, TherapyOrder order, DateOnly today)
    {
        var exercises = plan.Exercises.Where(e => e.TherapyOrderId == order.TherapyOrderId).ToDictionary(e => e.ExerciseId, Steps);
        if (exercises.Count == 0) return [];
        var logged = plan.HomeWeeks.ToDictionary(w => w.WeekStartDate);
        var weeks = new List<HomeAdherence>();
        for (var monday = exercises.Values.Min(steps => steps[0].Day).Monday(); monday.AddDays(7) <= today; monday = monday.AddDays(7))
        {
            var week = new HomeAdherence { WeekStartDate = monday.Iso() };
            foreach (var steps in exercises.Values) week.Prescribed += Prescribed(steps, monday);
            if (week.Prescribed == 0) continue;
            foreach (var count in logged.GetValueOrDefault(week.WeekStartDate)?.Counts ?? [])
                if (exercises.TryGetValue(count.ExerciseId, out var steps) && Prescribed(steps, monday) > 0) week.Completed += count.Completed;
            week.Percent = Math.Min(100, 100 * week.Completed / week.Prescribed);
            weeks.Add(week);
        }
        return weeks;
    }

    /// <summary>Runs of weeks below what the rule asks for, each named by its first week, with the Monday after the week that made it long enough.</summary>
    public static IEnumerable<(string First, DateOnly Day)> LowRuns(RuleVersion rule, IReadOnlyList<HomeAdherence> weeks)
    {
        var run = new List<HomeAdherence>();
        foreach (var week in weeks)
        {
            var follows = run.Count > 0 && Dates.Of(run[^1].WeekStartDate).AddDays(7) == Dates.Of(week.WeekStartDate);
            // By whole numbers: 1 of 2 is 50 %, whatever percent rounds to.
            var low = 100 * week.Completed < rule.Number("percent") * week.Prescribed;
            if (!low || !follows) run.Clear();
            if (low) run.Add(week);
            if (low && run.Count == rule.Number("weeks")) yield return (run[0].WeekStartDate, Dates.Of(week.WeekStartDate).AddDays(7));
        }
    }

    /// <summary>
    /// Also of this week and as many more as the rule looks at, as they would be if nothing more came: who stops logging gives the clocks no other reason to look.
    /// </summary>
    public static IEnumerable<Due> Dues(CarePlan plan, TherapyOrder order, RuleTable rules, DateOnly today)
    {
        if (rules.InForce(Adherence, plan, today) is not { } rule) yield break;
        foreach (var (first, day) in LowRuns(rule, Weeks(plan, order, today.Monday().AddDays(7 * (rule.Number("weeks") + 1)))))
            yield return new(Kind, order.TherapyOrderId, first, day, day.AddDays(rule.Number("days")), rule.Id, "Home programme: little of it is done, find out why",
                $"Below {rule.Number("percent")} % for {rule.Number("weeks")} weeks, from the week of {first} on.", Discipline.Unspecified, null);
    }

    private static List<(DateOnly Day, int AWeek)> Steps(Exercise exercise)
    {
        var steps = new List<(DateOnly, int)>();
        var aWeek = 0;
        foreach (var step in exercise.History)
        {
            aWeek = step.Change == ExerciseChange.Stopped ? 0 : step.Dose?.HomeSessionsPerWeek ?? aWeek;
            steps.Add((Dates.Of(step.FromDate), aWeek));
        }
        return steps;
    }

    private static int Prescribed(List<(DateOnly Day, int AWeek)> steps, DateOnly monday)
    {
        if (steps[0].Day > monday) return 0;
        var least = int.MaxValue;
        for (var i = 0; i < steps.Count && steps[i].Day < monday.AddDays(7); i++)
        {
            var heldForADay = i + 1 == steps.Count || (steps[i + 1].Day > monday && steps[i + 1].Day > steps[i].Day);
            if (heldForADay) least = Math.Min(least, steps[i].AWeek);
        }
        return least;
    }
}
