using CareTeam.Server.Clocks;
using Google.Protobuf;
using Microsoft.Extensions.DependencyInjection;

namespace CareTeam.Server.Tests.Year;

/// <summary>An organization that lives through the year on nodes with a clock that is set.</summary>
internal sealed class YearsPlay(Clinic clinic)
{
    private readonly string organization = $"org-{Guid.NewGuid():N}";
    private readonly Dictionary<(ServerNode, string), Clients> clients = [];

    public SimulatedClock Clock { get; } = new(CarePen.Morning(YearOfCare.FirstDay));

    public ServerNode NewNode() => clinic.NewNode(services => services.AddSingleton<TimeProvider>(Clock));

    public Clients As(ServerNode node, Person person) => clients.TryGetValue((node, person.PersonId), out var known)
        ? known
        : clients[(node, person.PersonId)] = node.As(new Someone(organization, person.Role, person.PersonId));

    /// <summary>Sets the clock to the time of the step, and sends it.</summary>
    public async Task<IMessage> Take(ServerNode node, CareStep step)
    {
        try
        {
            return await Ask(node, step);
        }
        catch (RpcException e)
        {
            throw new InvalidOperationException($"{step.At:yyyy-MM-dd HH:mm} {step.By.PersonId} {step.Request.Descriptor.Name}: {e.Status}", e);
        }
    }

    /// <summary>The same of a step that the plan may not allow: its answer, or the status that it is refused with.</summary>
    public async Task<object> AnswerOrRefusal(ServerNode node, CareStep step)
    {
        try
        {
            return await Ask(node, step);
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.FailedPrecondition or StatusCode.PermissionDenied or StatusCode.NotFound or StatusCode.InvalidArgument)
        {
            return e.Status;
        }
    }

    private async Task<IMessage> Ask(ServerNode node, CareStep step)
    {
        Clock.Set(step.At);
        return await As(node, step.By).Invoker.Ask(step.Request);
    }

    /// <summary>All of them, on one node, with a look at the end of each day for what has fallen due.</summary>
    public async Task<IReadOnlyList<(CareStep Step, IMessage Answer)>> TakeAll(ServerNode node, IEnumerable<CareStep> steps)
    {
        var answered = new List<(CareStep, IMessage)>();
        foreach (var day in steps.GroupBy(s => s.At.Date))
        {
            foreach (var step in day) answered.Add((step, await Take(node, step)));
            await Sweep(node);
        }
        return answered;
    }

    /// <summary>Both look at once for what has fallen due.</summary>
    public static Task Sweep(params ServerNode[] nodes) => Task.WhenAll(nodes.Select(node => node.Services.GetRequiredService<ClockSweep>().Sweep(default)));

    public async Task<IReadOnlyList<PlanEvent>> Events(ServerNode node, string planId)
    {
        var reader = As(node, CarePeople.Lead).History;
        var events = new List<PlanEvent>();
        for (var request = new ListPlanEventsRequest { PlanId = planId, PageSize = 1_000 }; ;)
        {
            var page = await reader.ListPlanEventsAsync(request);
            events.AddRange(page.Events);
            if ((request.PageToken = page.NextPageToken).Length == 0) return events;
        }
    }
}
