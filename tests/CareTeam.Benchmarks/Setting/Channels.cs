using Grpc.Net.Client;

namespace CareTeam.Benchmarks.Setting;

/// <summary>A connection for every eight clients.</summary>
public sealed class Channels(ServerProcess server)
{
    private const int ClientsAChannel = 8;
    private readonly Dictionary<int, GrpcChannel> channels = [];

    public GrpcChannel Of(int client)
    {
        var number = client / ClientsAChannel;
        return channels.TryGetValue(number, out var channel) ? channel : channels[number] = server.NewChannel();
    }
}
