using Google.Protobuf;

namespace CareTeam.Server.Outcomes;

/// <summary>What measurements do to a plan: it keeps each, with who and when from its envelope, and the goals measured by it get on.</summary>
public static class OutcomesFold
{
    public static bool Apply(CarePlan plan, PlanEvent e, IMessage change)
    {
        switch (change)
        {
            case OutcomeRecorded c:
                plan.Outcomes.Add(Kept(e, c.Outcome));
                Attainment.After(plan, c.Outcome);
                break;
            default: return false;
        }
        return true;
    }

    private static OutcomeMeasurement Kept(PlanEvent e, OutcomeMeasurement recorded)
    {
        var kept = recorded.Clone();
        (kept.MeasuredAt, kept.RecordedAt, kept.RecordedBy) = (e.OccurredAt, e.RecordedAt, e.Actor);
        return kept;
    }
}
