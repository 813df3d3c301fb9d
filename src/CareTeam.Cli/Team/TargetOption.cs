using System.CommandLine.Parsing;

namespace CareTeam.Cli.Team;

/// <summary>--to pt-rivera:physical-therapist:'Tomás Rivera'. An id may have colons of its own: the first role that there is ends it.</summary>
public static class TargetOption
{
    public static Option<Person[]> New() => new("--to")
    {
        Description = "Who takes it over, as ID:ROLE:NAME; each item goes to the first whose role fits; may be repeated",
        HelpName = "id:role:name",
        Required = true,
        CustomParser = result => [.. result.Tokens.Select(t => Parse(result, t.Value))],
    };

    public static Person? Parse(string text)
    {
        var parts = text.Split(':');
        for (var at = 1; at < parts.Length - 1; at++)
        {
            var (id, name) = (string.Join(':', parts[..at]), string.Join(':', parts[(at + 1)..]));
            if (id.Length > 0 && name.Length > 0 && EnumWords.TryParseWords<Role>(parts[at], out var role)) return new() { PersonId = id, Role = role, Name = name };
        }
        return null;
    }

    private static Person Parse(ArgumentResult result, string text)
    {
        if (Parse(text) is { } person) return person;
        result.AddError($"'{text}' is not ID:ROLE:NAME, like pt-rivera:physical-therapist:'Tomás Rivera'.");
        return new();
    }
}
