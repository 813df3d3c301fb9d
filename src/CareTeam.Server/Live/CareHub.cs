using System.Runtime.CompilerServices;
using System.Text.Json;
using CareTeam.Server.Live.Presence;
using Google.Protobuf;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace CareTeam.Server.Live;

/// <summary>LiveService over SignalR, under the same names. An error comes as the proto3 JSON of the google.rpc.Status.</summary>
[Authorize]
public sealed partial class CareHub(StreamPipeline streams, RpcPipeline pipeline, PresenceDesk presences, ILogger<CareHub> log) : Hub
{
    public const string Path = "/hubs/care";

    private IAsyncEnumerable<FeedItem<TResponse>> Open<TRequest, TResponse>(Func<TRequest> request, CancellationToken cancel)
        where TRequest : IMessage
        where TResponse : IMessage =>
        Answer(() => streams.Open<TRequest, FeedItem<TResponse>>(request(), Caller.From(Context.User), cancel), cancel);

    private async Task<FeedItem<TResponse>> Send<TResponse>(Func<IRpc<TResponse>> request) where TResponse : IMessage
    {
        try
        {
            return new(await pipeline.Send(request(), Caller.From(Context.User), Context.ConnectionAborted));
        }
        catch (Exception e) when (!Context.ConnectionAborted.IsCancellationRequested)
        {
            throw new HubException(HubStatus.Json(RpcStatus.For(e, log)));
        }
    }

    /// <summary>A request as proto3 JSON.</summary>
    private static TRequest Request<TRequest>(JsonElement json) where TRequest : IMessage, new()
    {
        try
        {
            return ProtoJson.Parser.Parse<TRequest>(json.GetRawText());
        }
        catch (Exception e) when (e is InvalidJsonException or InvalidProtocolBufferException)
        {
            throw Fault.Invalid("request", $"is not the proto3 JSON of a {new TRequest().Descriptor.Name}");
        }
    }

    private async IAsyncEnumerable<TItem> Answer<TItem>(Func<IAsyncEnumerable<TItem>> open, [EnumeratorCancellation] CancellationToken cancel)
    {
        IAsyncEnumerator<TItem>? items = null;
        try
        {
            while (true)
            {
                try
                {
                    items ??= open().GetAsyncEnumerator(cancel);
                    if (!await items.MoveNextAsync()) break;
                }
                catch (Exception e) when (!cancel.IsCancellationRequested)
                {
                    throw new HubException(HubStatus.Json(RpcStatus.For(e, log)));
                }
                yield return items.Current;
            }
        }
        finally
        {
            if (items is not null) await items.DisposeAsync();
        }
    }
}
