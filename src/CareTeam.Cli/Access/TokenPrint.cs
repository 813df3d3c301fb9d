namespace CareTeam.Cli.Access;

public static class TokenPrint
{
    private const int LongestHours = 24 * 365;

    public static readonly Option<string> DataDirectory = new("--data-dir")
    {
        Description = "Data directory of the Development server; env DATA_DIR",
        HelpName = "directory",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("DATA_DIR") is { Length: > 0 } directory ? directory : ".careteam",
    };

    public static Command Command()
    {
        var organization = TextOption.Required("--org", "Organization", "id");
        var person = TextOption.Required("--person", "Id of the person", "id");
        var name = TextOption.Required("--name", "Name of the person", "name");
        var role = WordOption.One<Role>("--role", "Role of the person", required: true);
        var hours = new Option<double>("--hours") { Description = "How long the token is valid", HelpName = "n", DefaultValueFactory = _ => 12 };
        var command = new Command("token", "Make an access token for a Development server") { organization, person, name, role, hours, DataDirectory };
        command.SetAction(parse =>
        {
            var tokens = DevelopmentToken.FromDataDirectory(parse.GetRequiredValue(DataDirectory));
            if (parse.GetValue(hours) is not (> 0 and <= LongestHours)) throw new UsageException($"--hours must be above 0, at most {LongestHours}.");
            var who = new Person { PersonId = parse.GetValue(person), Name = parse.GetValue(name), Role = parse.GetValue(role) };
            var validFor = TimeSpan.FromHours(parse.GetValue(hours));
            parse.InvocationConfiguration.Output.WriteLine(tokens.For(parse.GetRequiredValue(organization), who, TimeProvider.System.GetUtcNow(), validFor));
        });
        return command;
    }
}
