using CareTeam.Server.Team;

namespace CareTeam.Server.Therapy;

partial class TherapyGrpc
{
    public override Task<RecordSessionResponse> RecordSession(RecordSessionRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>Who treats records a session, attended or not; late entries and corrections are allowed, also on a plan or an order that has ended since.</summary>
public sealed class RecordSession(RuleTable rules, ScopeOfPractice scope) : PlanCommand<RecordSessionRequest, RecordSessionResponse>
{
    public override Permission Who => Permission.To(Capability.TreatInTherapy);

    protected override void Validate(RecordSessionRequest request, Violations violations) => SessionForm.Check(request, violations);

    public override RecordSessionResponse Reply(CarePlan after, RecordSessionRequest request)
    {
        var session = after.Sessions.Last(s => s.SessionId == request.Or(request.SessionId, "session"));
        var response = new RecordSessionResponse { SessionId = session.SessionId, Findings = { session.Findings } };
        if (session.TherapyOrderId.Length == 0) return response;
        var order = after.TherapyOrder(session.TherapyOrderId);
        response.TreatmentDays = TreatmentDays.Of(after, order).Count;
        response.TreatmentDaysSinceReport = ReportClock.Of(after, order).Days.Count;
        return response;
    }

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, RecordSessionRequest request, Caller caller, Timestamp now)
    {
        var id = request.Or(request.SessionId, "session");
        PlanState.MustBeNew("session", id, plan.Sessions.Any(s => s.SessionId == id));
        var corrected = request.SupersedesSessionId.Length > 0 ? plan.CorrectableSession(request.SupersedesSessionId, caller) : null;
        // Who corrects on a plan that they lead did not treat.
        var treating = corrected is null ? caller : caller with { Person = corrected.TreatedBy ?? corrected.RecordedBy ?? caller.Person };
        var before = plan;
        if (corrected is not null) plan = plan.Without(corrected, id);
        var order = request.TherapyOrderId.Length > 0 ? plan.TherapyOrder(request.TherapyOrderId) : null;
        var day = Dates.Of(request.SessionDate);
        CheckDay(plan, order, request, now);
        CheckTreating(order, request, treating);
        CheckNamed(plan, order, request);
        var supervisor = corrected?.SupervisedBy is { } supervised && request.SupervisingPersonId.Length == 0 ? supervised : Supervisor(plan, request, treating);
        var attended = request.Attendance == SessionAttendance.Attended;

        var check = new RuleCheck(rules, plan, caller, now, request.Overrides, corrected?.Findings).AskSigned(before, corrected);
        // Under whom it took place is no question of today, when the assistant or the supervisor may have left.
        var asItWas = corrected?.SupervisedBy is { } under && under.PersonId == supervisor?.PersonId;
        if (attended) Ask(check, plan, order, request.Purpose, day, treating, supervisor, asItWas);
        var findings = check.Settle($"session/{id}");
        foreach (var e in findings.Overrides) yield return e;

        var recorded = new SessionRecorded
        {
            Summary = Summary(id, order, request, treating, supervisor, findings),
            Detail = new() { Interventions = { request.Interventions }, Exercises = { request.Exercises }, Response = request.Response },
            Activities = { request.Activities.Select(a => new ActivityAmount { ActivityQuotaId = a.ActivityQuotaId, WeekStartDate = day.Monday().Iso(), Amount = a.Amount }) },
            NextReevaluationDate = attended && request.Purpose == SessionPurpose.ReEvaluation && LaterReEvaluation(plan, order!, day) is null && !IsNamedSince(order!, request, corrected)
                ? check.ReEvaluationDate(request.NextReevaluationDate, day) : "",
        };
        var occurredAt = rules.OccurredBy(plan.Coverage, day, now);
        yield return new PlanEvent { SessionRecorded = recorded, OccurredAt = occurredAt };
        if (plan.HasEnded()) yield break;
        foreach (var e in Series(plan, order, corrected, day, request.Attendance, treating.Person).AllAt(occurredAt)) yield return e;
    }

    /// <summary>A correction gives back the occurrence that the mistake had done, unless it does one of the same order.</summary>
    private static IEnumerable<PlanEvent> Series(CarePlan plan, TherapyOrder? order, TherapySessionSummary? corrected, DateOnly day, SessionAttendance attendance, Person treatedBy)
    {
        var attended = attendance == SessionAttendance.Attended;
        if (corrected is not null && plan.TherapyOrders.FirstOrDefault(o => o.TherapyOrderId == corrected.TherapyOrderId) is { } had && TreatmentSeries.HadDone(plan, had, corrected))
        {
            var instead = attended && had == order && !TreatmentDays.HasTreated(plan, had, day);
            foreach (var e in instead ? TreatmentSeries.Moved(plan, had, corrected, day) : TreatmentSeries.GivenBack(plan, had, corrected, had == order ? day : null)) yield return e;
            if (instead || (!attended && had == order)) yield break;
        }
        if (order is null) yield break;
        foreach (var e in attended ? TreatmentSeries.Attended(plan, order, day, treatedBy) : TreatmentSeries.NotAttended(plan, order, day, attendance)) yield return e;
    }

    private void Ask(RuleCheck check, CarePlan plan, TherapyOrder? order, SessionPurpose purpose, DateOnly day, Caller caller, Person? supervisor, bool asItWas)
    {
        check.AskPlanBeforeTreatment(order, purpose, day).AskSupervision(plan, caller, supervisor);
        if (!asItWas) check.AskSupervised(plan, caller);
        if (order is null) return;
        check.AskDuration(order, day)
            .AskCertification(order, CertificationClock.Of(rules, plan, order, check.Today), day)
            .Ask(ReportClock.ProgressReport, rule => ReportClock.Of(plan, order).Missing(rule, order.Discipline, day));
    }

    private void CheckDay(CarePlan plan, TherapyOrder? order, RecordSessionRequest request, Timestamp now)
    {
        Dates.MustNotBeInFuture("session_date", request.SessionDate, rules.Day(plan.Coverage, now));
        Dates.MustNotBeBefore("session_date", request.SessionDate, plan.Patient.BirthDate, "the patient's birth");
        Dates.MustNotBeBefore("next_reevaluation_date", request.NextReevaluationDate, request.SessionDate, "the session");
        if (request.NextReevaluationDate.Length > 0 && LaterReEvaluation(plan, order!, Dates.Of(request.SessionDate)) is { } later)
            throw Fault.Invalid("next_reevaluation_date", $"is settled by the re-evaluation of {later.Iso()}, which is later");
        if (plan.HasEnded() && Dates.Of(request.SessionDate) > rules.Day(plan.Coverage, plan.EndedAt))
            throw Fault.Refused("session.within-plan", $"plan/{plan.PlanId}", "The plan has ended; only sessions before its end can still be recorded.");
        if (order is { DischargedDate.Length: > 0 } && string.CompareOrdinal(request.SessionDate, order.DischargedDate) > 0)
        {
            throw Fault.Refused("session.within-episode", $"therapy-order/{order.TherapyOrderId}",
                $"The patient was discharged on {order.DischargedDate}; only sessions up to then can still be recorded.");
        }
    }

    /// <summary>That has named the next one by its own day: an earlier one that is entered late says nothing about it.</summary>
    private static DateOnly? LaterReEvaluation(CarePlan plan, TherapyOrder order, DateOnly day) => TreatmentDays.Attended(plan, order)
        .Where(s => s.Purpose == SessionPurpose.ReEvaluation).Select(s => (DateOnly?)Dates.Of(s.SessionDate)).Where(d => d > day).Max();

    /// <summary>Somebody has put the next one on another day since the session that is corrected: the correction names none of its own, unless it says so.</summary>
    private static bool IsNamedSince(TherapyOrder order, RecordSessionRequest request, TherapySessionSummary? corrected) =>
        request.NextReevaluationDate.Length == 0 && corrected is { NextReevaluationDate.Length: > 0 } && corrected.TherapyOrderId == order.TherapyOrderId
        && corrected.NextReevaluationDate != order.Prescription.ReevaluationDate;

    private void CheckTreating(TherapyOrder? order, RecordSessionRequest request, Caller caller)
    {
        if (order is not null) caller.MustBeOfDiscipline(order.Discipline);
        var evaluates = request is { Attendance: SessionAttendance.Attended, Purpose: SessionPurpose.Evaluation or SessionPurpose.ReEvaluation };
        if (evaluates && !scope.May(caller.Role, Capability.PlanTherapy)) throw Fault.Forbidden("MAY_NOT_PLAN_THERAPY", "An assistant treats, and does not evaluate.");
    }

    private static void CheckNamed(CarePlan plan, TherapyOrder? order, RecordSessionRequest request)
    {
        var orderId = order?.TherapyOrderId ?? "";
        foreach (var done in request.Exercises)
            if (plan.Exercise(done.ExerciseId).TherapyOrderId != orderId) throw NotOfTheOrder("exercise", done.ExerciseId);
        foreach (var done in request.Activities)
            if (plan.ActivityQuota(done.ActivityQuotaId).TherapyOrderId != orderId) throw NotOfTheOrder("activity-quota", done.ActivityQuotaId);
        if (request.NoteId.Length > 0 && plan.Notes.All(n => n.NoteId != request.NoteId)) throw Fault.NotFound("note", request.NoteId);
    }

    private static CareTeamException NotOfTheOrder(string kind, string id) =>
        Fault.Refused("session.of-its-order", $"{kind}/{id}", "What is done in a session belongs to the order of the session.");

    /// <summary>The named therapist; one who may supervise, of the assistant's discipline. Without a name, whom the team has for the assistant.</summary>
    private Person? Supervisor(CarePlan plan, RecordSessionRequest request, Caller caller)
    {
        if (request.SupervisingPersonId.Length == 0) return caller.IsAssistantOn(plan) ? plan.SupervisorOf(caller.Person.PersonId) : null;
        var supervisor = plan.CurrentMember(request.SupervisingPersonId)?.Person;
        if (supervisor is null || !scope.May(supervisor.Role, Capability.SuperviseAssistants) || supervisor.Role.Discipline() != caller.Role.Discipline())
        {
            throw Fault.Refused("session.supervisor-of-discipline", $"person/{request.SupervisingPersonId}",
                $"Only a therapist of {caller.Role.Discipline().ToWords()} on the team supervises the session.");
        }
        return supervisor;
    }

    private static TherapySessionSummary Summary(string id, TherapyOrder? order, RecordSessionRequest request, Caller caller, Person? supervisor, RuleFindings findings)
    {
        var attended = request.Attendance == SessionAttendance.Attended;
        var summary = new TherapySessionSummary
        {
            SessionId = id,
            TherapyOrderId = order?.TherapyOrderId ?? "",
            Discipline = order?.Discipline ?? caller.Role.Discipline(),
            SessionDate = request.SessionDate,
            Attendance = request.Attendance,
            AttendanceReason = request.AttendanceReason,
            Purpose = request.Purpose,
            TreatedBy = attended ? caller.Person : null,
            SupervisedBy = attended ? supervisor : null,
            TimedMinutes = request.TimedMinutes,
            UntimedMinutes = request.UntimedMinutes,
            Telehealth = request.Telehealth,
            NoteId = request.NoteId,
            Findings = { findings.OfNewRecord },
            SupersedesSessionId = request.SupersedesSessionId,
            CorrectionReason = request.CorrectionReason,
        };
        if (request.HasPainBefore) summary.PainBefore = request.PainBefore;
        if (request.HasPainAfter) summary.PainAfter = request.PainAfter;
        return summary;
    }
}
