using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace CareTeam.EmbeddedPostgres;

/// <summary>A loopback port for a server that may be started again on it while its clients reconnect.</summary>
public static class FreePort
{
    // Whoever was given a port may not listen on it yet.
    private static readonly ConcurrentDictionary<int, bool> given = [];

    // Below the ports the system gives to outgoing connections (from 32768 on Linux, 49152 on macOS): a client that reconnects while
    // the server is down could otherwise be given the server's own port, connect to itself and keep the server out.
    public static int Pick()
    {
        while (true)
        {
            var port = RandomNumberGenerator.GetInt32(20_000, 32_000);
            if (!given.TryAdd(port, true)) continue;
            using var probe = new TcpListener(IPAddress.Loopback, port);
            try
            {
                probe.Start();
                return port;
            }
            catch (SocketException)
            {
                continue;
            }
        }
    }
}
