using System.Net;
using CareTeam.Server.Interop;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace CareTeam.Server.Hosting;

/// <summary>Two ports, since without TLS one cannot tell HTTP/1 from HTTP/2: pages, SignalR, gRPC-Web and health on one, gRPC (h2c) on the other.</summary>
public static class Listening
{
    public static WebApplicationBuilder ListenOnPorts(this WebApplicationBuilder builder)
    {
        var address = builder.Configuration["BIND_ADDRESS"] is { Length: > 0 } given ? IPAddress.Parse(given) : IPAddress.Loopback;
        if (builder.Environment.IsDevelopment() && !IPAddress.IsLoopback(address))
            throw new InvalidOperationException($"BIND_ADDRESS is {address}, but in Development anybody signs in as anyone: it listens on this machine only.");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(address, Port(builder.Configuration, "HTTP_PORT", 5080), port => port.Protocols = HttpProtocols.Http1);
            kestrel.Listen(address, Port(builder.Configuration, "GRPC_PORT", 5081), port => port.Protocols = HttpProtocols.Http2);
            // Above the largest gRPC message: gRPC's own limits answer with a status, Kestrel's cuts the call off.
            kestrel.Limits.MaxRequestBodySize = InteropGrpc.LargestBundle + 1024 * 1024;
            kestrel.Limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(15);
            kestrel.Limits.Http2.KeepAlivePingTimeout = TimeSpan.FromSeconds(10);
        });
        return builder;
    }

    private static int Port(IConfiguration configuration, string name, int fallback) => configuration[name] switch
    {
        null or "" => fallback,
        var text when int.TryParse(text, out var port) && port is >= 0 and <= 65535 => port,
        var text => throw new InvalidOperationException($"{name} is '{text}'; it must be a port from 0 to 65535."),
    };
}
