using CareTeam.Cli.History;
using Grpc.Core;

namespace CareTeam.Cli.Live;

public static class WatchCommand
{
    public static Command Command()
    {
        var plan = IdOption.Plan();
        var after = new Option<int>("--after") { Description = "Only events after this version (default: from the first)", HelpName = "version" };
        var newOnly = new Option<bool>("--new-only") { Description = "Only what happens from now on" };
        var until = new Option<int>("--once-at-version") { Description = "End when the plan has this version", HelpName = "version" };
        var cursor = new Option<string?>("--cursor")
        {
            Description = "File that keeps the version seen last across runs; when it exists, --after does not count",
            HelpName = "file",
        };
        var signalR = new Option<bool>("--signalr") { Description = "Over the SignalR hub instead of gRPC" };
        var command = new Command("watch", "Every event of a plan as it comes, through restarts of the server, until Ctrl-C")
        {
            plan, after, newOnly, until, cursor, signalR, HubRoad.Address, Reading.Json,
        };
        command.Connects().SetAction(async (parse, cancel) =>
        {
            using var connection = parse.Connect();
            var planId = await connection.WholePlanId(parse.GetRequiredValue(plan), cancel);
            // A watch without names beats no watch; only where to begin must be known.
            var known = await Known(connection, planId, orNothing: !parse.GetValue(newOnly), cancel);
            var file = parse.GetValue(cursor) is { } path ? new CursorFile(path, planId) : null;
            var road = parse.GetValue(signalR) ? HubRoad.Of(parse, planId) : GrpcRoad.Of(connection, planId);
            var watch = new PlanWatch(road, parse.InvocationConfiguration.Error, TimeProvider.System)
            {
                Version = file?.Read() ?? (parse.GetValue(newOnly) ? known.Version : parse.GetValue(after)),
                EndAtVersion = parse.GetValue(until),
            };
            var screen = Screen.Of(parse);
            var words = new PlanEventWords().Knowing(known);
            try
            {
                await foreach (var e in watch.Events(cancel))
                {
                    if (parse.GetValue(Reading.Json)) screen.Json(e);
                    else screen.Line(words.Line(e));
                    file?.Write(e.Version);
                }
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                // Ctrl-C is how a watch ends.
            }
            return ExitCode.Ok;
        });
        return command;
    }

    private static async Task<CarePlan> Known(ServerConnection connection, string planId, bool orNothing, CancellationToken cancel)
    {
        try
        {
            return (await connection.Send(new GetPlanRequest { PlanId = planId }, cancel)).Plan;
        }
        catch (RpcException e) when (orNothing && e.IsUnanswered())
        {
            return new();
        }
    }
}
