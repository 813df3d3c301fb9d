namespace CareTeam.Cli.Notes;

/// <summary>Notes in words.</summary>
public static class NoteWords
{
    private const int Excerpt = 120;

    public static string Of(NoteSubmitted submitted) =>
        $"Note of {Shown.Time(submitted.Summary?.EncounterAt)} ({Shown.Words(submitted.Summary?.Discipline ?? default)}){Start(submitted.Body)}";

    /// <summary>Who co-signed it, when and what for, and whose co-signature it waits for.</summary>
    public static IEnumerable<string> Signatures(NoteSummary note)
    {
        foreach (var cosignature in note.Cosignatures) yield return Of(cosignature);
        if (note.CosignatureDemand is { } demand)
            yield return $"Waits for the co-signature of {(demand.Supervisor is { } supervisor ? Shown.Name(supervisor) : "a supervisor, whom nobody has named")}, by {demand.DueDate}";
    }

    private static string Of(NoteCosignature cosignature)
    {
        var amendments = cosignature.AmendmentIds.Count switch { 0 => "", 1 => ", with its amendment", var n => $", with its {n} amendments" };
        return $"Co-signed {Shown.Time(cosignature.SignedAt)} by {Shown.NameAndRole(cosignature.Signer)}: {Shown.Words(cosignature.Meaning)}{amendments}";
    }

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
