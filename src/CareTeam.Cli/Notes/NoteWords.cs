namespace CareTeam.Cli.Notes;

/// <summary>Notes in words.</summary>
public static class NoteWords
{
    private const int Excerpt = 120;

    public static string Of(NoteSubmitted submitted) =>
        $"Note of {Shown.Time(submitted.Summary?.EncounterAt)} ({Shown.Words(submitted.Summary?.Discipline ?? default)}){Start(submitted.Body)}";

    public static IEnumerable<(string Heading, string Text)> Sections(NoteBody? body)
    {
        if (body?.Soap is { } soap)
        {
            (string, string)[] sections = [("Subjective", soap.Subjective), ("Objective", soap.Objective), ("Assessment", soap.Assessment), ("Plan", soap.Plan)];
            return sections.Where(s => s.Item2.Length > 0);
        }
        return body?.FormCase == NoteBody.FormOneofCase.Narrative ? [("", body.Narrative)] : [];
    }

    // A conflict's events come without texts.
    private static string Start(NoteBody? body)
    {
        var text = body?.Soap is { } soap ? FirstOf(soap.Assessment, soap.Subjective, soap.Objective, soap.Plan) : body?.Narrative ?? "";
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length == 0 ? "" : line.Length > Excerpt ? $": {line[..Excerpt]}..." : $": {line}";
    }

    private static string FirstOf(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
            if (text.Length > 0) return text;
        return "";
    }
}
