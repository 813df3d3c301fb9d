using System.Runtime.CompilerServices;
using System.Text.Json;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace CareTeam.Cli.Live;

/// <summary>The hub's streams: each item is the proto3 JSON of what LiveService sends.</summary>
public static class HubRoad
{
    private static readonly JsonParser Json = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));

    public static readonly Option<string> Address = new("--hub")
    {
        Description = "Address of the SignalR hub; env CARETEAM_HTTP with /hubs/care",
        HelpName = "address",
        DefaultValueFactory = _ => Http().TrimEnd('/') + "/hubs/care",
    };

    /// <summary>A stream of the hub by its name; a request goes as proto3 JSON.</summary>
    public static async IAsyncEnumerable<TItem> Open<TItem>(
        ParseResult parse, string stream, object[] arguments, [EnumeratorCancellation] CancellationToken cancel)
        where TItem : IMessage, new()
    {
        var token = ServerOptions.TokenOf(parse);
        await using var hub = new HubConnectionBuilder().WithUrl(parse.GetRequiredValue(Address), o => o.AccessTokenProvider = () => Task.FromResult<string?>(token)).Build();
        await AsRpc(async () =>
        {
            await hub.StartAsync(cancel);
            return true;
        });
        await using var items = hub.StreamAsyncCore<JsonElement>(stream, [.. arguments.Select(AsJson)], cancel).GetAsyncEnumerator(cancel);
        while (await AsRpc(async () => await items.MoveNextAsync())) yield return Json.Parse<TItem>(items.Current.GetRawText());
    }

    private static object AsJson(object argument) => argument is IMessage message ? JsonDocument.Parse(JsonFormatter.Default.Format(message)).RootElement : argument;

    private static string Http() => Environment.GetEnvironmentVariable("CARETEAM_HTTP") is { Length: > 0 } given ? given : "http://localhost:5080";

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
