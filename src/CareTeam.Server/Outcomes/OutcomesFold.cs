using Google.Protobuf;

namespace CareTeam.Server.Outcomes;

/// <summary>What measurements do to a plan: it keeps each, with who and when from its envelope, and the goals measured by it get on, or back where one is corrected.</summary>
public static class OutcomesFold
{
    public static bool Apply(CarePlan plan, PlanEvent e, IMessage change)
    {
        switch (change)
        {
            case OutcomeRecorded c: Record(plan, e, c.Outcome); break;
            default: return false;
        }
        return true;
    }

    private static void Record(CarePlan plan, PlanEvent e, OutcomeMeasurement recorded)
    {
        var corrected = plan.Outcomes.FirstOrDefault(o => o.OutcomeId == recorded.SupersedesOutcomeId);
        if (corrected is not null) plan.Outcomes.Change(o => o == corrected, o => o.SupersededByOutcomeId = recorded.OutcomeId);
        plan.Outcomes.Add(Kept(e, recorded));
        Attainment.After(plan, recorded.InstrumentId);
        if (corrected is not null && corrected.InstrumentId != recorded.InstrumentId) Attainment.After(plan, corrected.InstrumentId);
    }

    private static OutcomeMeasurement Kept(PlanEvent e, OutcomeMeasurement recorded)
    {
        var kept = recorded.Clone();
        (kept.MeasuredAt, kept.RecordedAt, kept.RecordedBy) = (e.OccurredAt, e.RecordedAt, e.Actor);
        return kept;
    }
}
