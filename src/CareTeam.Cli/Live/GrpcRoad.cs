using System.Runtime.CompilerServices;
using Grpc.Core;

namespace CareTeam.Cli.Live;

/// <summary>The streams of LiveService.</summary>
public static class GrpcRoad
{
    public static async IAsyncEnumerable<TItem> Open<TItem>(
        Func<CallOptions, AsyncServerStreamingCall<TItem>> open, ServerConnection connection, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var call = open(connection.Options(cancel));
        await foreach (var item in call.ResponseStream.ReadAllAsync(cancel)) yield return item;
    }
}
