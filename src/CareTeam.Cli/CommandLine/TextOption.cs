namespace CareTeam.Cli.CommandLine;

/// <summary>Options that take text; without a value they are empty, as the contract's fields are.</summary>
public static class TextOption
{
    public static Option<string> Optional(string name, string description, string helpName = "text") =>
        new(name) { Description = description, HelpName = helpName, DefaultValueFactory = _ => "" };

    public static Option<string> Required(string name, string description, string helpName = "text") =>
        new(name) { Description = description, HelpName = helpName, Required = true };

    public static Argument<string> Argument(string name, string description) => new(name) { Description = description, HelpName = name };
}
