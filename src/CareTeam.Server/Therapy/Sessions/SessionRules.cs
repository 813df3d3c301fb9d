using CareTeam.Server.Team;

namespace CareTeam.Server.Therapy;

/// <summary>What guards a session that took place.</summary>
public static class SessionRules
{
    public static readonly RuleKey PlanBeforeTreatment = new("therapy.plan-before-treatment");
    public static readonly RuleKey AssistantSupervised = new("therapy.assistant-supervised");
    public static readonly RuleKey WithinDuration = new("therapy.within-duration");
    public static readonly RuleKey WithinCertification = new("therapy.within-certification", "disciplines");

    public static RuleCheck AskPlanBeforeTreatment(this RuleCheck check, TherapyOrder? order, SessionPurpose purpose, DateOnly day) => check.Ask(PlanBeforeTreatment, _ =>
        purpose == SessionPurpose.Evaluation ? null
        : order is null ? "There is no order for this treatment."
        : day < Dates.Of(order.EstablishedDate) ? $"The order was written on {order.EstablishedDate}, after this day."
        : null);

    public static RuleCheck AskSupervision(this RuleCheck check, CarePlan plan, Caller caller, Person? supervisor) => check.Ask(AssistantSupervised, _ =>
        caller.IsAssistantOn(plan) && supervisor is null ? "The session names no supervising therapist." : null);

    public static RuleCheck AskDuration(this RuleCheck check, TherapyOrder order, DateOnly day) => check.Ask(WithinDuration, _ =>
        day > Dates.Of(order.EndDate) ? $"The order ended on {order.EndDate}; it is to be extended." : null);

    public static RuleCheck AskCertification(this RuleCheck check, TherapyOrder order, CertificationClock? clock, DateOnly day) => check.Ask(WithinCertification, rule =>
        clock is null || !rule.IsAbout(order.Discipline) ? null
        : clock is { IsCertified: false, InitialDueBy: { } by } && day > by ? $"The order is not certified; that was due by {by.Iso()}."
        : clock.Through is { } through && day > through ? $"The order is certified through {through.Iso()}."
        : null);
}
