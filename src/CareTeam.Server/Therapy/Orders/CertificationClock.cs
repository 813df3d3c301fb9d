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
        var (newest, sent) = (Newest(order), StandsForSignature(rules, plan, order, first));
        var through = newest is not null ? EndOf(newest, first)
            : sent is not null ? TherapyDays.Earlier(first!.Value.AddDays(MostDays(rules, plan, today)), Dates.Of(sent.OrderEndDate))
            : (DateOnly?)null;
        return new(first, DueBy(rules, plan, order, initial, first, today), newest is not null || sent is not null, through);
    }

    /// <summary>By the day of the signature, since an older one may be entered late; of one day the one that was recorded last. Null: nobody has signed.</summary>
    public static TherapyCertification? Newest(TherapyOrder order) => order.Certifications.OrderBy(c => c.SignedDate, StringComparer.Ordinal).LastOrDefault();

    /// <summary>The longest interval that a certification may name.</summary>
    public static int MostDays(RuleTable rules, CarePlan plan, DateOnly today) => rules.InForce(Interval, plan, today)?.Number("days") ?? Unlimited;

    /// <summary>
    /// The exception of 2025, by the rule of the first treatment day: the order sent in time, with a signed referral on file. The last such sending; one that came later and proves nothing takes
    /// nothing away. Null: there is none.
    /// </summary>
    private static TherapyPlanSent? StandsForSignature(RuleTable rules, CarePlan plan, TherapyOrder order, DateOnly? first) =>
        first is not { } day || rules.InForce(SignedOrderException, plan, day) is not { } rule ? null
        : order.EarlierPlansSent.Append(order.PlanSent).LastOrDefault(s => s is { ReferralSignedDate.Length: > 0 } && Dates.Of(s.SentDate) <= day.AddDays(rule.Number("days")));

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
