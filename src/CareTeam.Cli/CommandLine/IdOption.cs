using System.CommandLine.Parsing;

namespace CareTeam.Cli.CommandLine;

/// <summary>Ids of things that exist may be shortened (ShortIds makes them whole); ids for new things must be whole UUIDs.</summary>
public static class IdOption
{
    public static Argument<string> Plan() => Existing("plan");

    public static Argument<string> Existing(string what) => new(what)
    {
        Description = $"Id of the {what}, or its first characters",
        HelpName = what,
        CustomParser = result => Written(result.Tokens[0].Value),
    };

    public static Option<string> Of(string name, string what) => new(name)
    {
        Description = $"Id of the {what}, or its first characters",
        HelpName = what,
        DefaultValueFactory = _ => "",
        CustomParser = result => Written(result.Tokens[^1].Value),
    };

    public static Option<string[]> OfMany(string name, string what, string why) => new(name)
    {
        Description = $"Id of a {what} {why}, or its first characters; may be repeated",
        HelpName = what,
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
        CustomParser = result => [.. result.Tokens.Select(t => Written(t.Value))],
    };

    /// <summary>The record that a correction takes the place of.</summary>
    public static Option<string> Corrects(string what) => new("--corrects", "--supersedes")
    {
        Description = $"Id of the {what} that this one corrects, or its first characters: your own, or any on a plan that you lead",
        HelpName = what,
        DefaultValueFactory = _ => "",
        CustomParser = result => Written(result.Tokens[^1].Value),
    };

    public static Option<string> New(string name, string what) => new(name)
    {
        Description = $"UUID for the new {what} (default: the server chooses one)",
        HelpName = "uuid",
        DefaultValueFactory = _ => "",
        CustomParser = Whole,
    };

    public static string Whole(ArgumentResult result)
    {
        if (Guid.TryParse(result.Tokens[^1].Value, out var id)) return id.ToString("D");
        result.AddError($"'{result.Tokens[^1].Value}' is not a UUID.");
        return "";
    }

    private static string Written(string text) => text.Trim().ToLowerInvariant();
}
