using System.Runtime.CompilerServices;
using System.Text.Json;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace CareTeam.Cli.Live;

/// <summary>The hub's stream WatchPlan: each item is the proto3 JSON of what LiveService.WatchPlan sends.</summary>
public static class HubRoad
{
    private static readonly JsonParser Json = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));

    public static readonly Option<string> Address = new("--hub")
    {
        Description = "Address of the SignalR hub; env CARETEAM_HTTP with /hubs/care",
        HelpName = "address",
        DefaultValueFactory = _ => Http().TrimEnd('/') + "/hubs/care",
    };

    public static Func<int, CancellationToken, IAsyncEnumerable<WatchPlanResponse>> Of(ParseResult parse, string planId)
    {
        var (address, token) = (parse.GetRequiredValue(Address), ServerOptions.TokenOf(parse));
        return (after, cancel) => Open(address, token, planId, after, cancel);
    }

    private static string Http() => Environment.GetEnvironmentVariable("CARETEAM_HTTP") is { Length: > 0 } given ? given : "http://localhost:5080";

    private static async IAsyncEnumerable<WatchPlanResponse> Open(
        string address, string token, string planId, int after, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var hub = new HubConnectionBuilder().WithUrl(address, o => o.AccessTokenProvider = () => Task.FromResult<string?>(token)).Build();
        await AsRpc(async () =>
        {
            await hub.StartAsync(cancel);
            return true;
        });
        await using var items = hub.StreamAsync<JsonElement>("WatchPlan", planId, after, cancel).GetAsyncEnumerator(cancel);
        while (await AsRpc(async () => await items.MoveNextAsync())) yield return Json.Parse<WatchPlanResponse>(items.Current.GetRawText());
    }

    // One way to see failures, whichever road the stream takes.
    private static async Task<T> AsRpc<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (HubException e)
        {
            throw HubRefusal.AsRpc(e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or System.Net.WebSockets.WebSocketException or InvalidOperationException)
        {
            var refused = e is HttpRequestException { StatusCode: System.Net.HttpStatusCode.Unauthorized };
            throw new RpcException(new Status(refused ? StatusCode.Unauthenticated : StatusCode.Unavailable, e.Message));
        }
    }
}
