using CareTeam.Server.Notes;
using CareTeam.Server.Pipeline;
using Microsoft.Extensions.DependencyInjection;

namespace CareTeam.Benchmarks.Writes;

/// <summary>The store alone in this process: take the plan's turn, decide, fold, and commit events, rows and receipt.</summary>
internal sealed class MartenWriter(IServiceProvider services, string[] plans) : IWorker
{
    private readonly PlanStore store = services.GetRequiredService<PlanStore>();
    private readonly SubmitNote submitNote = new(CareTeam.Server.Rules.RuleTable.Shipped);
    private readonly Taking taking = new(plans);

    public async Task Once()
    {
        var request = Requests.SubmitNote(taking.Next());
        var key = new PlanKey(Staff.Organization, request.PlanId);
        using var turn = await store.TakeTurn(key, CancellationToken.None);
        var now = Clock.Now(TimeProvider.System, turn.Plan.UpdatedAt);
        var events = submitNote.Decide(turn.Plan, request, Staff.Therapist, now).ToList();
        foreach (var e in events) e.Stamp(key.PlanId, turn.Plan.Version + 1, Staff.Therapist.Person, now);
        var after = CarePlanFold.Fold(turn.Plan, events);
        var answer = submitNote.Reply(after, request);
        (answer.PlanId, answer.Version) = (key.PlanId, after.Version);
        await turn.Commit(new PlanChange(key, turn.Plan, after, events), Receipt.For(Staff.Therapist, request, answer));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
