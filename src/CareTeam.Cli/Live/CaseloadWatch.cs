using CareTeam.Cli.Plans;

namespace CareTeam.Cli.Live;

public static class CaseloadWatch
{
    public static Command Command()
    {
        var status = WordOption.Many<PlanStatus>("--status", "Only plans in these states");
        return new Command("watch-caseload", "The plans that you may read, and each again whenever it changes, until Ctrl-C") { status, LiveOptions.Once }.Watches(
            async (parse, connection, screen, cancel) =>
            {
                var held = new HeldPlans<CaseloadPlan>(p => p.Summary.PlanId, p => p.Cursor);
                var stream = new EnduringStream<WatchCaseloadResponse>(
                    c => Open(parse, connection, new() { Statuses = { parse.GetValue(status) ?? [] }, Cursors = { held.Cursors } }, c), () => "", screen.Notices, TimeProvider.System);
                await foreach (var item in stream.Items(cancel))
                {
                    if (item.Heartbeat is null) Show(parse, screen, item, held);
                    else if (parse.GetValue(LiveOptions.Once)) return;
                }
            });
    }

    private static IAsyncEnumerable<WatchCaseloadResponse> Open(ParseResult parse, ServerConnection connection, WatchCaseloadRequest request, CancellationToken cancel) =>
        parse.GetValue(LiveOptions.SignalR)
            ? HubRoad.Open<WatchCaseloadResponse>(parse, "WatchCaseload", [request], cancel)
            : GrpcRoad.Open(options => connection.Live.WatchCaseload(request, options), connection, cancel);

    private static void Show(ParseResult parse, Screen screen, WatchCaseloadResponse item, HeldPlans<CaseloadPlan> held)
    {
        var before = item.Plan is { } plan ? held.Take(plan) : held.Drop(item.Removed.PlanId);
        if (parse.GetValue(Reading.Json)) screen.Json(item);
        else screen.Line(item.Plan is { } its ? Line(its) : $"{Shown.ShortId(item.Removed.PlanId)}  no longer in the list: {before?.Summary.Title}");
    }

    private static string Line(CaseloadPlan plan)
    {
        var summary = plan.Summary;
        return $"{Shown.ShortId(summary.PlanId)}  {Shown.Time(plan.UpdatedAt)}  version {plan.Version}, {Shown.Words(summary.Status)}: {summary.Title} of {summary.PatientName}"
            + $", led by {Shown.Name(summary.Lead)}{Count(summary.OpenRedFlags, "red flag")}{Count(summary.OpenTasks, "task")}"
            + (summary.NextDueDate.Length > 0 ? $", next due {summary.NextDueDate}" : "");
    }

    private static string Count(int count, string what) => count == 0 ? "" : $", {count} open {what}{(count == 1 ? "" : "s")}";
}
