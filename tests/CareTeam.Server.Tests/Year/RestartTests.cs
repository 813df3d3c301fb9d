using CareTeam.Server.Tests.Pipeline;

namespace CareTeam.Server.Tests.Year;

/// <summary>Whatever was answered before a restart is answered the same after it, and happens once: every command of the contract.</summary>
public sealed class RestartTests(Clinic clinic) : IClassFixture<Clinic>
{
    /// <summary>A year, and what does not fit into it: a plan that is completed and one that is imported.</summary>
    private static IReadOnlyList<CareStep> Told(string planId)
    {
        var another = new CarePen(New.Id());
        another.On(YearOfCare.LastDay, CarePeople.Lead, new CreatePlanRequest { Title = "Another", Patient = new() { Reference = "Patient/1", Name = "Ana Example" } });
        another.On(YearOfCare.LastDay, CarePeople.Lead, new ActivatePlanRequest());
        another.On(YearOfCare.LastDay, CarePeople.Lead, new CompletePlanRequest { Summary = "Back at work." });
        another.On(YearOfCare.LastDay, CarePeople.Lead, new Interop.RandomImports().Request("", [], 0, 0));
        return [.. YearOfCare.Of(planId), .. another.Steps];
    }

    /// <summary>Whatever else the contract has, as its example, on the plan at the end of its year.</summary>
    private static IReadOnlyList<CareStep> Untold(string planId, IReadOnlyList<CareStep> told)
    {
        var commands = Rpcs.Commands.ExceptBy(told.Select(s => s.Request.Descriptor), rpc => rpc.InputType).ToList();
        var examples = new ExampleCommands(commands);
        return [.. commands.Select((_, kind) => new CareStep(CarePen.Morning(YearOfCare.LastDay).AddHours(8), CarePeople.Lead, examples.Request(planId, [New.Id()], kind, 0)))];
    }

    [Fact]
    public async Task After_a_restart_each_command_is_answered_as_before_and_nothing_happens_again()
    {
        var (play, planId) = (new YearsPlay(clinic), New.Id());
        var told = Told(planId);
        var untold = Untold(planId, told);
        // Revoking ends the year's plan: nobody has to tell that. Were there none at all, the examples would not have been tried.
        Assert.Contains(untold, s => s.Request is RevokePlanRequest);
        var node = play.NewNode();
        var answered = await play.TakeAll(node, told);
        var examples = new List<(CareStep Step, object Answer)>();
        foreach (var step in untold) examples.Add((step, await play.AnswerOrRefusal(node, step)));
        var before = await play.Events(node, planId);
        await node.DisposeAsync();

        await using var restarted = play.NewNode();
        foreach (var (step, answer) in answered) Assert.Equal(answer, await play.Take(restarted, step));
        foreach (var (step, answer) in examples) Assert.Equal(answer, await play.AnswerOrRefusal(restarted, step));
        Assert.Equal(before, await play.Events(restarted, planId));
    }
}
