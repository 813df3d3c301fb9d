namespace CareTeam.Server.Therapy;

partial class TherapyGrpc
{
    public override Task<CertifyTherapyResponse> CertifyTherapy(CertifyTherapyRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>
/// Who may certify signs the order: the first time its initial certification, afterwards the next interval. Nobody signs an order that was revised, or signed by somebody
/// else, while the signature was under way.
/// </summary>
public sealed class CertifyTherapy(RuleTable rules) : PlanCommand<CertifyTherapyRequest, CertifyTherapyResponse>, IMustSee<CertifyTherapyRequest>
{
    public override Permission Who => Permission.To(Capability.CertifyTherapy);

    protected override void Validate(CertifyTherapyRequest request, Violations violations)
    {
        violations.Required("therapy_order_id", request.TherapyOrderId);
        violations.Range("interval_days", request.IntervalDays, 0, 365);
        violations.Text("delay_reason", request.DelayReason, 2000, required: false);
        OverrideForm.Check(request.Overrides, violations);
    }

    public bool MustSee(CertifyTherapyRequest request, PlanEvent other) =>
        other.TherapyOrderRevised?.TherapyOrderId == request.TherapyOrderId || other.TherapyCertified?.TherapyOrderId == request.TherapyOrderId;

    public override CertifyTherapyResponse Reply(CarePlan after, CertifyTherapyRequest request)
    {
        var order = after.TherapyOrder(request.TherapyOrderId);
        var own = ChosenId.Of(request, "certification");
        // Already so: the last signature of the day that was named, or of today, which is the newest.
        var signed = order.Certifications.FirstOrDefault(c => c.CertificationId == own)
            ?? order.Certifications.LastOrDefault(c => c.SignedDate == request.SignedDate) ?? CertificationClock.Newest(order)!;
        return new() { CertificationId = signed.CertificationId, Findings = { signed.Findings } };
    }

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, CertifyTherapyRequest request, Caller caller, Timestamp now)
    {
        var order = plan.TherapyOrder(request.TherapyOrderId);
        var check = new RuleCheck(rules, plan, caller, now, request.Overrides);
        var signed = request.SignedDate.Or(check.Today);
        Dates.MustNotBeInFuture("signed_date", signed.Iso(), check.Today);
        Dates.MustNotBeBefore("signed_date", signed.Iso(), order.EstablishedDate, "the day on which the order was written");
        var clock = CertificationClock.Of(rules, plan, order, check.Today);
        var most = CertificationClock.MostDays(rules, plan, check.Today);
        var certification = new TherapyCertification
        {
            CertificationId = ChosenId.Of(request, "certification"),
            Recertification = IsRecertification(order, clock, signed),
            CertifiedBy = caller.Person,
            SignedDate = signed.Iso(),
            IntervalDays = request.IntervalDays == 0 ? most : request.IntervalDays,
            OrderEndDate = order.EndDate,
            DelayReason = request.DelayReason,
        };
        // An interval begins where the last one ended; one that is signed early, with the signature.
        if (certification.Recertification && clock?.Through is { } through) certification.FromDate = TherapyDays.Earlier(signed, through).Iso();
        if (order.Certifications.LastOrDefault(c => c.SignedDate == certification.SignedDate) is { } last && IsTheSame(last, certification, isForTheNext: signed > clock?.Through)) yield break;

        check.Ask(CertificationClock.Interval, rule => certification.IntervalDays > rule.Number("days") ? $"{certification.IntervalDays} days are more than {rule.Number("days")}." : null);
        if (request.DelayReason.Length == 0) AskInTime(check, order, clock, certification, signed);
        var findings = check.Settle($"therapy-order/{order.TherapyOrderId}");
        foreach (var e in findings.Overrides) yield return e;
        certification.Findings.Add(findings.All);
        yield return new PlanEvent
        {
            TherapyCertified = new() { TherapyOrderId = order.TherapyOrderId, Certification = certification },
            OccurredAt = rules.OccurredBy(plan.Coverage, signed, now),
        };
    }

    /// <summary>Before any treatment there is no interval that could be followed by another.</summary>
    private static bool IsRecertification(TherapyOrder order, CertificationClock? clock, DateOnly signed) =>
        clock is null ? order.Certifications.Count > 0 : clock.FirstTreatment is not null && clock.IsCertified && (order.Certifications.Count > 0 || signed > clock.InitialDueBy);

    /// <summary>A signature that is late needs its reason: then it is a delayed certification.</summary>
    private static void AskInTime(RuleCheck check, TherapyOrder order, CertificationClock? clock, TherapyCertification certification, DateOnly signed)
    {
        if (clock is null) return;
        if (certification.Recertification)
        {
            check.Ask(CertificationClock.Recertification, _ => signed > clock.Through ? $"It was due by {clock.Through!.Value.Iso()}; a delayed certification says why." : null);
            return;
        }
        check.Ask(CertificationClock.Initial, _ => signed > clock.InitialDueBy ? $"It was due by {clock.InitialDueBy!.Value.Iso()}; a delayed certification says why." : null);
        check.Ask(CertificationClock.VerbalOrder, rule => order.VerbalOrder is { } verbal && Dates.Of(verbal.GivenDate).AddDays(rule.Number("days")) is var by && signed > by
            ? $"The verbal order of {verbal.GivenDate} was to be signed by {by.Iso()}."
            : null);
    }

    /// <summary>When the interval that a signature began is over on the day of the signature, as with delayed ones, the next one on that day is for the next interval.</summary>
    private static bool IsTheSame(TherapyCertification last, TherapyCertification next, bool isForTheNext) => (!isForTheNext || last.FromDate == next.FromDate) &&
        (last.CertifiedBy.PersonId, last.SignedDate, last.IntervalDays, last.OrderEndDate) == (next.CertifiedBy.PersonId, next.SignedDate, next.IntervalDays, next.OrderEndDate);
}
