using Google.Protobuf;
using Google.Protobuf.Collections;

namespace CareTeam.Server.Therapy;

/// <summary>What the events of exercises, the home programme and graded activity do to a plan.</summary>
public static class ExercisesFold
{
    public static bool Apply(CarePlan plan, PlanEvent e, IMessage change)
    {
        switch (change)
        {
            case ExercisePrescribed c: plan.Exercises.Add(Prescribed(e, c)); break;
            case ExerciseAdjusted c: plan.Exercises.Change(x => x.ExerciseId == c.ExerciseId, x => Adjust(x, e, c)); break;
            case HomeExerciseLogged c: Log(plan, c); break;
            case ActivityQuotaSet c: Set(plan.ActivityQuotas, c); break;
            default: return false;
        }
        return true;
    }

    private static Exercise Prescribed(PlanEvent e, ExercisePrescribed prescribed) => new()
    {
        ExerciseId = prescribed.ExerciseId,
        TherapyOrderId = prescribed.TherapyOrderId,
        Name = prescribed.Prescription.Name,
        Category = prescribed.Prescription.Category,
        Instructions = prescribed.Prescription.Instructions,
        Status = ExerciseStatus.Active,
        Dose = prescribed.Prescription.Dose,
        AssistantLimit = prescribed.Prescription.AssistantLimit,
        History = { Step(e, ExerciseChange.Prescribed, prescribed.Prescription.Dose, "", prescribed.Findings, prescribed.FromDate) },
    };

    private static void Adjust(Exercise exercise, PlanEvent e, ExerciseAdjusted adjusted)
    {
        exercise.History.Add(Step(e, adjusted.Change, adjusted.Dose, adjusted.Reason, adjusted.Findings, adjusted.FromDate));
        exercise.Status = adjusted.Change == ExerciseChange.Stopped ? ExerciseStatus.Stopped : ExerciseStatus.Active;
        exercise.Dose = adjusted.Dose ?? exercise.Dose;
        exercise.AssistantLimit = adjusted.AssistantLimit;
    }

    private static ExerciseStep Step(PlanEvent e, ExerciseChange change, ExerciseDose? dose, string reason, RepeatedField<RuleFinding> findings, string from) => new()
    {
        Change = change,
        Dose = dose,
        Reason = reason,
        ChangedBy = e.Actor,
        ChangedAt = e.OccurredAt,
        FromDate = from,
        Findings = { findings },
    };

    private static void Log(CarePlan plan, HomeExerciseLogged logged)
    {
        PutInWeek(plan.HomeWeeks, w => w.WeekStartDate, logged.WeekStartDate, () => new() { WeekStartDate = logged.WeekStartDate }, week =>
        {
            week.Logs++;
            foreach (var id in logged.ExerciseIds)
            {
                var count = week.Counts.FirstOrDefault(c => c.ExerciseId == id);
                if (count is null) week.Counts.Add(new HomeExerciseCount { ExerciseId = id, Completed = 1 });
                else count.Completed++;
            }
        });
        Count(plan, logged.Activities, atHome: true);
    }

    /// <summary>A step takes the place of those from its week on.</summary>
    private static void Set(RepeatedField<ActivityQuota> quotas, ActivityQuotaSet set)
    {
        if (quotas.All(q => q.ActivityQuotaId != set.ActivityQuotaId))
        {
            quotas.Add(new ActivityQuota { ActivityQuotaId = set.ActivityQuotaId, TherapyOrderId = set.TherapyOrderId, Activity = set.Activity, Steps = { set.Step } });
            return;
        }
        quotas.Change(q => q.ActivityQuotaId == set.ActivityQuotaId, q =>
        {
            var before = q.Steps.Where(s => string.CompareOrdinal(s.WeekStartDate, set.Step.WeekStartDate) < 0).ToList();
            q.Steps.Clear();
            q.Steps.Add(before);
            q.Steps.Add(set.Step);
        });
    }

    /// <summary>Adds to the week what was done: the sum, or of what is measured by its most, the most.</summary>
    public static void Count(CarePlan plan, IEnumerable<ActivityAmount> activities, bool atHome)
    {
        foreach (var done in activities)
        {
            plan.ActivityQuotas.Change(q => q.ActivityQuotaId == done.ActivityQuotaId, q =>
                PutInWeek(q.Weeks, w => w.WeekStartDate, done.WeekStartDate, () => new() { WeekStartDate = done.WeekStartDate }, week =>
                {
                    week.Amount = Together(q, week.Amount, done.Amount);
                    if (atHome) week.HomeAmount = Together(q, week.HomeAmount, done.Amount);
                }));
        }
    }

    /// <summary>The weeks of what was done in a session that no longer holds, from what was logged at home and the sessions that hold.</summary>
    public static void CountAnew(CarePlan plan, IEnumerable<ActivityAmount> activities)
    {
        foreach (var (quotaId, monday) in activities.Select(a => (a.ActivityQuotaId, a.WeekStartDate)).Distinct().ToList())
        {
            var held = plan.SessionsThatHold().SelectMany(s => s.Activities).Where(a => a.ActivityQuotaId == quotaId && a.WeekStartDate == monday).Select(a => a.Amount).ToList();
            plan.ActivityQuotas.Change(q => q.ActivityQuotaId == quotaId, q =>
            {
                // A correction that left nothing of the week took it away; a later correction of that one comes here again.
                if (q.Weeks.FirstOrDefault(w => w.WeekStartDate == monday) is not { } week) return;
                week.Amount = held.Aggregate(week.HomeAmount, (sum, amount) => Together(q, sum, amount));
                if (week.Amount == 0) q.Weeks.Remove(week);
            });
        }
    }

    private static double Together(ActivityQuota quota, double one, double other) => GradedActivities.IsByItsMost(quota.Activity) ? Math.Max(one, other) : one + other;

    /// <summary>Weeks stay in order, also when a late entry brings an early one.</summary>
    private static void PutInWeek<TWeek>(RepeatedField<TWeek> weeks, Func<TWeek, string> start, string monday, Func<TWeek> empty, Action<TWeek> put)
        where TWeek : class, IDeepCloneable<TWeek>
    {
        var at = weeks.Count;
        while (at > 0 && string.CompareOrdinal(start(weeks[at - 1]), monday) >= 0) at--;
        if (at == weeks.Count || start(weeks[at]) != monday) weeks.Insert(at, empty());
        var week = weeks[at].Clone();
        put(week);
        weeks[at] = week;
    }
}
