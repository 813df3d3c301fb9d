namespace CareTeam.Server.Therapy;

partial class TherapyGrpc
{
    public override Task<RecordTherapyPlanSentResponse> RecordTherapyPlanSent(RecordTherapyPlanSentRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>Who may order the therapy records that the order was sent to the physician, and which signed referral is on file: from 2025 on both stand for the initial signature.</summary>
public sealed class RecordTherapyPlanSent(RuleTable rules) : PlanCommand<RecordTherapyPlanSentRequest, RecordTherapyPlanSentResponse>
{
    public override Permission Who => Permission.To(Capability.PlanTherapy);

    protected override void Validate(RecordTherapyPlanSentRequest request, Violations violations)
    {
        violations.Required("therapy_order_id", request.TherapyOrderId);
        violations.Text("referral_signed_by", request.ReferralSignedBy, 200, required: request.ReferralSignedDate.Length > 0);
        if (request.ReferralSignedBy.Length > 0 && request.ReferralSignedDate.Length == 0) violations.Add("referral_signed_date", "is required: a signature has its day");
    }

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, RecordTherapyPlanSentRequest request, Caller caller, Timestamp now)
    {
        plan.MustNotHaveEnded();
        var order = plan.ActiveTherapyOrder(request.TherapyOrderId, "be sent");
        caller.MustBeOfDiscipline(order.Discipline);
        var today = rules.Day(plan.Coverage, now);
        var day = request.SentDate.Or(today);
        Dates.MustNotBeInFuture("sent_date", day.Iso(), today);
        Dates.MustNotBeBefore("sent_date", day.Iso(), order.EstablishedDate, "the day on which the order was written");
        if (string.CompareOrdinal(request.ReferralSignedDate, day.Iso()) > 0) throw Fault.Invalid("referral_signed_date", "is after the order was sent: it was not on file then");
        var sent = new TherapyPlanSent
        {
            SentDate = day.Iso(),
            ReferralSignedDate = request.ReferralSignedDate,
            ReferralSignedBy = request.ReferralSignedBy,
            OrderEndDate = order.EndDate,
            RecordedBy = caller.Person,
        };
        if (order.PlanSent is { } known && Told(known) == Told(sent)) yield break;
        yield return new PlanEvent
        {
            TherapyPlanSentRecorded = new() { TherapyOrderId = order.TherapyOrderId, PlanSent = sent },
            OccurredAt = rules.OccurredBy(plan.Coverage, day, now),
        };

        static (string, string, string) Told(TherapyPlanSent sent) => (sent.SentDate, sent.ReferralSignedDate, sent.ReferralSignedBy);
    }
}
