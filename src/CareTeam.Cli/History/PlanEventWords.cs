using CareTeam.Cli.Notes;
using CareTeam.Cli.Plans;
using CareTeam.Cli.Tasks;
using Change = CareTeam.V1.PlanEvent.ChangeOneofCase;

namespace CareTeam.Cli.History;

/// <summary>Tells an event in a sentence, for watchers, timelines and conflicts. Events name things by id; earlier ones told what they are.</summary>
public sealed class PlanEventWords
{
    private readonly PlanNames names = new();

    /// <summary>Lets names be known that were given before the first event told here.</summary>
    public PlanEventWords Knowing(CarePlan plan)
    {
        names.Learn(plan);
        return this;
    }

    /// <summary>Version, local time, who, what.</summary>
    public string Line(PlanEvent e) => $"{e.Version,4}  {Shown.Time(e.RecordedAt)}  {Shown.NameAndRole(e.Actor)}: {OneLine(Of(e))}";

    public string Of(PlanEvent e)
    {
        names.Learn(e);
        return e.ChangeCase switch
        {
            Change.PlanCreated =>
                $"Plan \"{e.PlanCreated.Title}\" opened for {e.PlanCreated.Patient?.Name}, led by {Shown.Name(e.PlanCreated.Lead)}{From(e.PlanCreated.Source)}",
            Change.PlanActivated => "Plan activated",
            Change.PlanHeld => $"Plan put on hold{Because(e.PlanHeld.Reason)}",
            Change.PlanResumed => "Plan resumed",
            Change.PlanCompleted => $"Plan completed{Because(e.PlanCompleted.Summary)}",
            Change.PlanRevoked => $"Plan revoked{Because(e.PlanRevoked.Reason)}",
            Change.DiagnosisAdded => $"Diagnosis {GoalWords.Code(e.DiagnosisAdded.Diagnosis)}",
            Change.GoalAdded => $"Goal set: {GoalWords.Of(e.GoalAdded.Goal)}",
            Change.GoalRevised => $"Goal revised: {GoalWords.Of(e.GoalRevised.Goal)}{Because(e.GoalRevised.Reason)}",
            Change.GoalClosed => $"Goal {names.Goal(e.GoalClosed.GoalId)} closed as {Shown.Words(e.GoalClosed.Status)}{Because(e.GoalClosed.Reason)}",
            Change.RedFlagRaised => $"RED FLAG {Shown.Words(e.RedFlagRaised.Kind)}{Because(e.RedFlagRaised.Finding)}",
            Change.RedFlagResolved => $"Red flag {names.RedFlag(e.RedFlagResolved.RedFlagId)} resolved{Because(e.RedFlagResolved.Resolution)}",
            Change.CoverageRecorded => $"Coverage: payer {Known(e.CoverageRecorded.Coverage?.Payer)}, region {Known(e.CoverageRecorded.Coverage?.Region)}",
            Change.RuleOverridden =>
                $"Rule {e.RuleOverridden.Finding?.RuleId} overridden for {e.RuleOverridden.Subject}{Because(e.RuleOverridden.Finding?.Override?.Reason ?? "")}",
            Change.MemberAdded => $"{Shown.NameAndRole(e.MemberAdded.Person)} joined the team",
            Change.MembershipEnded => $"{names.Person(e.MembershipEnded.PersonId)} left the team{Because(e.MembershipEnded.Reason)}",
            Change.TaskAdded => $"Task {TaskWords.Of(e.TaskAdded.Task)}",
            Change.TaskReassigned =>
                $"Task {names.Task(e.TaskReassigned.TaskId)} reassigned to {TaskWords.Assignee(e.TaskReassigned.Assignee)}{Because(e.TaskReassigned.Reason)}",
            Change.TaskAccepted => $"Task {names.Task(e.TaskAccepted.TaskId)} accepted by {Shown.Name(e.TaskAccepted.Assignee)}",
            Change.TaskDeclined => $"Task {names.Task(e.TaskDeclined.TaskId)} declined{Because(e.TaskDeclined.Reason)}",
            Change.TaskStarted => $"Task {names.Task(e.TaskStarted.TaskId)} started",
            Change.TaskOccurrenceCompleted => $"Task {names.Task(e.TaskOccurrenceCompleted.TaskId)}: {TaskWords.Session(e.TaskOccurrenceCompleted)}",
            Change.TaskCompleted => $"Task {names.Task(e.TaskCompleted.TaskId)} completed{Because(e.TaskCompleted.Outcome)}",
            Change.TaskCancelled => $"Task {names.Task(e.TaskCancelled.TaskId)} cancelled{Because(e.TaskCancelled.Reason)}",
            Change.TaskRescheduled =>
                $"Task {names.Task(e.TaskRescheduled.TaskId)} moved to {e.TaskRescheduled.DueDate}{Because(e.TaskRescheduled.Reason)}",
            Change.NoteSubmitted => NoteWords.Of(e.NoteSubmitted),
            Change.NoteAmended => $"Note {names.Note(e.NoteAmended.NoteId)} amended{Because(e.NoteAmended.Reason)}",
            // A newer server may know more kinds of events than this client.
            Change.None => "Something that this version of careteam does not know",
            // New kinds are told by their name, until somebody gives them a sentence.
            var kind => Shown.Words(kind),
        };
    }

    private static string Known(string? word) => string.IsNullOrEmpty(word) ? "unknown" : word;

    private static string From(string source) => source.Length > 0 ? $", imported from {source}" : "";

    private static string Because(string reason) => reason.Length > 0 ? $": {reason}" : "";

    // What a person wrote must not look like a line of its own.
    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
