using CareTeam.Server.Clocks;
using CareTeam.Server.Outcomes;
using CareTeam.Server.Tasks;

namespace CareTeam.Server.Therapy;

/// <summary>
/// A therapeutic injection opens a window in which pain lets the patient train; it follows a corrected day. What is due in it is fixed by the rules of that day; what is done in it is found in the
/// sessions and the outcomes.
/// </summary>
public static class RehabilitationWindows
{
    public const string FirstVisitKind = "rehabilitation-window.first-visit", ReassessmentKind = "rehabilitation-window.reassessment";

    public static readonly RuleKey FirstVisit = new(FirstVisitKind, "days", "notice_days", "disciplines");
    public static readonly RuleKey Reassessment = new(ReassessmentKind, "weeks", "instruments", "tolerance_days");

    /// <summary>What follows from a therapeutic injection; nothing where both rules are off.</summary>
    public static IEnumerable<PlanEvent> Opened(RuleTable rules, CarePlan plan, string procedureId, DateOnly day)
    {
        var (visit, reassessment) = (rules.InForce(FirstVisit, plan, day), rules.InForce(Reassessment, plan, day));
        if (visit is null && reassessment is null) yield break;
        var window = new RehabilitationWindow
        {
            RehabilitationWindowId = ChosenId.Named(plan.PlanId, procedureId, "rehabilitation window"),
            ProcedureId = procedureId,
            OpenedDate = day.Iso(),
            FirstVisitByDate = visit is null ? "" : day.AddDays(visit.Number("days")).Iso(),
        };
        foreach (var week in reassessment?.Numbers("weeks").Distinct().Order() ?? Enumerable.Empty<int>())
            window.Reassessments.Add(new WindowReassessment { Week = week, ReassessDate = day.AddDays(7 * week).Iso(), Instruments = { reassessment!.Words("instruments") } });
        window.ThroughDate = window.Reassessments.Select(r => r.ReassessDate).Append(window.FirstVisitByDate).Max(StringComparer.Ordinal);
        yield return new PlanEvent { RehabilitationWindowOpened = new() { Window = window } };
    }

    /// <summary>Those of procedures that treated: one that turned out to be stopped opens none.</summary>
    public static IEnumerable<RehabilitationWindow> WindowsThatHold(this CarePlan plan) =>
        plan.RehabilitationWindows.Where(w => plan.Procedures.FirstOrDefault(p => p.ProcedureId == w.ProcedureId) is not { Therapeutic: false });

    /// <summary>Attended sessions of the disciplines that the rule names, on the days of the window.</summary>
    public static IEnumerable<TherapySessionSummary> Sessions(CarePlan plan, RehabilitationWindow window, RuleVersion? visit) => plan.SessionsThatHold().Where(s =>
        s.Attendance == SessionAttendance.Attended && visit?.IsAbout(s.Discipline) != false
        && string.CompareOrdinal(s.SessionDate, window.OpenedDate) >= 0 && string.CompareOrdinal(s.SessionDate, window.ThroughDate) <= 0);

    public static IEnumerable<Due> Dues(CarePlan plan, RuleTable rules, DateOnly today)
    {
        foreach (var window in plan.WindowsThatHold())
        {
            if (Visit(plan, window, rules, today) is { } visit) yield return visit;
            foreach (var reassessment in Reassess(plan, window, rules, today)) yield return reassessment;
        }
    }

    /// <summary>While the window lasts somebody is to book a visit, unless there was one, or one is booked for a day in time that is still to come.</summary>
    private static Due? Visit(CarePlan plan, RehabilitationWindow window, RuleTable rules, DateOnly today)
    {
        if (window.FirstVisitByDate.Length == 0 || today > Dates.Of(window.ThroughDate) || rules.InForce(FirstVisit, plan, today) is not { } rule) return null;
        var by = Dates.Of(window.FirstVisitByDate);
        if (Sessions(plan, window, rule).Any() || Booked(plan, window, rule, today).Any()) return null;
        var order = plan.TherapyOrders.FirstOrDefault(o => o.Status == TherapyOrderStatus.Active && rule.IsAbout(o.Discipline));
        var notice = TherapyDays.Earlier(by, Dates.Of(window.OpenedDate).AddDays(rule.Number("notice_days")));
        return new(FirstVisitKind, window.RehabilitationWindowId, "visit", notice, by, rule.Id,
            "Book the first therapy visit after the injection", $"The injection was on {window.OpenedDate}; the visit is due by {window.FirstVisitByDate}.",
            order?.Discipline ?? Discipline.PhysicalTherapy, order is null ? null : plan.ResponsibleTherapist(order));
    }

    /// <summary>The days, still to come and in time, for which a visit is booked.</summary>
    private static IEnumerable<DateOnly> Booked(CarePlan plan, RehabilitationWindow window, RuleVersion rule, DateOnly today) => plan.Tasks
        .Where(t => t.IsOpen() && t.Kind is TaskKind.Treatment or TaskKind.Evaluation && t.DueDate.Length > 0 && rule.IsAbout(t.Discipline)).Select(t => Dates.Of(t.DueDate))
        .Where(day => day >= Dates.Of(window.OpenedDate) && day >= today && day <= Dates.Of(window.FirstVisitByDate));

    public static DueEnd EndOf(PlanDue raised, CarePlan plan, RuleTable rules, DateOnly today)
    {
        var window = plan.RehabilitationWindows.Single(w => w.RehabilitationWindowId == raised.SubjectId);
        if (raised.Kind == FirstVisitKind)
        {
            return rules.InForce(FirstVisit, plan, today) is not { } visit ? RuleIsOff
                : window.FirstVisitByDate.Length == 0 ? IsAnother
                : DueEnd.DoneIf(Sessions(plan, window, visit).Any() || Booked(plan, window, visit, today).Any(), "The time after the injection is over without a visit.");
        }
        if (rules.InForce(Reassessment, plan, today) is not { } rule) return RuleIsOff;
        // By a corrected day another version of the rule may hold, with other weeks.
        if (Times(window, rule).Where(t => Occurrence(t.Reassessment) == raised.Occurrence).ToList() is not [var (reassessment, from, before)]) return IsAnother;
        return DueEnd.DoneIf(IsDone(plan, rules, reassessment, from, before), $"The time of week {reassessment.Week} is over.");
    }

    private static DueEnd IsAnother => new("The window is another one.");

    private static DueEnd RuleIsOff => new("The rule that asked for it is off.");

    private static string Occurrence(WindowReassessment reassessment) => $"week-{reassessment.Week}";

    /// <summary>A visit that was booked may not be kept, and the window or the time of a reassessment may end without anything.</summary>
    public static DateOnly NextLook(CarePlan plan, RuleTable rules, DateOnly today)
    {
        var days = new List<DateOnly>();
        foreach (var window in plan.RehabilitationWindows)
        {
            days.Add(Dates.Of(window.ThroughDate).AddDays(1));
            if (window.FirstVisitByDate.Length > 0 && rules.InForce(FirstVisit, plan, today) is { } visit) days.AddRange(Booked(plan, window, visit, today).Select(day => day.AddDays(1)));
            if (rules.InForce(Reassessment, plan, today) is { } rule) days.AddRange(Times(window, rule).Select(t => t.Before));
        }
        return days.Where(day => day > today).Append(DateOnly.MaxValue).Min();
    }

    /// <summary>Each is to be done from some days before its day until the next one's time begins; what was measured then counts for the next.</summary>
    private static IEnumerable<Due> Reassess(CarePlan plan, RehabilitationWindow window, RuleTable rules, DateOnly today)
    {
        if (rules.InForce(Reassessment, plan, today) is not { } rule) yield break;
        foreach (var (reassessment, from, before) in Times(window, rule))
        {
            if (today >= before || IsDone(plan, rules, reassessment, from, before)) continue;
            yield return new(ReassessmentKind, window.RehabilitationWindowId, Occurrence(reassessment), from, Dates.Of(reassessment.ReassessDate), rule.Id,
                $"Measure {string.Join(" and ", reassessment.Instruments.Select(i => i.ToUpperInvariant()))}: week {reassessment.Week} after the injection",
                $"The injection was on {window.OpenedDate}.", Discipline.Unspecified, null);
        }
    }

    public static IEnumerable<int> ReassessedWeeks(CarePlan plan, RehabilitationWindow window, RuleTable rules, DateOnly today) =>
        rules.InForce(Reassessment, plan, today) is { } rule ? Times(window, rule).Where(t => IsDone(plan, rules, t.Reassessment, t.From, t.Before)).Select(t => t.Reassessment.Week) : [];

    private static IEnumerable<(WindowReassessment Reassessment, DateOnly From, DateOnly Before)> Times(RehabilitationWindow window, RuleVersion rule)
    {
        var begins = window.Reassessments.Select(r => Dates.Of(r.ReassessDate).AddDays(-rule.Number("tolerance_days"))).ToList();
        return window.Reassessments.Select((r, i) => (r, begins[i], i + 1 < begins.Count ? begins[i + 1] : DateOnly.MaxValue));
    }

    private static bool IsDone(CarePlan plan, RuleTable rules, WindowReassessment reassessment, DateOnly from, DateOnly before) =>
        reassessment.Instruments.All(instrument => Measured(plan, rules).Any(m => m.Instrument == instrument && m.Day >= from && m.Day < before));

    /// <summary>What has a score counts; and the pain that a session records is an NPRS too.</summary>
    private static IEnumerable<(string Instrument, DateOnly Day)> Measured(CarePlan plan, RuleTable rules) =>
        plan.OutcomesThatHold().Where(o => o.Scores.Any(s => s.HasValue)).Select(o => (o.InstrumentId, rules.Day(plan.Coverage, o.MeasuredAt)))
            .Concat(plan.SessionsThatHold().Where(s => s.HasPainBefore || s.HasPainAfter).Select(s => ("nprs", Dates.Of(s.SessionDate))));
}
