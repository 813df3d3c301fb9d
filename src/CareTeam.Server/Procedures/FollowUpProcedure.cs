namespace CareTeam.Server.Procedures;

partial class ProcedureGrpc
{
    public override Task<FollowUpProcedureResponse> FollowUpProcedure(FollowUpProcedureRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>A clinician who records outcomes tells how the patient responded to a completed procedure, as often as the patient is seen, or corrects what was told.</summary>
public sealed class FollowUpProcedure(RuleTable rules) : PlanCommand<FollowUpProcedureRequest, FollowUpProcedureResponse>
{
    public override Permission Who => Permission.To(Capability.RecordOutcomes);

    protected override void Validate(FollowUpProcedureRequest request, Violations violations)
    {
        violations.Required("procedure_id", request.ProcedureId);
        violations.Required("assessed_date", request.AssessedDate);
        if (!request.HasNprsBefore) violations.Add("nprs_before", "is required");
        if (!request.HasNprsAfter) violations.Add("nprs_after", "is required");
        violations.Range("nprs_before", request.NprsBefore, 0, Relief.Worst);
        violations.Range("nprs_after", request.NprsAfter, 0, Relief.Worst);
        violations.Range("stated_percent", request.StatedPercent, 0, 100);
        violations.Text("function", request.Function, 1000, required: request.FunctionGained);
        Corrections.Check(request.SupersedesFollowUpId, request.CorrectionReason, violations);
    }

    public override FollowUpProcedureResponse Reply(CarePlan after, FollowUpProcedureRequest request)
    {
        var id = request.Or(request.FollowUpId, "follow-up");
        var followUp = after.Procedure(request.ProcedureId).FollowUps.First(f => f.FollowUpId == id);
        var response = new FollowUpProcedureResponse { FollowUpId = id, Findings = { followUp.Findings } };
        if (followUp.HasReliefPercent) response.ReliefPercent = followUp.ReliefPercent;
        return response;
    }

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, FollowUpProcedureRequest request, Caller caller, Timestamp now)
    {
        var procedure = plan.Procedure(request.ProcedureId);
        plan.MustNotHaveEnded();
        procedure.MustBe("be followed up", ProcedureStatus.Completed);
        var id = request.Or(request.FollowUpId, "follow-up");
        PlanState.MustBeNew("follow-up", id, plan.Procedures.Any(p => p.FollowUps.Any(f => f.FollowUpId == id)));
        var corrected = request.SupersedesFollowUpId.Length > 0 ? plan.CorrectableFollowUp(procedure, request.SupersedesFollowUpId, caller) : null;
        PlanBounds.MustHaveRoom("procedure.most-follow-ups", $"procedure/{procedure.ProcedureId}", procedure.FollowUps.Count, PlanBounds.MostOfProcedure, "follow-ups",
            "Write how the patient responds in a note, or record an outcome.");
        Dates.MustNotBeInFuture("assessed_date", request.AssessedDate, rules.Day(plan.Coverage, now));
        Dates.MustNotBeBefore("assessed_date", request.AssessedDate, procedure.PerformedDate, "the procedure");
        var sustainedUntil = request.SustainedUntilDate.Length > 0 ? request.SustainedUntilDate : request.AssessedDate;
        Dates.MustNotBeBefore("sustained_until_date", sustainedUntil, procedure.PerformedDate, "the procedure");
        if (Dates.Of(sustainedUntil) > Dates.Of(request.AssessedDate)) throw Fault.Invalid("sustained_until_date", "is after the follow-up");
        var followUp = new ProcedureFollowUp
        {
            FollowUpId = id,
            AssessedDate = request.AssessedDate,
            NprsBefore = request.NprsBefore,
            NprsAfter = request.NprsAfter,
            FunctionGained = request.FunctionGained,
            Function = request.Function,
            SustainedUntilDate = sustainedUntil,
            AssessedBy = caller.Person,
            SupersedesFollowUpId = request.SupersedesFollowUpId,
            CorrectionReason = request.CorrectionReason,
        };
        var check = new RuleCheck(rules, plan, caller, now);
        if (corrected is not null) check.AskLaterSessions(plan, procedure);
        followUp.Findings.Add(check.Settle($"follow-up/{id}").All);
        if (Relief.Percent(request.NprsBefore, request.NprsAfter) is { } relief) followUp.ReliefPercent = relief;
        if (request.HasStatedPercent) followUp.StatedPercent = request.StatedPercent;
        yield return new PlanEvent
        {
            ProcedureFollowedUp = new() { ProcedureId = procedure.ProcedureId, FollowUp = followUp },
            OccurredAt = rules.OccurredBy(plan.Coverage, Dates.Of(request.AssessedDate), now),
        };
    }
}
