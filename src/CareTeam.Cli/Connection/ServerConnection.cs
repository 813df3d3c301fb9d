using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;

namespace CareTeam.Cli.Connection;

/// <summary>A caller's connection to the server. Every request takes one way, typed by its pairing with its response.</summary>
public sealed class ServerConnection : IDisposable
{
    // A bundle may have 32 MB.
    private const int LargestMessage = 40 * 1024 * 1024;
    private static readonly TimeSpan UsualTimeout = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ReconnectWithin = TimeSpan.FromSeconds(2);
    private readonly GrpcChannel channel;
    private readonly CallInvoker calls;
    private readonly Resend resend;
    private readonly Metadata headers;

    public ServerConnection(Uri address, string token, Resend resend)
    {
        this.resend = resend;
        headers = new Metadata { { "Authorization", $"Bearer {token}" } };
        channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions
        {
            MaxSendMessageSize = LargestMessage,
            MaxReceiveMessageSize = LargestMessage,
            MaxReconnectBackoff = ReconnectWithin,
            HttpHandler = new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(5), EnableMultipleHttp2Connections = true },
        });
        calls = channel.CreateCallInvoker();
    }

    public LiveService.LiveServiceClient Live => new(channel);

    /// <summary>Sends until it is answered, at most as long as the user wants to wait.</summary>
    public Task<TResponse> Send<TResponse>(IRpc<TResponse> request, CancellationToken cancel, TimeSpan? timeout = null)
        where TResponse : class, IMessage<TResponse>, new() =>
        resend.UntilAnswered(async () => await calls.AsyncUnaryCall(RpcMethod.Of(request), null, Options(cancel, timeout ?? UsualTimeout), request), cancel);

    public CallOptions Options(CancellationToken cancel, TimeSpan? timeout = null) =>
        new(headers, timeout is { } t ? DateTime.UtcNow + t : null, cancel);

    public void Dispose() => channel.Dispose();
}
