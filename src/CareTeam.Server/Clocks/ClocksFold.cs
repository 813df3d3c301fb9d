using Google.Protobuf;

namespace CareTeam.Server.Clocks;

/// <summary>What the clocks' events do to a plan: it keeps what has fallen due until that is met.</summary>
public static class ClocksFold
{
    public static bool Apply(CarePlan plan, PlanEvent e, IMessage change)
    {
        switch (change)
        {
            case DueRaised c: plan.Dues.Add(Raised(c.Due, e)); break;
            case DueOverdue c: plan.Dues.Change(d => d.Key() == Key(c.Kind, c.SubjectId, c.Occurrence), d => d.OverdueAt = e.RecordedAt); break;
            case DueMoved c: plan.Dues.Change(d => d.Key() == Key(c.Kind, c.SubjectId, c.Occurrence), d => (d.DueDate, d.OverdueAt) = (c.DueDate, null)); break;
            case DueMet c: plan.Dues.Remove(plan.Dues.Single(d => d.Key() == Key(c.Kind, c.SubjectId, c.Occurrence))); break;
            default: return false;
        }
        return true;
    }

    public static string Key(this PlanDue due) => Key(due.Kind, due.SubjectId, due.Occurrence);

    private static string Key(string kind, string subjectId, string occurrence) => $"{kind}/{subjectId}/{occurrence}";

    private static PlanDue Raised(PlanDue due, PlanEvent e)
    {
        var raised = due.Clone();
        raised.RaisedAt = e.RecordedAt;
        return raised;
    }
}
