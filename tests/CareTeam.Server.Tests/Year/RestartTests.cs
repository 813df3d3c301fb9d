using System.Collections;
using CareTeam.Server.Tests.Pipeline;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace CareTeam.Server.Tests.Year;

/// <summary>Whatever was answered before a restart is answered the same after it, and happens once: every command of the contract.</summary>
public sealed class RestartTests(Clinic clinic) : IClassFixture<Clinic>
{
    /// <summary>A year, and what does not fit into it: a plan that is completed, one that is revoked, and one that is imported.</summary>
    private static IReadOnlyList<CareStep> Told(string planId)
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

    /// <summary>
    /// What nobody has told of, as its examples: of something new, and of the newest of whatever the plan has of the kind. A command that is told of as well is among them, or this way would
    /// be gone for the first time by whoever adds the next one.
    /// </summary>
    private static IReadOnlyList<CareStep> Untold(CarePlan plan, IReadOnlyList<CareStep> told)
    {
        var commands = Rpcs.Commands.Where(rpc => rpc.InputType == AddGoalRequest.Descriptor || told.All(s => s.Request.Descriptor != rpc.InputType)).ToList();
        var examples = new ExampleCommands(commands);
        return [.. commands.SelectMany((_, kind) => new[] { examples.Request(plan.PlanId, [New.Id()], kind, 0), OfTheNewest(plan, examples.Request(plan.PlanId, [New.Id()], kind, 0)) })
            .Select(request => new CareStep(CarePen.Morning(YearOfCare.LastDay).AddHours(8), plan.Lead, request))];
    }

    /// <summary>A list of the plan is of the things that its first field names: tasks have task_id.</summary>
    private static IMessage OfTheNewest(CarePlan plan, IMessage request)
    {
        foreach (var list in CarePlan.Descriptor.Fields.InDeclarationOrder().Where(f => f is { IsRepeated: true, FieldType: FieldType.Message }))
        {
            var name = list.MessageType.Fields.InFieldNumberOrder()[0];
            if (request.Descriptor.FindFieldByName(name.Name) is { FieldType: FieldType.String, IsRepeated: false } field && (IList)list.Accessor.GetValue(plan) is [.., IMessage newest])
                field.Accessor.SetValue(request, name.Accessor.GetValue(newest));
        }
        return request;
    }

    [Fact]
    public async Task After_a_restart_each_command_is_answered_as_before_and_nothing_happens_again()
    {
        var (play, planId) = (new YearsPlay(clinic), New.Id());
        var told = Told(planId);
        var node = play.NewNode();
        var answered = await play.TakeAll(node, told);
        var plan = (await play.As(node, CarePeople.Lead).Plans.GetPlanAsync(new() { PlanId = planId })).Plan;
        var examples = new List<(CareStep Step, object Answer)>();
        foreach (var step in Untold(plan, told)) examples.Add((step, await play.AnswerOrRefusal(node, step)));
        Assert.Contains(examples, e => e.Answer is AddGoalResponse);
        var before = await play.Events(node, planId);
        await node.DisposeAsync();

        await using var restarted = play.NewNode();
        foreach (var (step, answer) in answered) Assert.Equal(answer, await play.Take(restarted, step));
        foreach (var (step, answer) in examples) Assert.Equal(answer, await play.AnswerOrRefusal(restarted, step));
        Assert.Equal(before, await play.Events(restarted, planId));
    }
}
