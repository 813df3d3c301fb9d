namespace CareTeam.Cli.Live;

/// <summary>What every watch of a list takes, and how it is run until Ctrl-C.</summary>
public static class LiveOptions
{
    public static readonly Option<bool> SignalR = new("--signalr") { Description = "Over the SignalR hub instead of gRPC" };

    public static readonly Option<bool> Once = new("--once") { Description = "End when the list is complete" };

    public static Command Watches(this Command command, Func<ParseResult, ServerConnection, Screen, CancellationToken, Task> watch)
    {
        command.Options.Add(SignalR);
        command.Options.Add(HubRoad.Address);
        command.Options.Add(Reading.Json);
        command.Connects().SetAction(async (parse, cancel) =>
        {
            using var connection = parse.Connect();
            try
            {
                await watch(parse, connection, Screen.Of(parse), cancel);
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                // Ctrl-C is how a watch ends.
            }
            return ExitCode.Ok;
        });
        return command;
    }
}
