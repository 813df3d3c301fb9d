using Google.Protobuf;

namespace CareTeam.Cli.Notes;

/// <summary>A note as people write it in a file: SOAP under headings ("S:", "Subjective:" or "## Subjective"), a narrative, or proto3 JSON.</summary>
public static class NoteText
{
    private static readonly string[][] Headings = [["s", "subjective"], ["o", "objective"], ["a", "assessment"], ["p", "plan"]];

    public static Option<string> File(string description) => new("--file") { Description = description, HelpName = "file", DefaultValueFactory = _ => "-" };

    public static string Read(ParseResult parse, Option<string> file) =>
        parse.GetRequiredValue(file) is var path && path != "-" ? System.IO.File.ReadAllText(path) : TypedText.Read(parse);

    public static NoteBody Parse(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) throw new UsageException("The note is empty.");
        if (text.TrimStart().StartsWith('{')) return FromJson(text);
        var sections = new List<string>[4];
        List<string>? current = null;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (Heading(line) is var (section, rest)) (current = sections[section] ??= []).Add(rest);
            else if (current is not null) current.Add(line);
            else if (line.Trim().Length > 0) return new() { Narrative = text.Trim() };
        }
        return new()
        {
            Soap = new() { Subjective = Text(sections[0]), Objective = Text(sections[1]), Assessment = Text(sections[2]), Plan = Text(sections[3]) },
        };
    }

    private static NoteBody FromJson(string text)
    {
        try
        {
            return JsonParser.Default.Parse<NoteBody>(text);
        }
        catch (Exception e) when (e is InvalidProtocolBufferException or InvalidJsonException)
        {
            throw new UsageException($"The note begins like JSON but is no careteam.v1.NoteBody: {e.Message}");
        }
    }

    // A heading with "#" needs no colon; without "#" it does, so that a sentence beginning with "Plan" stays a sentence.
    private static (int Section, string Text)? Heading(string line)
    {
        var bare = line.TrimStart('#', ' ', '*');
        var word = bare.TakeWhile(char.IsAsciiLetter).Count();
        var section = Array.FindIndex(Headings, names => names.Contains(bare[..word], StringComparer.OrdinalIgnoreCase));
        var after = bare[word..].Replace("**", "", StringComparison.Ordinal).Trim();
        if (section < 0) return null;
        if (after.StartsWith(':')) return (section, after[1..].Trim());
        return line.StartsWith('#') && after.Length == 0 ? (section, "") : null;
    }

    private static string Text(List<string>? lines) => lines is null ? "" : string.Join('\n', lines).Trim();
}
