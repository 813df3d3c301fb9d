using CareTeam.Server.Therapy;

namespace CareTeam.Server.Procedures;

partial class ProcedureGrpc
{
    public override Task<RecordProcedureResponse> RecordProcedure(RecordProcedureRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>
/// Who performed a scheduled procedure records it. The gates are asked again, of what was done on the day it was done: what has changed since it was scheduled blocks, and
/// what was overridden then stands as long as it is the same. It has happened, so that who did it records it, with the reason, whatever blocks. So it is when what was recorded is
/// corrected.
/// </summary>
public sealed class RecordProcedure(RuleTable rules) : PlanCommand<RecordProcedureRequest, RecordProcedureResponse>
{
    public override Permission Who => Permission.To(Capability.PerformProcedures);

    protected override void Validate(RecordProcedureRequest request, Violations violations)
    {
        violations.Required("procedure_id", request.ProcedureId);
        violations.Required("performed_date", request.PerformedDate);
        if (request.Performed is not null) InjectionForm.Check("performed", request.Performed, violations);
        if (request.Checklist is null) violations.Add("checklist", "is required");
        InjectionForm.Check("checklist", request.Checklist, violations);
        violations.Text("description", request.Description, 2000);
        violations.Text("complications", request.Complications, 2000, required: false);
        violations.Text("stopped_reason", request.StoppedReason, 2000, required: false);
        Corrections.Check("", request.CorrectionReason, violations);
        OverrideForm.Check(request.Overrides, violations);
    }

    public override RecordProcedureResponse Reply(CarePlan after, RecordProcedureRequest request) => new() { Findings = { after.Procedure(request.ProcedureId).Findings } };

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, RecordProcedureRequest request, Caller caller, Timestamp now)
    {
        var procedure = plan.Procedure(request.ProcedureId);
        var corrects = !string.IsNullOrWhiteSpace(request.CorrectionReason);
        if (corrects) MustBeCorrectable(plan, procedure, request, caller);
        else procedure.MustBe("be recorded", ProcedureStatus.Scheduled);
        Dates.MustNotBeInFuture("performed_date", request.PerformedDate, rules.Day(plan.Coverage, now));
        Dates.MustNotBeBefore("performed_date", request.PerformedDate, plan.Patient.BirthDate, "the patient's birth");
        var stopped = !string.IsNullOrWhiteSpace(request.StoppedReason);
        var performed = request.Performed ?? procedure.Performed ?? procedure.Planned;
        MustFitItsKind(procedure.Kind, performed, stopped);
        var c = new ProcedureCase(rules, plan, procedure.ProcedureId, procedure.Kind, Dates.Of(request.PerformedDate), performed, procedure.Indication, request.Checklist);
        // One that was stopped is no session, whatever else was done there on that day.
        if (!stopped) c.MustBeOnce();
        var check = new RuleCheck(rules, plan, caller, now, request.Overrides, procedure.Findings) { OfWhatHappened = true };
        if (corrects) check.AskLaterSessions(plan, procedure);
        var findings = check
            .AskGates(c)
            .AskChecklist(plan, c.Day, request.Checklist, performed, corrects ? procedure.Checklist : null)
            .Ask(ProcedureRules.SiteAsPlanned, _ => c.Sites.SetEquals(procedure.Planned.Sites()) ? null : $"It was planned at {procedure.Planned.Place()}, and done at {performed.Place()}.")
            .Settle($"procedure/{procedure.ProcedureId}");
        foreach (var e in findings.Overrides) yield return e;
        var performedAt = rules.OccurredBy(plan.Coverage, c.Day, now);
        yield return new PlanEvent
        {
            ProcedureRecorded = new()
            {
                ProcedureId = procedure.ProcedureId,
                Status = stopped ? ProcedureStatus.Stopped : ProcedureStatus.Completed,
                Region = performed.Region(),
                PerformedDate = request.PerformedDate,
                PerformedBy = corrects ? procedure.PerformedBy : caller.Person,
                Performed = performed,
                Checklist = request.Checklist,
                Description = request.Description,
                Complications = request.Complications,
                StatusReason = request.StoppedReason,
                Findings = { findings.All },
                CorrectionReason = request.CorrectionReason,
            },
            OccurredAt = performedAt,
        };
        foreach (var e in ProcedureTask.Completed(plan, procedure, stopped ? request.StoppedReason : request.Description).AllAt(performedAt)) yield return e;
        if (stopped || plan.RehabilitationWindows.Any(w => w.ProcedureId == procedure.ProcedureId && w.OpenedDate == request.PerformedDate)) yield break;
        foreach (var e in RehabilitationWindows.Opened(rules, plan, procedure.ProcedureId, c.Day).AllAt(performedAt)) yield return e;
    }

    private static void MustBeCorrectable(CarePlan plan, Procedure procedure, RecordProcedureRequest request, Caller caller)
    {
        plan.MustBeCorrectable("procedure", procedure.ProcedureId, procedure.PerformedBy, supersededBy: "", caller);
        procedure.MustBe("be corrected", ProcedureStatus.Completed, ProcedureStatus.Stopped);
        PlanBounds.MustHaveRoom("procedure.most-corrections", $"procedure/{procedure.ProcedureId}", procedure.MistakenRecords.Count, PlanBounds.MostOfProcedure, "corrections",
            "Write what was wrong in a note.");
        if (procedure.FollowUpsThatHold().Select(f => f.AssessedDate).Min(StringComparer.Ordinal) is { } seen && string.CompareOrdinal(seen, request.PerformedDate) < 0)
            throw Fault.Invalid("performed_date", $"is after the follow-up of {seen}; where that is the mistake, correct it first");
    }

    private static void MustFitItsKind(ProcedureKind kind, InjectionTechnique performed, bool stopped)
    {
        var violations = new Violations();
        ProcedureForm.CheckKind(kind, "performed", performed, violations);
        if (!stopped) ProcedureForm.CheckGiven(kind, "performed", performed, violations);
        if (violations.Found.Count > 0) throw Fault.Invalid(violations.Found);
    }
}
