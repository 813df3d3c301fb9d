using System.Text.RegularExpressions;

namespace CareTeam.Cli.Notes;

public static partial class NoteSearch
{
    public static Command Command()
    {
        var words = new Argument<string[]>("words") { Description = "Words that must all occur, in any form; \"quoted phrases\"; or; -without (after --)", Arity = ArgumentArity.OneOrMore };
        var plan = IdOption.Of("--plan", "plan");
        var author = TextOption.Optional("--author", "Only notes of this person", "person");
        var discipline = WordOption.One<Discipline>("--discipline", "Only notes of this field");
        var (from, to) = (DayOption.Day("--from", "Only encounters from this day on"), DayOption.Day("--to", "Only encounters up to this day"));
        return new Command("search", "Words in the notes of all plans that you may read, newest encounter first") { words, plan, author, discipline, from, to }.ReadsPages(
            parse => new SearchNotesRequest
            {
                Query = Query(parse.GetRequiredValue(words)),
                PlanId = parse.GetValue(plan),
                AuthorId = parse.GetValue(author),
                Discipline = parse.GetValue(discipline),
                FromDate = parse.GetValue(from),
                ToDate = parse.GetValue(to),
            },
            Show);
    }

    /// <summary>What the shell took for one word, because it stood between quotes, is a phrase.</summary>
    public static string Query(IEnumerable<string> words) => string.Join(' ', words.Select(w => w.Contains(' ') && !w.Contains('"') ? $"\"{w}\"" : w));

    private static void Show(Screen screen, SearchNotesResponse found)
    {
        if (found.Notes.Count == 0) screen.Line("No notes.");
        foreach (var note in found.Notes)
        {
            var summary = note.Summary;
            screen.Markup($"[bold]{Shown.Time(summary.EncounterAt)}  {Shown.Safe(Shown.NameAndRole(summary.Author))}[/]  {Shown.Safe(note.PatientName)}, {Shown.Safe(note.PlanTitle)}  "
                + $"[grey]note list {Shown.ShortId(note.PlanId)} --note {Shown.ShortId(summary.NoteId)}[/]");
            screen.Markup($"  {Marked(note.Snippet)}");
            screen.Line();
        }
    }

    /// <summary>The words that were found, which the server puts between ** and **, stand out.</summary>
    public static string Marked(string snippet) => Found().Replace(Shown.Safe(snippet.ReplaceLineEndings(" ")), "[yellow]$1[/]");

    [GeneratedRegex(@"\*\*(.+?)\*\*")]
    private static partial Regex Found();
}
