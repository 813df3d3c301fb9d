using CareTeam.Server.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CareTeam.Server.Tests.Storage;

public sealed class ExpensiveReadsTests(Clinic clinic) : IClassFixture<Clinic>
{
    [Fact]
    public async Task When_all_places_are_taken_searches_and_looks_back_are_told_to_come_again_and_commands_go_on()
    {
        using var places = new ExpensiveReads(longestWait: TimeSpan.FromMilliseconds(20));
        await using var node = clinic.NewNode(services => services.Replace(ServiceDescriptor.Singleton(places)));
        var team = clinic.NewTeam(node);
        var plan = await team.ActivePlan();
        var (therapist, cancel) = (team.As(team.Therapist), TestContext.Current.CancellationToken);
        Func<Task>[] reads =
        [
            () => therapist.Notes.SearchNotesAsync(new() { Query = "gait" }).ResponseAsync,
            () => therapist.Plans.GetPlanAsync(new() { PlanId = plan, AsOfVersion = 2 }).ResponseAsync,
            () => therapist.Plans.GetPlanAsync(new() { PlanId = plan, TrueAt = Timestamp.FromDateTime(DateTime.UtcNow.AddDays(1)) }).ResponseAsync,
            () => therapist.History.DiffPlanAsync(new() { PlanId = plan, From = new() { Version = 2 } }).ResponseAsync,
        ];

        var end = new TaskCompletionSource<bool>();
        var taken = Enumerable.Range(0, ExpensiveReads.AtOnce).Select(_ => places.Run(() => end.Task, cancel)).ToList();
        foreach (var read in reads)
        {
            var refused = await Expect.Status(StatusCode.Unavailable, read);
            Assert.NotNull(refused.Detail<Google.Rpc.RetryInfo>().RetryDelay);
        }
        await therapist.Notes.SubmitNoteAsync(New.NoteFor(plan, "Gait steady."));
        Assert.Equal(6, (await therapist.Plans.GetPlanAsync(new() { PlanId = plan })).Plan.Version);

        end.SetResult(true);
        await Task.WhenAll(taken);
        foreach (var read in reads) await read();
    }
}
