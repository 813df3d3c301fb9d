using CareTeam.Cli.Tasks;
using CareTeam.Cli.Therapy;
using Spectre.Console;

namespace CareTeam.Cli.Plans;

/// <summary>A plan as a physiatrist reads it: who and what, warning signs, goals, work by discipline, team, last notes.</summary>
public sealed class PlanPage(Screen screen, CarePlan plan)
{
    private const int LastNotes = 8;

    public void Draw()
    {
        Header();
        RedFlags();
        Goals();
        Tasks();
        new TherapyPage(screen, plan).Draw();
        Team();
        Notes();
    }

    private void Header()
    {
        screen.Markup($"[bold]{Shown.Safe(plan.Title)}[/]  {PlanStyle.Status(plan.Status)}{(plan.StatusReason.Length > 0 ? $" ({Shown.Safe(plan.StatusReason)})" : "")}");
        var facts = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(2)).AddColumn();
        Fact("Patient", $"{plan.Patient?.Name}{(plan.Patient?.BirthDate is { Length: > 0 } born ? $", born {born}" : "")}  {plan.Patient?.Reference}");
        Fact("Lead", Shown.Name(plan.Lead));
        foreach (var diagnosis in plan.Diagnoses)
            Fact("Diagnosis", GoalWords.Code(diagnosis) + (diagnosis.OnsetDate.Length > 0 ? $" (since {diagnosis.OnsetDate})" : ""));
        if (plan.Source.Length > 0) Fact("Imported", plan.Source);
        Fact("Plan", $"{plan.PlanId}, version {plan.Version} of {Shown.Time(plan.UpdatedAt)}, opened {Shown.Day(plan.CreatedAt)}"
            + (plan.EndedAt is null ? "" : $", ended {Shown.Day(plan.EndedAt)}"));
        screen.Draw(facts);

        void Fact(string name, string value) => facts.AddRow($"[grey]{name}[/]", Shown.Safe(value));
    }

    private void RedFlags()
    {
        if (plan.RedFlags.Count == 0) return;
        Heading("Red flags", plan.RedFlags.Count(f => f.ResolvedBy is null), "open");
        foreach (var flag in plan.RedFlags.OrderBy(f => f.ResolvedBy is not null))
        {
            var raised = $"{Shown.Words(flag.Kind)}: {flag.Finding} ({Shown.Day(flag.RaisedAt)}, {Shown.Name(flag.RaisedBy)})";
            screen.Markup($"  [{(flag.ResolvedBy is null ? "red" : "grey")}]{Shown.ShortId(flag.RedFlagId)}  {Shown.Safe(raised)}[/]");
            if (flag.ResolvedBy is { } physician)
                screen.Markup($"    [grey]resolved {Shown.Day(flag.ResolvedAt)} by {Shown.Safe($"{Shown.Name(physician)}: {flag.Resolution}")}[/]");
        }
    }

    private void Goals()
    {
        if (plan.Goals.Count == 0) return;
        Heading("Goals", plan.Goals.Count(g => g.Status == GoalStatus.Active), "active");
        var listing = new Listing(screen, "What", "Goal", "Status", "What", "Measure", "Baseline", "Target", "Now", "By");
        foreach (var goal in plan.Goals.OrderBy(g => g.Status))
        {
            listing.Row(Shown.ShortId(goal.GoalId), PlanStyle.Status(goal.Status),
                Shown.Safe(goal.Description) + Aside(goal.StatusReason), Shown.Safe(goal.Measure),
                goal.HasBaseline ? Shown.Safe(Shown.Number(goal.Baseline, goal.Unit)) : "",
                goal.HasTarget ? Shown.Safe(Shown.Number(goal.Target, goal.Unit)) : "", Shown.Safe(GoalWords.Attained(goal)), goal.DueDate);
        }
        listing.Draw();
    }

    private void Tasks()
    {
        Heading("Tasks", plan.Tasks.Count(t => t.IsOpen()), "open");
        if (plan.Tasks.Count == 0) return;
        var listing = new Listing(screen, "What", "Task", "Status", "What", "Done", "Who", "Due");
        foreach (var discipline in plan.Tasks.GroupBy(t => t.Discipline).OrderBy(g => g.Key))
        {
            listing.Group(discipline.Key == Discipline.Unspecified ? "any discipline" : Shown.Words(discipline.Key));
            foreach (var task in discipline.OrderBy(t => !t.IsOpen()).ThenBy(t => t.DueDate.Length == 0).ThenBy(t => t.DueDate, StringComparer.Ordinal))
            {
                listing.Row(Shown.ShortId(task.TaskId), PlanStyle.Status(task.Status), What(task), TaskWords.Progress(task),
                    Shown.Safe(TaskWords.Assignee(task)), task.IsOpen() ? PlanStyle.Due(task.DueDate) : task.DueDate);
            }
        }
        listing.Draw();
    }

    private string What(CareTask task)
    {
        var urgent = task.Priority is TaskPriority.Unspecified or TaskPriority.Routine ? "" : $" [yellow]{Shown.Words(task.Priority)}[/]";
        var before = plan.Tasks.Where(t => task.DependsOn.Contains(t.TaskId) && t.Status is not (TaskStatus.Completed or TaskStatus.Cancelled));
        var waits = task.IsOpen() ? string.Join(", ", before.Select(t => t.Title)) : "";
        return Shown.Safe(task.Title) + urgent + (waits.Length > 0 ? Aside($"after {waits}") : "") + Aside(task.StatusReason);
    }

    private static string Aside(string text) => text.Length > 0 ? $" [grey]({Shown.Safe(text)})[/]" : "";

    private void Team()
    {
        Heading("Team", plan.Members.Count(m => m.Until is null), "now");
        foreach (var member in plan.Members.OrderBy(m => m.Until is not null))
        {
            var left = member.Until is null ? "" : $" [grey]until {Shown.Day(member.Until)}[/]";
            screen.Markup($"  {Shown.Safe(Shown.NameAndRole(member.Person))} [grey]{Shown.Safe(member.Person.PersonId)}, since {Shown.Day(member.Since)}[/]{left}");
        }
    }

    private void Notes()
    {
        Heading("Notes", plan.Notes.Count, plan.Notes.Count > LastNotes ? $"in all, the last {LastNotes}" : "in all");
        foreach (var note in plan.Notes.OrderByDescending(n => n.EncounterAt.ToDateTimeOffset()).Take(LastNotes))
        {
            var amended = note.AmendmentIds.Count switch { 0 => "", 1 => ", amended", var n => $", amended {n} times" };
            screen.Markup($"  {Shown.Time(note.EncounterAt)}  {Shown.Safe(Shown.NameAndRole(note.Author))}  [grey]{Shown.ShortId(note.NoteId)}{amended}[/]");
        }
    }

    private void Heading(string what, int count, string kind)
    {
        screen.Line();
        screen.Markup($"[bold]{what}[/] [grey]({count} {kind})[/]");
    }
}
