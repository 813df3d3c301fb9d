namespace CareTeam.Server.Therapy;

partial class TherapyGrpc
{
    public override Task<RecordVerbalOrderResponse> RecordVerbalOrder(RecordVerbalOrderRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>Who may order the therapy records that somebody who may certify ordered it orally; the signature falls due.</summary>
public sealed class RecordVerbalOrder(RuleTable rules, ScopeOfPractice scope) : PlanCommand<RecordVerbalOrderRequest, RecordVerbalOrderResponse>
{
    public override Permission Who => Permission.To(Capability.PlanTherapy);

    protected override void Validate(RecordVerbalOrderRequest request, Violations violations)
    {
        violations.Required("therapy_order_id", request.TherapyOrderId);
        violations.Required("given_by_person_id", request.GivenByPersonId);
    }

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, RecordVerbalOrderRequest request, Caller caller, Timestamp now)
    {
        plan.MustNotHaveEnded();
        var order = plan.ActiveTherapyOrder(request.TherapyOrderId, "be ordered orally");
        caller.MustBeOfDiscipline(order.Discipline);
        var today = rules.Day(plan.Coverage, now);
        var day = request.GivenDate.Or(today);
        Dates.MustNotBeInFuture("given_date", day.Iso(), today);
        Dates.MustNotBeBefore("given_date", day.Iso(), plan.Patient.BirthDate, "the patient's birth");
        var physician = plan.CurrentMember(request.GivenByPersonId)?.Person;
        if (physician is null || !scope.May(physician.Role, Capability.CertifyTherapy))
            throw Fault.Refused("therapy.verbal-order-by-certifier", $"person/{request.GivenByPersonId}", "Only a member of the team who may certify therapy orders it orally.");
        var verbal = new VerbalOrder { GivenBy = physician, GivenDate = day.Iso(), RecordedBy = caller.Person };
        if (order.VerbalOrder is { } known && (known.GivenBy.PersonId, known.GivenDate) == (physician.PersonId, verbal.GivenDate)) yield break;
        yield return new PlanEvent
        {
            VerbalOrderRecorded = new() { TherapyOrderId = order.TherapyOrderId, VerbalOrder = verbal },
            OccurredAt = rules.OccurredBy(plan.Coverage, day, now),
        };
    }
}
