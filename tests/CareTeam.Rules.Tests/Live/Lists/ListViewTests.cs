using CareTeam.Server.Live.Lists;
using CareTeam.Server.Plans;
using CareTeam.Server.Storage;
using Google.Protobuf.WellKnownTypes;

namespace CareTeam.Rules.Tests.Live.Lists;

public sealed class ListViewTests
{
    private readonly ActivePlans list = new();
    private readonly ListView<WatchCaseloadResponse> view;

    public ListViewTests() => view = new(list);

    [Fact]
    public async Task A_watcher_who_comes_late_gets_of_each_plan_the_newest_state_only()
    {
        await Loaded();
        var (one, two) = (Id(1), Id(2));
        for (var version = 1; version <= 50; version++) view.Apply([Plan(one, version), Plan(two, version)], []);
        Assert.Equal([(one, 50), (two, 50)], After(0).Select(e => (e.Plan.Summary.PlanId, e.Plan.Version)));
    }

    [Fact]
    public async Task Entries_come_in_the_order_of_their_last_change_and_in_pages()
    {
        await Loaded();
        view.Apply([.. Enumerable.Range(1, 5).Select(i => Plan(Id(i), 1))], []);
        view.Apply([Plan(Id(2), 2)], []);
        var first = view.After(0, 0, most: 3).Entries;
        var rest = view.After(first[^1].Number, 0, most: 3).Entries;
        Assert.Equal([1, 3, 4, 5, 2], first.Concat(rest).Select(e => Number(e.Item.Message.Plan.Summary.PlanId)));
        Assert.Empty(view.After(rest[^1].Number, 0, most: 3).Entries);
    }

    [Fact]
    public async Task What_shows_the_same_is_no_change()
    {
        await Loaded();
        view.Apply([Plan(Id(1), 1)], []);
        var number = view.Newest;
        var next = view.After(number, number, 1).Next;
        view.Apply([Plan(Id(1), 1), Plan(Id(2), 7, PlanStatus.Draft)], [Id(3)]);
        Assert.Equal(number, view.Newest);
        Assert.False(next.IsCompleted);
    }

    [Fact]
    public async Task A_plan_that_leaves_is_told_and_does_not_count()
    {
        await Loaded();
        view.Apply([Plan(Id(1), 1), Plan(Id(2), 1)], []);
        var seen = view.Newest;
        var next = view.After(seen, seen, 1).Next;
        view.Apply([Plan(Id(1), 2, PlanStatus.Draft)], [Id(2)]);
        Assert.True(next.IsCompleted);
        var page = view.After(seen, seen, 10);
        Assert.Equal([Id(1), Id(2)], page.Entries.Select(e => e.Item.Message.Removed.PlanId));
        Assert.Equal(0, page.Plans);
        view.Apply([Plan(Id(2), 3)], []);
        Assert.Equal([Id(1), Id(2)], After(seen).Select(e => e.Removed?.PlanId ?? e.Plan.Summary.PlanId));
    }

    [Fact]
    public async Task What_changed_while_the_list_was_read_stays_when_it_is_newer()
    {
        list.Stored = [Plan(Id(1), 5), Plan(Id(2), 5), Plan(Id(3), 5), Plan(Id(4), 5)];
        list.WhileLoading = () =>
        {
            view.Apply([Plan(Id(1), 6), Plan(Id(2), 4), Plan(Id(3), 6, PlanStatus.Draft)], []);
            view.Apply([], [Id(4)]);
        };
        await Loaded();
        Assert.Equal([(1, 6), (2, 5)], After(0).Where(e => e.Plan is not null).Select(e => (Number(e.Plan.Summary.PlanId), e.Plan.Version)));
    }

    [Fact]
    public async Task What_was_rung_before_the_list_was_read_does_not_take_it_back()
    {
        list.Stored = [Plan(Id(1), 5)];
        await Loaded();
        var number = view.Newest;
        view.Apply([Plan(Id(1), 4)], []);
        Assert.Equal(number, view.Newest);
        view.Apply([Plan(Id(1), 5)], []);
        Assert.Equal(number, view.Newest);
        view.Apply([Plan(Id(1), 6)], []);
        Assert.Equal([6], After(number).Select(e => e.Plan.Version));
    }

    [Fact]
    public async Task Of_what_left_long_ago_a_watcher_who_saw_it_must_start_anew_and_nobody_else()
    {
        await Loaded();
        view.Apply([Plan(Id(0), 1)], []);
        var early = view.Newest;
        for (var i = 1; i <= ListView<WatchCaseloadResponse>.MostRemoved + 1; i++)
        {
            view.Apply([Plan(Id(i), 1)], []);
            view.Apply([], [Id(i)]);
        }
        Assert.Equal(ErrorKind.Unavailable, Assert.Throws<CareTeamException>(() => view.After(early, early, 1)).Kind);
        var now = view.Newest;
        Assert.Empty(view.After(now, early, 1).Entries);
        var first = view.After(0, now, 1);
        Assert.Equal(Id(0), first.Entries.Single().Item.Message.Plan.Summary.PlanId);
        Assert.Equal(1, first.Plans);
    }

    private Task Loaded() => view.Load(null!, CancellationToken.None);

    private IEnumerable<WatchCaseloadResponse> After(long number) => view.After(number, number, 1_000).Entries.Select(e => e.Item.Message);

    private static string Id(int number) => $"00000000-0000-0000-0000-{number:d12}";

    private static int Number(string id) => int.Parse(id[24..], System.Globalization.CultureInfo.InvariantCulture);

    private static ListedPlan Plan(string id, int version, PlanStatus status = PlanStatus.Active) => new(
        new PlanRow(id, "", status, "dr", "", [], new() { PlanId = id, Status = status }), version, new Timestamp { Seconds = version }, () => []);

    private sealed class ActivePlans : IPlanList<WatchCaseloadResponse>
    {
        private readonly Caseload caseload = new("org", null, [PlanStatus.Active]);

        public IReadOnlyList<ListedPlan> Stored { get; set; } = [];

        public Action WhileLoading { get; set; } = () => { };

        public string Key => caseload.Key;

        public WatchCaseloadResponse? Show(ListedPlan plan) => caseload.Show(plan);

        public void Complete(WatchCaseloadResponse shown, int version, string cursor) => caseload.Complete(shown, version, cursor);

        public WatchCaseloadResponse Removed(string planId) => caseload.Removed(planId);

        public WatchCaseloadResponse Heartbeat(int plans) => caseload.Heartbeat(plans);

        public Task<IReadOnlyList<Listed<WatchCaseloadResponse>>> Load(RowSelect rows, CancellationToken cancel)
        {
            WhileLoading();
            return Task.FromResult<IReadOnlyList<Listed<WatchCaseloadResponse>>>([.. Stored.Select(p => new Listed<WatchCaseloadResponse>(p.PlanId, p.Version, Show(p)!))]);
        }
    }
}
