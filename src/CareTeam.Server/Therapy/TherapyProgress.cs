using CareTeam.Server.Clocks;

namespace CareTeam.Server.Therapy;

/// <summary>Counts and judges what was recorded, for a reader: the same functions that decide and that tell the clocks.</summary>
public static class TherapyProgress
{
    public static GetTherapyProgressResponse Of(CarePlan plan, RuleTable rules, DateOnly today) => new()
    {
        Orders = { plan.TherapyOrders.Select(o => Order(plan, o, rules, today)) },
        Windows = { plan.WindowsThatHold().Select(w => Window(plan, w, rules, today)) },
        // What this week would come to if nothing more came is for the clocks alone.
        Dues =
        {
            new TherapyDues().Dues(plan, rules, today).Where(d => d.NoticeDay <= today || !TherapyDues.IsObserved(d.Kind))
                .OrderBy(d => d.Day).ThenBy(d => d.Key, StringComparer.Ordinal).Select(d => Shown(d, today)),
        },
    };

    private static TherapyOrderProgress Order(CarePlan plan, TherapyOrder order, RuleTable rules, DateOnly today)
    {
        var (days, sessions) = (TreatmentDays.Of(plan, order), TreatmentDays.Sessions(plan, order).ToList());
        var certification = CertificationClock.Of(rules, plan, order, today);
        return new()
        {
            TherapyOrderId = order.TherapyOrderId,
            TreatmentDays = days.Count,
            FirstTreatmentDate = days.Count > 0 ? days[0].Iso() : "",
            LastTreatmentDate = days.Count > 0 ? days[^1].Iso() : "",
            TreatmentDaysSinceReport = ReportClock.Of(plan, order).Days.Count,
            Attended = sessions.Count(s => s.Attendance == SessionAttendance.Attended),
            Missed = sessions.Count(s => s.Attendance == SessionAttendance.Missed),
            Cancelled = sessions.Count(s => s.Attendance is SessionAttendance.CancelledByPatient or SessionAttendance.CancelledByClinic),
            Certified = certification?.IsCertified ?? order.Certifications.Count > 0,
            CertifiedThroughDate = certification?.Through?.Iso() ?? "",
            HomeAdherence = { HomeProgramme.Weeks(plan, order, today) },
            Quotas = { plan.ActivityQuotas.Where(q => q.TherapyOrderId == order.TherapyOrderId).Select(q => Quota(plan, q, rules, today)) },
        };
    }

    private static QuotaProgress Quota(CarePlan plan, ActivityQuota quota, RuleTable rules, DateOnly today)
    {
        var weeks = ActivityProgress.Weeks(quota, today);
        var lastOver = today.Monday().AddDays(-7);
        var progress = new QuotaProgress
        {
            ActivityQuotaId = quota.ActivityQuotaId,
            Activity = quota.Activity,
            Unit = GradedActivities.Unit(quota.Activity),
            Weeks = { weeks.Select(w => new QuotaWeekProgress { WeekStartDate = w.Monday.Iso(), Target = w.Target, Amount = w.Amount, Reached = w.IsReached }) },
            Plateau = rules.InForce(ActivityProgress.Plateau, plan, today) is { } plateau && ActivityProgress.IsOnPlateau(plateau, weeks, today),
            Regression = rules.InForce(ActivityProgress.Regression, plan, today) is { } regression && ActivityProgress.Regressions(regression, weeks, today).Any(w => w.Monday == lastOver),
        };
        if (GradedActivities.IsByWeight(quota.Activity) && quota.Weeks.Count > 0 && rules.InForce(GradedActivities.LiftingLevels, plan, today) is { } levels)
            progress.Level = GradedActivities.LevelOf(levels, quota.Weeks[^1].Amount);
        return progress;
    }

    private static WindowProgress Window(CarePlan plan, RehabilitationWindow window, RuleTable rules, DateOnly today) => new()
    {
        RehabilitationWindowId = window.RehabilitationWindowId,
        SessionIds = { RehabilitationWindows.Sessions(plan, window, rules.InForce(RehabilitationWindows.FirstVisit, plan, today)).Select(s => s.SessionId) },
        ReassessedWeeks = { RehabilitationWindows.ReassessedWeeks(plan, window, rules, today) },
    };

    private static TherapyDue Shown(Due due, DateOnly today) => new()
    {
        Kind = due.Kind,
        SubjectId = due.SubjectId,
        DueDate = due.Day.Iso(),
        Title = due.Title,
        RuleId = due.RuleId,
        Assignee = due.Assignee,
        Discipline = due.Discipline,
        Overdue = due.Day < today,
    };
}
