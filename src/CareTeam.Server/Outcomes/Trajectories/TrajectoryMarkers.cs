using CareTeam.Server.Diagnostics;
using CareTeam.Server.Medications;
using CareTeam.Server.Procedures;
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
        For<GoalClosed>(MarkerKind.Plan, (c, plan) => $"goal {c.Status.Spoken()}: {plan.Goal(c.GoalId).Description}"),
        For<RedFlagRaised>(MarkerKind.RedFlag, (c, _) => $"red flag: {c.Kind.Spoken()}"),
        For<RedFlagResolved>(MarkerKind.RedFlag, (c, plan) => $"red flag resolved: {plan.RedFlags.Single(f => f.RedFlagId == c.RedFlagId).Kind.Spoken()}"),
        For<StudyResulted>(MarkerKind.Diagnostics, (c, plan) => plan.Study(c.StudyId) is var study && study.Results[^1].ResultId == c.Result.ResultId ? $"{study.Title()}: {c.Result.Impression}" : null),
        For<PainGeneratorConcluded>(MarkerKind.Diagnostics, Generator),
        For<DiagnosticBlockRecorded>(MarkerKind.Procedure, Block),
        For<ProcedureRecorded>(MarkerKind.Procedure, Procedure),
        For<MedicationPrescribed>(MarkerKind.Medication, (c, _) => $"{Dosage(c.Medication.Name, c.Medication.Dose, c.Medication.Frequency)} from {c.Medication.StartDate}"),
        For<HomeMedicationReported>(MarkerKind.Medication, Taken),
        For<MedicationChanged>(MarkerKind.Medication, (c, plan) => $"{plan.Medication(c.MedicationId).Name} changed to {DosageWords.Words(c.Dose, c.Frequency)}"),
        For<MedicationTapered>(MarkerKind.Medication, (c, plan) => $"{plan.Medication(c.MedicationId).Name} tapered: {string.Join(", ", c.Steps.Select(s => s.Words()))}"),
        For<MedicationStopped>(MarkerKind.Medication, (c, plan) => $"{plan.Medication(c.MedicationId).Name} stopped: {c.Reason}"),
        For<TherapyOrdered>(MarkerKind.Therapy, (c, _) => $"{Words(c.Discipline)} ordered: {c.Prescription.TherapyType}, {c.Prescription.SessionsPerWeek} a week for {c.Prescription.Weeks} weeks"),
        For<TherapyOrderRevised>(MarkerKind.Therapy, (c, plan) => $"{Words(plan.TherapyOrder(c.TherapyOrderId).Discipline)} revised: {c.Reason}"),
        For<SessionRecorded>(MarkerKind.Therapy, Begun),
        For<TherapyDischarged>(MarkerKind.Therapy, (c, plan) => $"discharged from {Words(plan.TherapyOrder(c.TherapyOrderId).Discipline)}: {c.Reason.Spoken()}"),
        For<RehabilitationWindowOpened>(MarkerKind.Therapy, (c, plan) => plan.WindowsThatHold().Contains(c.Window) ? $"rehabilitation window through {c.Window.ThroughDate}" : null),
        For<DevicePrescribed>(MarkerKind.Therapy, (c, _) => $"{c.Kind.Name()} prescribed"),
        For<DeviceDiscontinued>(MarkerKind.Therapy, (c, plan) => $"{plan.Device(c.DeviceId).Kind.Name()} discontinued"),
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

    /// <summary>A block that a later one corrects is not drawn: it no longer holds.</summary>
    private static string? Block(DiagnosticBlockRecorded c, CarePlan plan) => plan.BlocksThatHold().All(b => b.DiagnosticBlockId != c.Block.DiagnosticBlockId) ? null
        : $"{Placed(c.Block.Target.Title(), c.Block.Technique)}: {ProcedureWords.Percent(c.Block.ReliefPercent)} relief{(c.Block.Concordance == BlockConcordance.Unspecified ? "" : $", {c.Block.Concordance.ToWords()}")}";

    /// <summary>What was recorded by mistake is not drawn.</summary>
    private static string? Procedure(ProcedureRecorded c, CarePlan plan)
    {
        var procedure = plan.Procedure(c.ProcedureId);
        if (procedure.MistakenRecords.Any(m => (m.Record.PerformedDate, m.Record.Status, m.Record.CorrectionReason) == (c.PerformedDate, c.Status, c.CorrectionReason)
            && Equals(m.Record.Performed, c.Performed) && m.Record.Description == c.Description)) return null;
        var words = Placed(procedure.Kind.Title(), c.Performed);
        return c.Status == ProcedureStatus.Stopped ? $"{words}, stopped: {c.StatusReason}" : words;
    }

    private static string? Generator(PainGeneratorConcluded c, CarePlan plan)
    {
        var generator = c.PainGenerator;
        if (plan.PainGenerators.Any(g => g.RevisesPainGeneratorId == generator.PainGeneratorId)) return null;
        var what = generator.Structure.Length > 0 ? generator.Structure : generator.Kind.Spoken();
        return $"pain generator, {generator.Confidence.ToWords()}: {what} {ProcedureWords.Place(generator.Levels, generator.Side)}".TrimEnd();
    }

    /// <summary>What the patient began to take before there was a plan is no change of it.</summary>
    private static string? Taken(HomeMedicationReported c, CarePlan plan) =>
        c.Medication.StartDate.Length == 0 || Dates.Of(c.Medication.StartDate) < DateOnly.FromDateTime(plan.CreatedAt.ToDateTime()) ? null
        : $"{Dosage(c.Medication.Name, c.Medication.Dose, c.Medication.Frequency)} from elsewhere, from {c.Medication.StartDate}";

    /// <summary>Therapy begins with the first session of its order that the patient attended.</summary>
    private static string? Begun(SessionRecorded c, CarePlan plan)
    {
        if (c.Summary is not { TherapyOrderId: { Length: > 0 } orderId, Attendance: SessionAttendance.Attended } session) return null;
        var first = plan.SessionsThatHold().Where(s => s.TherapyOrderId == orderId && s.Attendance == SessionAttendance.Attended).MinBy(s => s.SessionDate, StringComparer.Ordinal);
        return first?.SessionId == session.SessionId ? $"{Words(plan.TherapyOrder(orderId).Discipline)} begun" : null;
    }

    private static string Dosage(string name, MedicationDose? dose, MedicationFrequency? frequency) => $"{name} {DosageWords.Words(dose, frequency)}".TrimEnd();

    private static string Placed(string title, InjectionTechnique? technique) => technique is null ? title : $"{title} {technique.Place()}".TrimEnd();

    private static string Words(Discipline discipline) => discipline.Spoken();

    /// <param name="words">Of the change, and of the plan as it is now, which knows what the change only names.</param>
    private static Marker For<TChange>(MarkerKind kind, Func<TChange, CarePlan, string?> words) where TChange : IMessage =>
        new(typeof(TChange), kind, (change, plan) => words((TChange)change, plan));
}
