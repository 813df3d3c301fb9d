using CareTeam.Server.History;
using CareTeam.Server.Plans;
using CareTeam.Server.Storage;
using CsCheck;

namespace CareTeam.Server.Tests.Year;

/// <summary>A year's plan of two thousand events, read as it stood at each of them.</summary>
public sealed class LongPlanTests(LongPlan year) : IClassFixture<LongPlan>
{
    private static readonly Lock Once = new();
    private static CarePlan[] folded = [];

    /// <summary>By version, each folded from the one before; kept for all tests of the class.</summary>
    private CarePlan[] Folded
    {
        get
        {
            lock (Once) return folded.Length > 0 && folded[0].PlanId == year.PlanId ? folded : folded = [.. OneByOne()];
        }
    }

    private IEnumerable<CarePlan> OneByOne()
    {
        var plan = CarePlanFold.Empty(year.PlanId);
        yield return plan;
        foreach (var e in year.Events) yield return plan = CarePlanFold.Fold(plan, [e]);
    }

    private async Task<CarePlan> Get(GetPlanRequest request)
    {
        request.PlanId = year.PlanId;
        return (await year.Lead.Plans.GetPlanAsync(request)).Plan;
    }

    [Fact]
    public async Task At_every_version_the_plan_is_what_its_first_events_add_up_to()
    {
        Assert.InRange(year.Events.Count, 2_000, 3_000);
        Assert.Equal(Enumerable.Range(1, year.Events.Count), year.Events.Select(e => e.Version));
        var folded = Folded;
        await Parallel.ForAsync(1, folded.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (version, _) =>
        {
            // The server folds the first events anew; here each is folded onto the one before, as commands do it, and some anew too.
            var plan = await Get(new() { AsOfVersion = version });
            Assert.True(folded[version].Equals(plan), $"Version {version} is another when it is folded one by one.");
            if (version % 50 == 0) Assert.True(CarePlanFold.Fold(CarePlanFold.Empty(year.PlanId), year.Events.Take(version)).Equals(plan), $"Version {version} is another than its events make.");
        });
        Assert.Equal(Folded[^1], await Get(new()));
    }

    /// <summary>A display reads plans and what happened, and none of what people wrote that the plan does not show.</summary>
    [Fact]
    public void What_happened_tells_a_screen_no_text_that_the_plan_does_not_show()
    {
        var more = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var e in year.Events.GroupBy(e => e.ChangeCase).SelectMany(kind => kind.Take(3)))
        {
            var shown = Texts(Folded[e.Version]).Select(t => t.Text).ToHashSet();
            foreach (var (field, text) in Texts(TextsBesideThePlan.ForDisplay(e)))
                if (field != "careteam.v1.Person.name" && !shown.Contains(text)) more.Add(field);
        }
        Assert.True(more.Count == 0, string.Join(", ", more));
    }

    /// <summary>What is personal in a message, by the contract's own mark.</summary>
    private static IEnumerable<(string Field, string Text)> Texts(Google.Protobuf.IMessage message)
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            var value = field.Accessor.GetValue(message);
            IEnumerable<object> values = field.IsRepeated && !field.IsMap ? ((System.Collections.IEnumerable)value).Cast<object>() : value is null || field.IsMap ? [] : [value];
            foreach (var one in values)
            {
                if (one is Google.Protobuf.IMessage part) foreach (var text in Texts(part)) yield return text;
                else if (one is string { Length: > 0 } text && field.GetOptions()?.DebugRedact == true) yield return (field.FullName, text);
            }
        }
    }

    [Fact]
    public async Task At_any_time_it_is_what_was_recorded_by_then()
    {
        var times = Gen.Select(Gen.Int[0, year.Events.Count - 1], Gen.Int[0, 90_000_000]).Select((at, later) => year.Events[at].RecordedAt + new Google.Protobuf.WellKnownTypes.Duration { Seconds = later / 1_000 });
        await times.SampleAsync(async time =>
        {
            var version = year.Events.Count(e => e.RecordedAt <= time);
            Assert.Equal(Folded[version], await Get(new() { AsOfTime = time }));
        }, iter: 100, threads: 1);
        foreach (var (before, after) in year.Events.Zip(year.Events.Skip(1)).Where(pair => pair.First.RecordedAt < pair.Second.RecordedAt).Where((_, i) => i % 50 == 0))
        {
            var justBefore = Timestamp.FromDateTime(after.RecordedAt.ToDateTime().AddMicroseconds(-1));
            Assert.Equal(before.Version, (await Get(new() { AsOfTime = justBefore })).Version);
        }
    }

    [Fact]
    public void Between_neighbours_something_is_told_unless_nothing_changed()
    {
        for (var version = 2; version < Folded.Length; version++) ToldIffChanged(version - 1, version);
    }

    [Fact]
    public async Task Between_any_two_versions_something_is_told_unless_nothing_changed_and_the_server_tells_the_same()
    {
        var versions = Gen.Int[1, year.Events.Count];
        Gen.Select(versions, versions).Sample((from, to) => { ToldIffChanged(from, to); }, iter: 1_000, threads: 1);
        await Gen.Select(versions, versions).SampleAsync(async (from, to) =>
        {
            var told = await year.Lead.History.DiffPlanAsync(new() { PlanId = year.PlanId, From = new() { Version = from }, To = new() { Version = to } });
            Assert.Equal(PlanDiff.Between(Folded[from], Folded[to]), told.Differences);
        }, iter: 40, threads: 1);
        foreach (var version in new[] { 1, 777, year.Events.Count }) Assert.Empty(PlanDiff.Between(Folded[version], Folded[version].Clone()));
    }

    private void ToldIffChanged(int from, int to)
    {
        var told = PlanDiff.Between(Folded[from], Folded[to]).ToList();
        Assert.True(told.Count > 0 != Same(Folded[from]).Equals(Same(Folded[to])), $"From {from} to {to}: {told.Count} differences.");
        Assert.All(told, d => Assert.NotEmpty(d.Text));
    }

    /// <summary>Without what each event changes anyway.</summary>
    private static CarePlan Same(CarePlan plan)
    {
        var copy = ShallowCopy<CarePlan>.Of(plan);
        (copy.Version, copy.UpdatedAt) = (0, null);
        return copy;
    }
}
