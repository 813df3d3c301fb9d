namespace CareTeam.Server.Therapy;

partial class TherapyGrpc
{
    public override Task<DischargeFromTherapyResponse> DischargeFromTherapy(DischargeFromTherapyRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>Who may order the therapy ends the episode; the open series of treatment is cancelled with it. Home exercises go on as self-management.</summary>
public sealed class DischargeFromTherapy(RuleTable rules) : PlanCommand<DischargeFromTherapyRequest, DischargeFromTherapyResponse>
{
    public override Permission Who => Permission.To(Capability.PlanTherapy);

    protected override void Validate(DischargeFromTherapyRequest request, Violations violations)
    {
        violations.Required("therapy_order_id", request.TherapyOrderId);
        violations.Required("reason", request.Reason);
        violations.Text("summary", request.Summary, 2000, required: request.Reason != DischargeReason.GoalsReached);
    }

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, DischargeFromTherapyRequest request, Caller caller, Timestamp now)
    {
        var known = plan.TherapyOrder(request.TherapyOrderId);
        caller.MustBeOfDiscipline(known.Discipline);
        if (known.Status == TherapyOrderStatus.Discharged && known.DischargeReason == request.Reason) yield break;
        plan.MustNotHaveEnded();
        var order = plan.ActiveTherapyOrder(request.TherapyOrderId, "be ended");
        var today = rules.Day(plan.Coverage, now);
        var day = request.DischargedDate.Or(today);
        Dates.MustNotBeInFuture("discharged_date", day.Iso(), today);
        Dates.MustNotBeBefore("discharged_date", day.Iso(), order.EstablishedDate, "the day on which the order was written");
        if (TreatmentDays.Of(plan, order).Any(d => d > day)) throw Fault.Invalid("discharged_date", "is before the last session");
        yield return new PlanEvent
        {
            TherapyDischarged = new() { TherapyOrderId = order.TherapyOrderId, Reason = request.Reason, Summary = request.Summary, DischargedDate = day.Iso() },
            OccurredAt = rules.OccurredBy(plan.Coverage, day, now),
        };
        foreach (var e in TreatmentSeries.Cancelled(plan, order, "The patient was discharged from this therapy.")) yield return e;
    }
}
