using CareTeam.Server.Outcomes;
using Google.Protobuf;

namespace CareTeam.Server.Plans;

/// <summary>What the plan's own events, its diagnoses, goals and red flags, do to it.</summary>
public static class PlansFold
{
    public static bool Apply(CarePlan plan, PlanEvent e, IMessage change)
    {
        switch (change)
        {
            case PlanCreated c: Create(plan, e, c); break;
            case PlanActivated: plan.Status = PlanStatus.Active; plan.StartedAt = e.OccurredAt; break;
            case PlanHeld c: plan.Status = PlanStatus.OnHold; plan.StatusReason = c.Reason; break;
            case PlanResumed: plan.Status = PlanStatus.Active; plan.StatusReason = ""; break;
            case PlanCompleted c: End(plan, e, PlanStatus.Completed, c.Summary); break;
            case PlanRevoked c: End(plan, e, PlanStatus.Revoked, c.Reason); break;
            case DiagnosisAdded c: plan.Diagnoses.Add(c.Diagnosis); break;
            case DiagnosisRevised c: plan.Diagnoses.Change(d => d.DiagnosisId == c.Diagnosis.DiagnosisId, d => Revise(d, e, c.Diagnosis)); break;
            case GoalAdded c: plan.Goals.Add(Attainment.With(plan, c.Goal)); break;
            case GoalRevised c: Revise(plan, c.Goal); break;
            case GoalClosed c: plan.Goals.Change(g => g.GoalId == c.GoalId, g => (g.Status, g.StatusReason) = (c.Status, c.Reason)); break;
            case CoverageRecorded c: plan.Coverage = c.Coverage; break;
            case RedFlagRaised c: plan.RedFlags.Add(Raised(e, c)); break;
            case RedFlagResolved c: plan.RedFlags.Change(f => f.RedFlagId == c.RedFlagId, f => (f.ResolvedBy, f.ResolvedAt, f.Resolution) = (e.Actor, e.RecordedAt, c.Resolution)); break;
            default: return false;
        }
        return true;
    }

    private static void Create(CarePlan plan, PlanEvent e, PlanCreated created)
    {
        plan.PlanId = e.PlanId;
        plan.Status = PlanStatus.Draft;
        plan.Title = created.Title;
        plan.Patient = created.Patient;
        plan.Categories.Add(created.Categories);
        plan.CreatedAt = e.OccurredAt;
        plan.Source = created.Source;
        plan.Coverage = created.Coverage;
        plan.Lead = created.Lead;
        plan.Members.Add(new Member { Person = created.Lead, Since = e.OccurredAt });
    }

    private static void End(CarePlan plan, PlanEvent e, PlanStatus status, string reason) =>
        (plan.Status, plan.StatusReason, plan.EndedAt) = (status, reason, e.OccurredAt);

    private static void Revise(Diagnosis diagnosis, PlanEvent e, Diagnosis revised)
    {
        foreach (var field in Diagnosis.Descriptor.Fields.InFieldNumberOrder()) field.Accessor.Clear(diagnosis);
        diagnosis.MergeFrom(revised);
        (diagnosis.RevisedBy, diagnosis.RevisedAt) = (e.Actor, e.RecordedAt);
    }

    private static void Revise(CarePlan plan, Goal revised) => plan.Goals.Change(g => g.GoalId == revised.GoalId, g =>
    {
        var (status, reason) = (g.Status, g.StatusReason);
        foreach (var field in Goal.Descriptor.Fields.InFieldNumberOrder()) field.Accessor.Clear(g);
        g.MergeFrom(Attainment.With(plan, revised));
        (g.Status, g.StatusReason) = (status, reason);
    });

    private static RedFlag Raised(PlanEvent e, RedFlagRaised raised) => new()
    {
        RedFlagId = raised.RedFlagId,
        Kind = raised.Kind,
        Finding = raised.Finding,
        TaskId = raised.TaskId,
        NoteId = raised.NoteId,
        RaisedBy = e.Actor,
        RaisedAt = e.OccurredAt,
    };
}
