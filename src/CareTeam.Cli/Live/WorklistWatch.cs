using CareTeam.Cli.Access;
using CareTeam.Cli.Tasks;

namespace CareTeam.Cli.Live;

public static class WorklistWatch
{
    public static Command Command()
    {
        var assignee = TextOption.Optional("--assignee", "Tasks of this person (default: yours, unless a discipline is given)", "person");
        var discipline = WordOption.One<Discipline>("--discipline", "Only tasks of this field");
        var unassigned = new Option<bool>("--unassigned") { Description = "Only tasks that no single person has" };
        var status = WordOption.Many<TaskStatus>("--status", "Only tasks in these states (default: requested, accepted, in-progress)");
        var anyStatus = new Option<bool>("--any-status") { Description = "Also tasks that are over" };
        return new Command("watch-worklist", "The tasks of a person or a field, and each again whenever it changes, until Ctrl-C")
        {
            assignee, discipline, unassigned, status, anyStatus, LiveOptions.Once,
        }.Watches(async (parse, connection, screen, cancel) =>
        {
            var wanted = new WatchWorklistRequest
            {
                AssigneeId = parse.GetValue(assignee) ?? "",
                Discipline = parse.GetValue(discipline),
                Unassigned = parse.GetValue(unassigned),
                Statuses = { parse.GetValue(anyStatus) ? [] : parse.GetValue(status) is { Length: > 0 } given ? given : TaskList.Open },
            };
            if (wanted.AssigneeId.Length == 0 && wanted.Discipline == Discipline.Unspecified) wanted.AssigneeId = TokenSubject.Of(ServerOptions.TokenOf(parse));
            await Watch(parse, connection, screen, wanted, cancel);
        });
    }

    private static async Task Watch(ParseResult parse, ServerConnection connection, Screen screen, WatchWorklistRequest wanted, CancellationToken cancel)
    {
        var held = new HeldPlans<WorklistPlan>(p => p.PlanId, p => p.Cursor);
        var stream = new EnduringStream<WatchWorklistResponse>(c => Open(parse, connection, new(wanted) { Cursors = { held.Cursors } }, c), () => "", screen.Notices, TimeProvider.System);
        await foreach (var item in stream.Items(cancel))
        {
            if (item.Heartbeat is null) Show(parse, screen, item, held);
            else if (parse.GetValue(LiveOptions.Once)) return;
        }
    }

    private static IAsyncEnumerable<WatchWorklistResponse> Open(ParseResult parse, ServerConnection connection, WatchWorklistRequest request, CancellationToken cancel) =>
        parse.GetValue(LiveOptions.SignalR)
            ? HubRoad.Open<WatchWorklistResponse>(parse, "WatchWorklist", [request], cancel)
            : GrpcRoad.Open(options => connection.Live.WatchWorklist(request, options), connection, cancel);

    private static void Show(ParseResult parse, Screen screen, WatchWorklistResponse item, HeldPlans<WorklistPlan> held)
    {
        var before = item.Plan is { } plan ? held.Take(plan) : held.Drop(item.Removed.PlanId);
        if (parse.GetValue(Reading.Json)) screen.Json(item);
        else foreach (var line in Lines(before?.Tasks ?? [], item.Plan?.Tasks ?? [])) screen.Line(line);
    }

    /// <summary>A plan's tasks come together: only those that differ are told.</summary>
    public static IEnumerable<string> Lines(IReadOnlyCollection<ListedTask> before, IReadOnlyCollection<ListedTask> now) =>
    [
        .. now.Except(before).Select(t => $"{Shown.ShortId(t.Task.TaskId)}  {TaskWords.Of(t.Task)}, for {t.PatientName}"),
        .. before.Where(b => now.All(t => t.Task.TaskId != b.Task.TaskId)).Select(b => $"{Shown.ShortId(b.Task.TaskId)}  no longer in the list: \"{b.Task.Title}\", for {b.PatientName}"),
    ];
}
