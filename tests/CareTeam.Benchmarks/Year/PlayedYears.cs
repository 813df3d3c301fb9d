using System.Reflection;
using CareTeam.Server.Access;
using CareTeam.Server.Clocks;
using CareTeam.Server.Pipeline;
using CareTeam.Tests;
using Google.Protobuf;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CareTeam.Benchmarks.Year;

/// <summary>Lives through the year of several plans at once, on a server in this process whose clock is set; the clocks look at the end of each day.</summary>
internal sealed class PlayedYears(Store store)
{
    /// <summary>Notes, ratings and small tasks beyond the story, which make the plan two thousand events long.</summary>
    private const int More = 1_500;

    private static readonly MethodInfo SendMethod = typeof(RpcPipeline).GetMethods().Single(m => m.Name == nameof(RpcPipeline.Send) && m.GetParameters().Length == 3);

    public async Task<string[]> Play(int count)
    {
        var clock = new SetClock();
        await using var server = new InProcessServer(store.ConnectionString, clock);
        // At once, not by the first command of each kind: several of them would wait for each other.
        await server.Services.GetRequiredService<IDocumentStore>().Storage.ApplyAllConfiguredChangesToDatabaseAsync();
        var plans = Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7().ToString()).ToArray();
        var years = plans.Select(plan => YearOfCare.Of(plan, More)).ToList();
        for (var i = 0; i < years[0].Count; i++)
        {
            if (i > 0 && years[0][i].At.Date != years[0][i - 1].At.Date) await server.Services.GetRequiredService<ClockSweep>().Sweep(default);
            clock.Now = years[0][i].At;
            await Task.WhenAll(years.Select(year => Send(server, year[i])));
        }
        return plans;
    }

    private static async Task Send(InProcessServer server, CareStep step)
    {
        IMessage request = step.Request is SubmitNotesRequest batch ? batch.Note : step.Request;
        var answer = request.GetType().GetInterfaces().Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRpc<>)).GetGenericArguments()[0];
        await using var scope = server.Services.CreateAsyncScope();
        var caller = new Caller(Staff.Organization, step.By);
        await (Task)SendMethod.MakeGenericMethod(answer).Invoke(scope.ServiceProvider.GetRequiredService<RpcPipeline>(), [request, caller, CancellationToken.None])!;
    }

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = CarePen.Morning(YearOfCare.FirstDay);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
