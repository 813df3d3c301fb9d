using CareTeam.Server.Tasks;

namespace CareTeam.Server.Therapy;

/// <summary>
/// The series of treatment tasks that an order brings, kept in step with its sessions: a treatment day does the next occurrence, a session that was missed or cancelled
/// moves the series to its next day. So the therapist's worklist shows when the patient is next expected.
/// </summary>
public static class TreatmentSeries
{
    private const int LongestTitle = 200;

    public static CareTask New(string taskId, string orderId, Discipline discipline, TherapyPrescription prescription, DateOnly from, int weeks, Person? therapist, Person requester)
    {
        var title = $"{Capital(discipline.Spoken())}: {(prescription.TherapyType.Length > 0 ? prescription.TherapyType : "treatment")}";
        return new()
        {
            TaskId = taskId,
            Title = title.FirstOf(LongestTitle),
            Discipline = discipline,
            Kind = TaskKind.Treatment,
            Priority = TaskPriority.Routine,
            Status = TaskStatus.Requested,
            Assignee = therapist,
            Requester = requester,
            DueDate = from.Iso(),
            SeriesStart = from.Iso(),
            Recurrence = new() { Times = prescription.SessionsPerWeek, PeriodDays = 7, Periods = weeks },
            GoalIds = { prescription.GoalIds },
            TherapyOrderId = orderId,
        };
    }

    public static CareTask? Open(CarePlan plan, TherapyOrder order) => plan.Tasks.FirstOrDefault(t => t.TaskId == order.TaskId && t.IsOpen());

    /// <summary>A first session of a day does an occurrence. Nobody's series is taken on by who treats.</summary>
    public static IEnumerable<PlanEvent> Attended(CarePlan plan, TherapyOrder order, DateOnly day, Person treatedBy)
    {
        if (Open(plan, order) is not { } task || TreatmentDays.HasTreated(plan, order, day)) yield break;
        if (task is { Status: TaskStatus.Requested, Assignee: null }) yield return new PlanEvent { TaskAccepted = new() { TaskId = task.TaskId, Assignee = treatedBy } };
        var done = task.OccurrencesCompleted + 1;
        yield return done < task.Occurrences()
            ? new PlanEvent { TaskOccurrenceCompleted = new() { TaskId = task.TaskId, Occurrence = done, NextDueDate = NextDay(plan, order, task, day) } }
            : new PlanEvent { TaskCompleted = new() { TaskId = task.TaskId } };
    }

    public static IEnumerable<PlanEvent> NotAttended(CarePlan plan, TherapyOrder order, DateOnly day, SessionAttendance how)
    {
        if (Open(plan, order) is not { } task || NextDay(plan, order, task, day) is var next && string.CompareOrdinal(next, task.DueDate) <= 0) yield break;
        yield return new PlanEvent { TaskRescheduled = new() { TaskId = task.TaskId, DueDate = next, Reason = $"The session of {day.Iso()} was {how.Spoken()}." } };
    }

    /// <summary>Whether a session that is corrected did an occurrence which no other session of its day does.</summary>
    /// <param name="plan">Without the session.</param>
    public static bool HadDone(CarePlan plan, TherapyOrder order, TherapySessionSummary session) =>
        session.Attendance == SessionAttendance.Attended && !TreatmentDays.HasTreated(plan, order, Dates.Of(session.SessionDate));

    /// <summary>The occurrence was done, on another day.</summary>
    public static IEnumerable<PlanEvent> Moved(CarePlan plan, TherapyOrder order, TherapySessionSummary corrected, DateOnly day)
    {
        if (Open(plan, order) is { } task && NextDay(plan, order, task, day) is var next && next != task.DueDate)
            yield return new PlanEvent { TaskRescheduled = new() { TaskId = task.TaskId, DueDate = next, Reason = Corrected(corrected) } };
    }

    /// <summary>The occurrence was not done, unless a session beyond the series stands for it now; a series that had ended with it goes on.</summary>
    public static IEnumerable<PlanEvent> GivenBack(CarePlan plan, TherapyOrder order, TherapySessionSummary corrected, DateOnly? day)
    {
        var task = plan.Tasks.FirstOrDefault(t => t.TaskId == order.TaskId && (t.IsOpen() || t.Status == TaskStatus.Completed));
        if (task is null || order.Status != TherapyOrderStatus.Active || TreatmentDays.TreatedSince(plan, order, Dates.Of(task.SeriesStart)) >= task.OccurrencesCompleted) yield break;
        var next = NextDay(plan, order, task, day);
        yield return new PlanEvent { TaskRescheduled = new() { TaskId = task.TaskId, DueDate = next, OccurrencesCompleted = task.OccurrencesCompleted - 1, Reason = Corrected(corrected) } };
    }

    private static string Corrected(TherapySessionSummary session) => $"The session of {session.SessionDate} was corrected.";

    public static IEnumerable<PlanEvent> Cancelled(CarePlan plan, TherapyOrder order, string reason)
    {
        if (plan.Unfinished(order.TaskId) is { } task)
            yield return new PlanEvent { TaskCancelled = new() { TaskId = task.TaskId, Reason = reason } };
    }

    public static TaskOwner? OwnerOf(CarePlan plan, CareTask task) =>
        plan.TherapyOrders.FirstOrDefault(o => o.TaskId == task.TaskId && o.Status == TherapyOrderStatus.Active) is not { } order ? null : new("therapy-order", order.TherapyOrderId,
            "The task is the treatment of a therapy order: sessions complete it, and the discharge cancels what is left of it.");

    /// <summary>The first day of the series after the newest session, this one included. The pattern goes on beyond the last period while occurrences are left.</summary>
    private static string NextDay(CarePlan plan, TherapyOrder order, CareTask task, DateOnly? day)
    {
        var newest = TreatmentDays.Sessions(plan, order).Select(s => Dates.Of(s.SessionDate)).Append(day ?? DateOnly.MinValue).Max();
        var (start, series) = (Dates.Of(task.SeriesStart), task.Recurrence);
        var occurrence = Math.Max(0, (newest.DayNumber - start.DayNumber) / series.PeriodDays * series.Times);
        while (Dates.Of(Series.DueDate(task.SeriesStart, series, occurrence)) <= newest) occurrence++;
        return Series.DueDate(task.SeriesStart, series, occurrence);
    }

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
