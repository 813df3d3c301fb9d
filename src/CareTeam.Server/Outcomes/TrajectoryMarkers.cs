using CareTeam.Server.Therapy;
using Google.Protobuf;

namespace CareTeam.Server.Outcomes;

/// <summary>Which events are drawn beside a trajectory, and in what words: one line each. An area adds its own here.</summary>
public static class TrajectoryMarkers
{
    private static readonly Dictionary<Type, Marker> Known = new[]
    {
        For<PlanActivated>(MarkerKind.Plan, (_, _) => "plan activated"),
        For<PlanHeld>(MarkerKind.Plan, (c, _) => $"plan on hold: {c.Reason}"),
        For<PlanResumed>(MarkerKind.Plan, (_, _) => "plan resumed"),
        For<PlanCompleted>(MarkerKind.Plan, (c, _) => $"plan completed: {c.Summary}"),
        For<PlanRevoked>(MarkerKind.Plan, (c, _) => $"plan revoked: {c.Reason}"),
        For<GoalClosed>(MarkerKind.Plan, (c, plan) => $"goal {c.Status.ToWords().Replace('-', ' ')}: {plan.Goal(c.GoalId).Description}"),
        For<RedFlagRaised>(MarkerKind.RedFlag, (c, _) => $"red flag: {c.Kind.ToWords().Replace('-', ' ')}"),
        For<TherapyOrdered>(MarkerKind.Therapy, (c, _) => $"{Words(c.Discipline)} ordered: {c.Prescription.TherapyType}, {c.Prescription.SessionsPerWeek} a week for {c.Prescription.Weeks} weeks"),
        For<TherapyOrderRevised>(MarkerKind.Therapy, (c, plan) => $"{Words(plan.TherapyOrder(c.TherapyOrderId).Discipline)} revised: {c.Reason}"),
        For<TherapyDischarged>(MarkerKind.Therapy, (c, plan) => $"discharged from {Words(plan.TherapyOrder(c.TherapyOrderId).Discipline)}: {c.Reason.ToWords().Replace('-', ' ')}"),
        For<RehabilitationWindowOpened>(MarkerKind.Therapy, (c, _) => $"rehabilitation window through {c.Window.ThroughDate}"),
        For<DevicePrescribed>(MarkerKind.Therapy, (c, _) => $"{c.Kind.ToWords().Replace('-', ' ')} prescribed"),
        For<DeviceDiscontinued>(MarkerKind.Therapy, (c, plan) => $"{plan.Device(c.DeviceId).Kind.ToWords().Replace('-', ' ')} discontinued"),
    }.ToDictionary(m => m.Event);

    private sealed record Marker(Type Event, MarkerKind Kind, Func<IMessage, CarePlan, string?> Words);

    /// <summary>The kinds of events to read.</summary>
    public static IReadOnlyCollection<Type> Events => Known.Keys;

    /// <summary>By the time they came about; an event that has no words is not drawn.</summary>
    public static IEnumerable<TrajectoryMarker> Of(CarePlan plan, IEnumerable<PlanEvent> events) =>
        from e in events
        let change = e.GetChange()
        where Known.ContainsKey(change.GetType())
        let words = Known[change.GetType()].Words(change, plan)
        where words is not null
        orderby e.OccurredAt.ToDateTime(), e.Version
        select new TrajectoryMarker { Kind = Known[change.GetType()].Kind, OccurredAt = e.OccurredAt, Text = words, PlanVersion = e.Version };

    private static string Words(Discipline discipline) => discipline.ToWords().Replace('-', ' ');

    /// <param name="words">Of the change, and of the plan as it is now, which knows what the change only names.</param>
    private static Marker For<TChange>(MarkerKind kind, Func<TChange, CarePlan, string?> words) where TChange : IMessage =>
        new(typeof(TChange), kind, (change, plan) => words((TChange)change, plan));
}
