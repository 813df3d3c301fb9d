using CareTeam.Cli.Work;
using Google.Protobuf.WellKnownTypes;

namespace CareTeam.Cli.Tests.Work;

public sealed class WorkGroupsTests
{
    private const string PlanId = "aaaaaaaa-0000-7000-8000-000000000001", OrderId = "bbbbbbbb-0000-7000-8000-000000000001";

    private static ListedTask Listed(string id, string title, Action<CareTask>? with = null)
    {
        var task = new CareTask { TaskId = id, Title = title, DueDate = "2026-03-02", Status = TaskStatus.Accepted, Assignee = new() { PersonId = "pt-rivera" } };
        with?.Invoke(task);
        return new() { PlanId = PlanId, PatientName = "Ana", Task = task };
    }

    private static GetWorkResponse Work(params (WorkReason Reason, ListedTask Task)[] items) => new()
    {
        Items = { items.Select(i => new WorkItem { Reason = i.Reason, Task = i.Task }) },
        Counts = { items.GroupBy(i => i.Reason).Select(g => new WorkCount { Reason = g.Key, Tasks = g.Count() }) },
    };

    private static string Next(ListedTask task) => WorkGroups.Of(Work((WorkReason.DueToday, task))).Single().Rows.Single().Next;

    [Theory]
    [InlineData(1, "1 red flag")]
    [InlineData(2, "2 red flags")]
    public void A_group_is_counted_in_words(int flags, string words)
    {
        var work = new GetWorkResponse { Counts = { new WorkCount { Reason = WorkReason.RedFlag, Tasks = flags } } };
        for (var i = 0; i < flags; i++) work.RedFlags.Add(new OpenRedFlag { PlanId = PlanId, RedFlagId = $"cccccccc-{i}", PatientName = "Ana", RaisedAt = new Timestamp { Seconds = 1 } });
        Assert.Equal(words, WorkGroups.Of(work).Single().Counted);
    }

    [Theory]
    [InlineData(TaskStatus.Requested, "task accept aaaaaaaa cccccccc")]
    [InlineData(TaskStatus.Accepted, "task start aaaaaaaa cccccccc")]
    [InlineData(TaskStatus.InProgress, "task complete aaaaaaaa cccccccc")]
    public void A_task_is_moved_on_by_its_next_step(TaskStatus status, string next) => Assert.Equal(next, Next(Listed("cccccccc-1", "Call the employer", t => t.Status = status)));

    [Theory]
    [InlineData(TaskStatus.Accepted)]
    [InlineData(TaskStatus.InProgress)]
    public void What_is_under_way_and_nobodys_is_taken_on_first(TaskStatus status) =>
        Assert.Equal("task accept aaaaaaaa cccccccc", Next(Listed("cccccccc-1", "Call the employer", t => (t.Status, t.Assignee) = (status, null))));

    [Theory]
    [InlineData("", TaskStatus.Accepted, "session log aaaaaaaa --order bbbbbbbb")]
    [InlineData("", TaskStatus.Requested, "task accept aaaaaaaa cccccccc")]
    [InlineData("therapy.re-evaluation", TaskStatus.Requested, "session log aaaaaaaa --order bbbbbbbb --purpose re-evaluation")]
    [InlineData("therapy.progress-report", TaskStatus.Requested, "report file aaaaaaaa bbbbbbbb --recommend continue")]
    [InlineData("therapy.recertification", TaskStatus.Requested, "therapy certify aaaaaaaa bbbbbbbb")]
    public void What_an_order_asks_for_is_done_by_its_own_command(string kind, TaskStatus status, string next) =>
        Assert.Equal(next, Next(Listed("cccccccc-1", "t", t => (t.TherapyOrderId, t.DueKind, t.Status) = (OrderId, kind, status))));

    [Fact]
    public void A_note_is_signed_with_the_amendments_that_it_has()
    {
        var note = new NoteToCosign
        {
            PlanId = PlanId,
            PatientName = "Ana",
            Summary = new() { NoteId = "dddddddd-1", Author = new() { Name = "Assi" }, AmendmentIds = { "eeeeeeee-1" }, CosignatureDemand = new() { DueDate = "2026-03-09" } },
        };
        var row = WorkGroups.Of(new() { ToCosign = { note }, Counts = { new WorkCount { Reason = WorkReason.ToCosign, Tasks = 1 } } }).Single().Rows.Single();
        Assert.Equal(("2026-03-09", "note cosign aaaaaaaa dddddddd --amendment eeeeeeee"), (row.Due, row.Next));
    }

    [Fact]
    public void What_a_list_names_is_not_told_again_among_the_tasks()
    {
        var (report, flagged, other) = (Listed("r", "Complete the progress report"), Listed("f", "Red flag: infection"), Listed("o", "Call the employer"));
        var work = Work((WorkReason.Overdue, report), (WorkReason.Overdue, other), (WorkReason.ToAccept, flagged));
        work.ReportsDue.Add(report);
        work.RedFlags.Add(new OpenRedFlag { PlanId = PlanId, RedFlagId = "99999999-1", TaskId = "f", Kind = RedFlagKind.Infection, Finding = "Fever.", RaisedAt = new Timestamp() });
        work.Counts.Add([new WorkCount { Reason = WorkReason.ReportDue, Tasks = 1 }, new WorkCount { Reason = WorkReason.RedFlag, Tasks = 1 }]);
        var groups = WorkGroups.Of(work);
        Assert.Equal([("Red flags", 1), ("Overdue", 1), ("Reports due", 1)], groups.Select(g => (g.Title, g.All)));
        Assert.Equal(("infection: Fever.", "flag resolve aaaaaaaa 99999999 HOW"), (groups[0].Rows[0].What, groups[0].Rows[0].Next));
        Assert.Equal("Call the employer", groups[1].Rows.Single().What);
    }

    [Fact]
    public void A_series_says_how_far_it_is_and_a_task_how_urgent()
    {
        var series = Listed("s", "Physical therapy", t => (t.Recurrence, t.OccurrencesCompleted) = (new() { Times = 3, PeriodDays = 7, Periods = 6 }, 7));
        var urgent = Listed("u", "Safety review, the same day", t => t.Priority = TaskPriority.Asap);
        Assert.Equal(["Physical therapy, 7 of 18 done", "Safety review, the same day, asap"], WorkGroups.Of(Work((WorkReason.DueToday, series), (WorkReason.DueToday, urgent))).Single().Rows.Select(r => r.What));
    }

    [Fact]
    public void Nothing_to_do_is_no_group() => Assert.Empty(WorkGroups.Of(new()));
}
