using Google.Protobuf;

namespace CareTeam.Cli.CommandLine;

/// <summary>Command lines that only read: drawn for people, or one proto3 JSON message for scripts.</summary>
public static class Reading
{
    private const int UsualLimit = 100;

    public static readonly Option<bool> Json = new("--json") { Description = "Print the server's answer as one proto3 JSON message" };

    private static readonly Option<int> Limit = new("--limit")
    {
        Description = "Most entries to read; 0: all",
        HelpName = "n",
        DefaultValueFactory = _ => UsualLimit,
    };

    public static Command Reads<TResponse>(this Command command, Func<ParseResult, IRpc<TResponse>> request, Action<Screen, TResponse> show)
        where TResponse : class, IMessage<TResponse>, new()
    {
        command.Options.Add(Json);
        command.Connects().SetAction(async (parse, cancel) =>
        {
            using var connection = parse.Connect();
            var message = request(parse);
            await connection.Lengthen(message, cancel);
            return Show(parse, await connection.Send(message, cancel), show);
        });
        return command;
    }

    public static Command ReadsPages<TResponse>(this Command command, Func<ParseResult, IRpc<TResponse>> request, Action<Screen, TResponse> show)
        where TResponse : class, IMessage<TResponse>, new()
    {
        command.Options.Add(Limit);
        command.Options.Add(Json);
        command.Connects().SetAction(async (parse, cancel) =>
        {
            using var connection = parse.Connect();
            var message = request(parse);
            await connection.Lengthen(message, cancel);
            var all = await connection.AllPages(message, Math.Max(0, parse.GetValue(Limit)), cancel);
            var code = Show(parse, all, show);
            if (all.Get<string>(RequestField.NextPageToken).Length > 0)
                await parse.InvocationConfiguration.Error.WriteLineAsync("There are more; --limit 0 reads all.");
            return code;
        });
        return command;
    }

    private static int Show<TResponse>(ParseResult parse, TResponse answer, Action<Screen, TResponse> show) where TResponse : IMessage
    {
        var screen = Screen.Of(parse);
        if (parse.GetValue(Json)) screen.Json(answer);
        else show(screen, answer);
        return ExitCode.Ok;
    }
}
