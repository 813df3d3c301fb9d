namespace CareTeam.Cli.Connection;

/// <summary>Where the server is, and who calls it.</summary>
public static class ServerOptions
{
    public static readonly Option<string> Server = new("--server")
    {
        Description = "gRPC address of the server; env CARETEAM_SERVER",
        HelpName = "address",
        DefaultValueFactory = _ => Given("CARETEAM_SERVER") ?? "http://localhost:5081",
        Validators =
        {
            result =>
            {
                if (result.Tokens is [.., var given] && !IsAddress(given.Value)) result.AddError("--server needs an address like http://localhost:5081.");
            },
        },
    };

    // No default value: help would print it.
    public static readonly Option<string?> Token = new("--token") { Description = "Access token; env CARETEAM_TOKEN", HelpName = "jwt" };

    public static readonly Option<int> RetrySeconds = new("--retry-seconds")
    {
        Description = "How long to send again, with the same request_id, what the server does not answer",
        HelpName = "seconds",
        DefaultValueFactory = _ => 30,
    };

    public static Command Connects(this Command command)
    {
        command.Options.Add(Server);
        command.Options.Add(Token);
        command.Options.Add(RetrySeconds);
        return command;
    }

    public static ServerConnection Connect(this ParseResult parse) => new(Address(parse), TokenOf(parse), ResendOf(parse));

    public static Uri Address(ParseResult parse) => IsAddress(parse.GetValue(Server))
        ? new(parse.GetValue(Server)!)
        : throw new UsageException("CARETEAM_SERVER needs an address like http://localhost:5081.");

    public static Resend ResendOf(ParseResult parse) =>
        new(TimeSpan.FromSeconds(Math.Max(0, parse.GetValue(RetrySeconds))), parse.InvocationConfiguration.Error, TimeProvider.System);

    public static string TokenOf(ParseResult parse) => parse.GetValue(Token) ?? Given("CARETEAM_TOKEN")
        ?? throw new UsageException("No access token: give --token or set CARETEAM_TOKEN. In development `careteam token` makes one:\n"
            + "  export CARETEAM_TOKEN=$(careteam token --org demo --person dr-lindqvist --name 'Dr. Ingrid Lindqvist' --role physiatrist)");

    private static string? Given(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;

    private static bool IsAddress(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
}
