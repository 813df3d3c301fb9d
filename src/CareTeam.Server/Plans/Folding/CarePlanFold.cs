using CareTeam.Server.Clocks;
using CareTeam.Server.Diagnostics;
using CareTeam.Server.Medications;
using CareTeam.Server.Notes;
using CareTeam.Server.Outcomes;
using CareTeam.Server.Procedures;
using CareTeam.Server.Rules;
using CareTeam.Server.Tasks;
using CareTeam.Server.Team;
using CareTeam.Server.Therapy;
using CareTeam.V1;
using Google.Protobuf;
using Google.Protobuf.Collections;

namespace CareTeam.Server.Plans;

/// <summary>What the events of a plan add up to. The same fold serves decisions, GetPlan now and at any version, rows and snapshots.</summary>
public static class CarePlanFold
{
    /// <summary>The fold of each area; an event belongs to one of them. The commonest first.</summary>
    public static readonly IReadOnlyList<Func<CarePlan, PlanEvent, IMessage, bool>> Areas =
    [
        NotesFold.Apply,
        TasksFold.Apply,
        TherapyFold.Apply,
        ExercisesFold.Apply,
        DevicesFold.Apply,
        EducationFold.Apply,
        TeamFold.Apply,
        PlansFold.Apply,
        RulesFold.Apply,
        OutcomesFold.Apply,
        ClocksFold.Apply,
        DiagnosticsFold.Apply,
        BlocksFold.Apply,
        ProceduresFold.Apply,
        MedicationsFold.Apply,
        AllergiesFold.Apply,
    ];

    /// <summary>A copy costs time in proportion to the plan, so one for every event would cost its square; folding this many again costs less than a copy of a long plan.</summary>
    private const int BetweenCopies = 200;

    public static CarePlan Empty(string planId) => new() { PlanId = planId };

    /// <summary>The plan after the events; the given one stays as it is.</summary>
    public static CarePlan Fold(CarePlan plan, IEnumerable<PlanEvent> events)
    {
        var next = ShallowCopy<CarePlan>.Of(plan);
        foreach (var e in events) Apply(next, e);
        return next;
    }

    /// <summary>
    /// The plan as it was in truth at a time: what had occurred by then, whenever it was recorded. Events stay in the order of their versions, and one that changes what
    /// came about only later is left out with it, and so is what a later one shows to have been a mistake. Its version is that of the newest event in it.
    /// </summary>
    public static CarePlan InTruth(string planId, IReadOnlyCollection<PlanEvent> events, Timestamp time)
    {
        var mistaken = Corrections.MistakenAt(events, time);
        var (plan, before, since) = (Empty(planId), Empty(planId), new List<PlanEvent>());
        foreach (var e in events.Where(e => e.OccurredAt <= time && !mistaken.Contains(e.Version)))
        {
            var fits = true;
            try
            {
                Change(plan, e);
                since.Add(e);
            }
            catch (NotOnPlanException)
            {
                // It may have changed half of what it speaks of: the plan is made again without it.
                plan = ShallowCopy<CarePlan>.Of(before);
                foreach (var again in since) Change(plan, again);
                fits = false;
            }
            if (fits && since.Count < BetweenCopies) continue;
            before = ShallowCopy<CarePlan>.Of(plan);
            since.Clear();
        }
        return plan;
    }

    private static void Apply(CarePlan plan, PlanEvent e)
    {
        if (e.Version != plan.Version + 1) throw new InvalidDataException($"Plan {plan.PlanId} is at version {plan.Version}; event {e.Version} does not follow.");
        Change(plan, e);
    }

    private static void Change(CarePlan plan, PlanEvent e)
    {
        var change = e.GetChange();
        if (!Areas.Any(fold => fold(plan, e, change))) throw new InvalidDataException($"No fold knows {change.Descriptor.Name}.");
        plan.Version = e.Version;
        plan.UpdatedAt = e.RecordedAt;
    }

    /// <summary>Replaces one element by a changed copy. Folds change elements in no other way, since older plans share them.</summary>
    public static void Change<T>(this RepeatedField<T> elements, Predicate<T> which, Action<T> change) where T : IDeepCloneable<T>
    {
        for (var i = 0; i < elements.Count; i++)
        {
            if (!which(elements[i])) continue;
            var copy = elements[i].Clone();
            change(copy);
            elements[i] = copy;
            return;
        }
        throw new NotOnPlanException($"The plan has no such {typeof(T).Name}.");
    }
}

/// <summary>An event changes what the plan does not have.</summary>
public sealed class NotOnPlanException(string message) : Exception(message);
