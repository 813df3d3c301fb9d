namespace CareTeam.Server.Therapy;

/// <summary>
/// Until when an order is certified, and by when it must be. Days are counted from the first treatment day, which a late entry may move, so nothing of this is stored.
/// </summary>
/// <param name="FirstTreatment">Null while no treatment has begun; then nothing is due.</param>
/// <param name="InitialDueBy">The last day for the initial certification.</param>
/// <param name="IsCertified">A signature is there, or what stands for the initial one.</param>
/// <param name="Through">The last day of the certified interval.</param>
public sealed record CertificationClock(DateOnly? FirstTreatment, DateOnly? InitialDueBy, bool IsCertified, DateOnly? Through)
{
    public static readonly RuleKey Initial = new("therapy.initial-certification", "days", "notice_days", "disciplines");
    public static readonly RuleKey SignedOrderException = new("therapy.signed-order-exception", "days");
    public static readonly RuleKey VerbalOrder = new("therapy.verbal-order", "days", "notice_days");
    public static readonly RuleKey Interval = new("therapy.certification-interval", "days");
    public static readonly RuleKey Recertification = new("therapy.recertification", "notice_days", "disciplines");

    /// <summary>No order lasts longer: what holds where a site leaves the interval unlimited.</summary>
    private const int Unlimited = 365;

    /// <summary>Null for an order that need not be certified.</summary>
    public static CertificationClock? Of(RuleTable rules, CarePlan plan, TherapyOrder order, DateOnly today)
    {
        if (rules.InForce(Initial, plan, today) is not { } initial || !initial.IsAbout(order.Discipline)) return null;
        var days = TreatmentDays.Of(plan, order);
        DateOnly? first = days.Count > 0 ? days[0] : null;
        var byException = StandsForSignature(rules, plan, order, first);
        var through = order.Certifications.Count > 0 ? EndOf(order.Certifications[^1], first)
            : byException ? TherapyDays.Earlier(first!.Value.AddDays(MostDays(rules, plan, today)), Dates.Of(order.PlanSent.OrderEndDate))
            : null;
        return new(first, DueBy(rules, plan, order, initial, first, today), order.Certifications.Count > 0 || byException, through);
    }

    /// <summary>The longest interval that a certification may name.</summary>
    public static int MostDays(RuleTable rules, CarePlan plan, DateOnly today) => rules.InForce(Interval, plan, today)?.Number("days") ?? Unlimited;

    /// <summary>The exception of 2025, by the rule of the first treatment day: a signed referral on file, and the order sent in time.</summary>
    public static bool StandsForSignature(RuleTable rules, CarePlan plan, TherapyOrder order, DateOnly? first) =>
        first is { } day && order.PlanSent is { ReferralSignedDate.Length: > 0 } sent && rules.InForce(SignedOrderException, plan, day) is { } rule
        && Dates.Of(sent.SentDate) <= day.AddDays(rule.Number("days"));

    /// <summary>A verbal order in time gives its signature some days more.</summary>
    private static DateOnly? DueBy(RuleTable rules, CarePlan plan, TherapyOrder order, RuleVersion initial, DateOnly? first, DateOnly today)
    {
        if (first?.AddDays(initial.Number("days")) is not { } by) return null;
        if (order.VerbalOrder is null || Dates.Of(order.VerbalOrder.GivenDate) > by || rules.InForce(VerbalOrder, plan, today) is not { } verbal) return by;
        var signedBy = Dates.Of(order.VerbalOrder.GivenDate).AddDays(verbal.Number("days"));
        return signedBy > by ? signedBy : by;
    }

    private static DateOnly? EndOf(TherapyCertification certification, DateOnly? first)
    {
        DateOnly? from = certification.FromDate.Length > 0 ? Dates.Of(certification.FromDate) : first;
        return from is { } day ? TherapyDays.Earlier(day.AddDays(certification.IntervalDays), Dates.Of(certification.OrderEndDate)) : null;
    }
}
