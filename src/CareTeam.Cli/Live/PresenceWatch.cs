namespace CareTeam.Cli.Live;

public static class PresenceWatch
{
    public static Command Command()
    {
        var plan = IdOption.Plan();
        return new Command("watch-presence", "Who has a plan open and who writes a note on it, until Ctrl-C") { plan, LiveOptions.Once }.Watches(
            async (parse, connection, screen, cancel) =>
            {
                var request = new WatchPresenceRequest { PlanId = await connection.WholePlanId(parse.GetRequiredValue(plan), cancel) };
                var stream = new EnduringStream<WatchPresenceResponse>(c => Open(parse, connection, request, c), () => "", screen.Notices, TimeProvider.System);
                WatchPresenceResponse? before = null;
                await foreach (var now in stream.Items(cancel))
                {
                    if (now.Equals(before)) continue;
                    if (parse.GetValue(Reading.Json)) screen.Json(now);
                    else screen.Line(now.People.Count == 0 ? "nobody" : string.Join("; ", now.People.Select(Words)));
                    before = now;
                    if (parse.GetValue(LiveOptions.Once)) return;
                }
            });
    }

    private static IAsyncEnumerable<WatchPresenceResponse> Open(ParseResult parse, ServerConnection connection, WatchPresenceRequest request, CancellationToken cancel) =>
        parse.GetValue(LiveOptions.SignalR)
            ? HubRoad.Open<WatchPresenceResponse>(parse, "WatchPresence", [request], cancel)
            : GrpcRoad.Open(options => connection.Live.WatchPresence(request, options), connection, cancel);

    private static string Words(PresentPerson present) => Shown.NameAndRole(present.Person) + (present.Activity == PresenceActivity.WritingNote ? " writes a note" : "");
}
