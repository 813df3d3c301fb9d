namespace CareTeam.Server.Tests.Year;

/// <summary>Whatever was answered before a restart is answered the same after it, and happens once: every command of the contract.</summary>
public sealed class RestartTests(Clinic clinic) : IClassFixture<Clinic>
{
    /// <summary>A year, and what does not fit into it: a plan that is completed, one that is revoked, and one that is imported.</summary>
    private static IReadOnlyList<CareStep> Steps(string planId)
    {
        var (completed, revoked) = (new CarePen(New.Id()), new CarePen(New.Id()));
        foreach (var pen in new[] { completed, revoked })
        {
            pen.On(YearOfCare.LastDay, CarePeople.Lead, new CreatePlanRequest { Title = "Another", Patient = new() { Reference = "Patient/1", Name = "Ana Example" } });
            pen.On(YearOfCare.LastDay, CarePeople.Lead, new ActivatePlanRequest());
        }
        completed.On(YearOfCare.LastDay, CarePeople.Lead, new CompletePlanRequest { Summary = "Back at work." });
        revoked.On(YearOfCare.LastDay, CarePeople.Lead, new RevokePlanRequest { Reason = "Moved away." });
        completed.On(YearOfCare.LastDay, CarePeople.Lead, new Interop.RandomImports().Request("", [], 0, 0));
        return [.. YearOfCare.Of(planId), .. completed.Steps, .. revoked.Steps];
    }

    /// <summary>Driven by the contract: a new command is missed here as soon as its proto is there.</summary>
    [Fact]
    public void Every_command_of_the_contract_is_among_them()
    {
        var sent = Steps(New.Id()).Select(s => s.Request.Descriptor).ToHashSet();
        Assert.Empty(Rpcs.Commands.Where(rpc => !sent.Contains(rpc.InputType)).Select(rpc => rpc.Name));
    }

    [Fact]
    public async Task After_a_restart_each_command_is_answered_as_before_and_nothing_happens_again()
    {
        var (play, planId) = (new YearsPlay(clinic), New.Id());
        var node = play.NewNode();
        var answered = await play.TakeAll(node, Steps(planId));
        var before = await play.Events(node, planId);
        await node.DisposeAsync();

        await using var restarted = play.NewNode();
        foreach (var (step, answer) in answered) Assert.Equal(answer, await play.Take(restarted, step));
        Assert.Equal(before, await play.Events(restarted, planId));
    }
}
