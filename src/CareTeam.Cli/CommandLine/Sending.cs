using CareTeam.Cli.Errors;
using CareTeam.Cli.Rules;
using Google.Protobuf;
using Grpc.Core;

namespace CareTeam.Cli.CommandLine;

/// <summary>Command lines that change something: one request_id, sent until it is answered.</summary>
public static class Sending
{
    private static readonly Argument<string> Plan = IdOption.Plan();

    public static readonly Option<string> RequestId = new("--request-id")
    {
        Description = "UUID of the command, to repeat one that may have arrived (default: a new one)",
        HelpName = "uuid",
        DefaultValueFactory = _ => "",
        CustomParser = IdOption.Whole,
    };

    private static readonly Option<int> ExpectedVersion = new("--expected-version")
    {
        Description = "Version of the plan that you know; the server says what came since, if that matters",
        HelpName = "n",
    };

    /// <summary>The one that was given, or a new one.</summary>
    public static string RequestIdOf(ParseResult parse) => parse.GetValue(RequestId) is { Length: > 0 } given ? given : Guid.CreateVersion7().ToString("D");

    /// <summary>
    /// Sends a command, and when it ends without an answer, for want of a server or by Ctrl-C, says how to find out: only a repeat with the same request_id tells what became of it.
    /// </summary>
    public static async Task<T> OrTellsHowToRepeat<T>(this ParseResult parse, string requestId, Func<Task<T>> send)
    {
        try
        {
            return await send();
        }
        catch (Exception e) when (e is OperationCanceledException || e is RpcException failed && failed.IsUnanswered())
        {
            await parse.InvocationConfiguration.Error.WriteLineAsync($"It may have been done. To be sure, repeat it with --request-id {requestId}");
            throw;
        }
    }

    /// <summary>A command on the plan that is the first argument.</summary>
    public static Command SendsOnPlan<TResponse>(this Command command, string done, Func<ParseResult, IPlanCommand<TResponse>> request, Action<Screen, TResponse>? andShows = null)
        where TResponse : class, IPlanReply, IMessage<TResponse>, new()
    {
        command.Arguments.Insert(0, Plan);
        command.Options.Add(ExpectedVersion);
        return command.Sends(done, parse =>
        {
            var message = request(parse);
            message.Set(RequestField.PlanId, parse.GetRequiredValue(Plan));
            message.Set(RequestField.ExpectedVersion, parse.GetValue(ExpectedVersion));
            return message;
        }, andShows);
    }

    public static Command Sends<TResponse>(this Command command, string done, Func<ParseResult, IPlanCommand<TResponse>> request, Action<Screen, TResponse>? andShows = null)
        where TResponse : class, IPlanReply, IMessage<TResponse>, new()
    {
        command.Options.Add(RequestId);
        command.Options.Add(Reading.Json);
        command.Connects().SetAction((parse, cancel) =>
        {
            var requestId = RequestIdOf(parse);
            return parse.OrKeepsTheText(requestId, () => Send(parse, requestId, cancel));
        });
        return command;

        async Task<int> Send(ParseResult parse, string requestId, CancellationToken cancel)
        {
            var message = request(parse);
            message.Set(RequestField.RequestId, requestId);
            OverrideOption.Apply(parse, message);
            using var connection = parse.Connect();
            await connection.Lengthen(message, cancel);
            try
            {
                var (screen, json, reply) = (Screen.Of(parse), parse.GetValue(Reading.Json), await parse.OrTellsHowToRepeat(requestId, () => connection.Send(message, cancel)));
                TypedText.Sent(parse);
                Show(screen, json, done, reply);
                if (!json) andShows?.Invoke(screen, reply);
                return ExitCode.Ok;
            }
            catch (RpcException e) when (e.StatusCode == StatusCode.Aborted)
            {
                var plan = (await connection.Send(new GetPlanRequest { PlanId = message.Get<string>(RequestField.PlanId) }, cancel)).Plan;
                foreach (var line in RefusalWords.Of(e, plan)) await parse.InvocationConfiguration.Error.WriteLineAsync(line);
                return RefusalWords.ExitCodeOf(e);
            }
        }
    }

    private static void Show(Screen screen, bool json, string done, IPlanReply reply)
    {
        if (json)
        {
            screen.Json(reply);
            return;
        }
        screen.Line($"{done} Plan {reply.PlanId} is at version {reply.Version}.");
        var ids = reply.Descriptor.Fields.InDeclarationOrder().Where(f => f.Name.EndsWith("_id", StringComparison.Ordinal) && f.Name != RequestField.PlanId);
        foreach (var field in ids)
            screen.Line($"{field.Name[..^3].Replace('_', ' ')} {field.Accessor.GetValue(reply)}");
        foreach (var line in OverrideOption.Words(OverrideOption.FindingsIn(reply))) screen.Line(line);
    }
}
