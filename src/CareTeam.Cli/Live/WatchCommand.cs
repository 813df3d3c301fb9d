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
            Description = "File that keeps the version seen last across runs; when it exists, --after does not count; an event that could not be written to the output does not move it",
            HelpName = "file",
        };
        var command = new Command("watch", "Every event of a plan as it comes, through restarts of the server, until Ctrl-C")
        {
            plan, after, newOnly, until, cursor,
        };
        return command.Watches(async (parse, connection, screen, cancel) =>
        {
            var planId = await connection.WholePlanId(parse.GetRequiredValue(plan), cancel);
            // A watch without names beats no watch; only where to begin must be known.
            var known = await Known(connection, planId, orNothing: !parse.GetValue(newOnly), cancel);
            var file = parse.GetValue(cursor) is { } path ? new CursorFile(path, planId) : null;
            var watch = new PlanWatch((version, c) => Open(parse, connection, planId, version, c), screen.Notices, TimeProvider.System)
            {
                Version = file?.Read() ?? (parse.GetValue(newOnly) ? known.Version : parse.GetValue(after)),
                EndAtVersion = parse.GetValue(until),
            };
            var words = new PlanEventWords().Knowing(known);
            await foreach (var e in watch.Events(cancel))
            {
                if (parse.GetValue(Reading.Json)) screen.Json(e);
                else screen.Line(words.Line(e));
                file?.Write(e.Version);
            }
        });
    }

    private static IAsyncEnumerable<WatchPlanResponse> Open(ParseResult parse, ServerConnection connection, string planId, int after, CancellationToken cancel) =>
        parse.GetValue(LiveOptions.SignalR)
            ? HubRoad.Open<WatchPlanResponse>(parse, "WatchPlan", [planId, after], cancel)
            : GrpcRoad.Open(options => connection.Live.WatchPlan(new() { PlanId = planId, AfterVersion = after }, options), connection, cancel);

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
