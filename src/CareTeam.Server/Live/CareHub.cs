using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace CareTeam.Server.Live;

/// <summary>The live streams over SignalR, under the names of LiveService. An error ends a stream with the proto3 JSON of the google.rpc.Status.</summary>
[Authorize]
public sealed partial class CareHub(StreamPipeline streams, ILogger<CareHub> log) : Hub
{
    public const string Path = "/hubs/care";

    private async IAsyncEnumerable<FeedItem> Answer(Func<IAsyncEnumerable<FeedItem>> open, [EnumeratorCancellation] CancellationToken cancel)
    {
        IAsyncEnumerator<FeedItem>? items = null;
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
