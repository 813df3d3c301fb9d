using CareTeam.Cli.History;
using Change = CareTeam.V1.PlanEvent.ChangeOneofCase;

namespace CareTeam.Cli.Clocks;

/// <summary>What the clocks tell, as sentences.</summary>
internal static class ClockEventWords
{
    public static string? Of(PlanEvent e, PlanNames names) => e.ChangeCase switch
    {
        Change.DueRaised => Raised(e.DueRaised.Due),
        Change.DueOverdue => $"Overdue: {What(e.DueOverdue.Kind, e.DueOverdue.SubjectId, names)}",
        Change.DueMoved => $"Now due {e.DueMoved.DueDate}: {What(e.DueMoved.Kind, e.DueMoved.SubjectId, names)}",
        Change.DueMet => $"{(e.DueMet.NotDoneReason.Length == 0 ? "No longer due" : "No longer due, not done")}: {What(e.DueMet.Kind, e.DueMet.SubjectId, names)}{Shown.Because(e.DueMet.NotDoneReason)}",
        _ => null,
    };

    private static string Raised(PlanDue? due) => due is null ? "Something fell due" : $"Due {due.DueDate}: {Title(due)}{Shown.Because(due.Description)}{(due.Assignee is null ? "" : $" ({Shown.Name(due.Assignee)})")}";

    // The title of a task's own due begins with the word that the sentence begins with.
    private static string Title(PlanDue due) => due.Title.StartsWith("Due: ", StringComparison.Ordinal) ? due.Title[5..] : due.Title;

    /// <summary>progress report of physical therapy (core strengthening).</summary>
    private static string What(string kind, string subjectId, PlanNames names)
    {
        var what = kind switch { "task.due" => "", "task.unaccepted" => "acceptance", "red-flag.unresolved" => "resolution", "therapy.re-evaluation" => "re-evaluation", _ => kind.Split('.', 2)[^1].Replace('-', ' ') };
        if (!names.Knows(subjectId)) return what.Length > 0 ? what : "a task";
        return what.Length > 0 ? $"{what} of {names.Of(subjectId)}" : names.Of(subjectId);
    }
}
