using System.Globalization;
using CareTeam.Server.Clocks;

namespace CareTeam.Server.Therapy;

/// <summary>What of an order's certification falls due: the initial signature, that of a verbal order, the recertification.</summary>
public static class CertificationDues
{
    private const string Initial = "therapy.initial-certification", VerbalOrder = "therapy.verbal-order", Recertification = "therapy.recertification";

    /// <summary>Of everything here, for the list of what waits for a signature.</summary>
    public static readonly IReadOnlyList<string> Kinds = [Initial, VerbalOrder, Recertification];

    public static bool IsAskedAfterDischarge(string kind) => kind is Initial or VerbalOrder;

    /// <summary>What was treated is signed for also after the discharge; only a next interval is not asked for then.</summary>
    public static IEnumerable<Due> Dues(CarePlan plan, TherapyOrder order, RuleTable rules, DateOnly today)
    {
        if (CertificationClock.Of(rules, plan, order, today) is not { } clock) yield break;
        var active = order.Status == TherapyOrderStatus.Active;
        if (clock is { IsCertified: false, InitialDueBy: { } by } && rules.InForce(CertificationClock.Initial, plan, today) is { } initial)
            yield return Signature(Initial, "initial", by, initial, "Certify the therapy order", $"First treatment on {clock.FirstTreatment!.Value.Iso()}.", plan.Lead);
        if (VerbalOrderUnsigned(order) is { } given && (active || clock.FirstTreatment is not null) && rules.InForce(CertificationClock.VerbalOrder, plan, today) is { } verbal)
            yield return Signature(VerbalOrder, given.Iso(), given.AddDays(verbal.Number("days")), verbal, "Sign the verbal order of therapy", $"Given on {given.Iso()}.",
                plan.HasMember(order.VerbalOrder.GivenBy.PersonId) ? order.VerbalOrder.GivenBy : plan.Lead);
        if (active && clock.Through is { } through && rules.InForce(CertificationClock.Recertification, plan, today) is { } again && again.IsAbout(order.Discipline))
            yield return Signature(Recertification, $"{order.Certifications.Count + 1}", through, again, "Recertify the therapy order, or discharge",
                $"Certified through {through.Iso()}.", plan.Lead);

        Due Signature(string kind, string occurrence, DateOnly day, RuleVersion rule, string title, string description, Person who) =>
            new(kind, order.TherapyOrderId, occurrence, day.AddDays(-rule.Number("notice_days")), day, rule.Id, title, description, Discipline.PhysicalMedicine, who);
    }

    public static DueEnd EndOf(PlanDue raised, CarePlan plan, TherapyOrder order, RuleTable rules, DateOnly today)
    {
        var done = raised.Kind switch
        {
            Initial => CertificationClock.Of(rules, plan, order, today)?.IsCertified ?? order.Certifications.Count > 0,
            VerbalOrder => order.Certifications.Any(c => string.CompareOrdinal(c.SignedDate, raised.Occurrence) >= 0),
            // The discharge is the other thing that it asked for.
            _ => order.Certifications.Count >= int.Parse(raised.Occurrence, CultureInfo.InvariantCulture) || order.Status == TherapyOrderStatus.Discharged,
        };
        return DueEnd.DoneIf(done, "The order asks for this signature no longer.");
    }

    /// <summary>The day of a verbal order after which nobody has signed.</summary>
    private static DateOnly? VerbalOrderUnsigned(TherapyOrder order) =>
        order.VerbalOrder is { } verbal && order.Certifications.All(c => string.CompareOrdinal(c.SignedDate, verbal.GivenDate) < 0) ? Dates.Of(verbal.GivenDate) : null;
}
