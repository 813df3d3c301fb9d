using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace CareTeam.Server.Hosting;

/// <summary>The dashboard's files, and what a browser may do with them: nothing comes from another host, and only sign-in goes to one.</summary>
public static class Pages
{
    // 'self' includes this host's WebSockets; where a browser does not know that, SignalR takes another transport.
    private static string Policy(IEnumerable<string> signInOrigins) =>
        $"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src {string.Join(' ', ["'self'", .. signInOrigins])}; " +
        "worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    // The names of assets carry a hash of their content; everything else is asked for anew.
    private static string Caching(PathString path) => path.StartsWithSegments("/assets") ? "public, max-age=31536000, immutable" : "no-cache";

    // The page's files are nobody's secret, so compressing them under TLS gives nothing away; gRPC and the hub are not compressed. Assets are fetched once and kept,
    // so better compression than the fastest pays: 20 % less of the page's script.
    public static void AddPages(this IServiceCollection services)
    {
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = ["text/html", "text/css", "text/javascript", "image/svg+xml"];
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Optimal);
    }

    public static void UsePages(this WebApplication app, IEnumerable<string> signInOrigins)
    {
        var policy = Policy(signInOrigins);
        app.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = policy;
            context.Response.Headers.XContentTypeOptions = "nosniff";
            context.Response.Headers["Referrer-Policy"] = "no-referrer";
            return next();
        });
        app.UseResponseCompression();
        app.UseDefaultFiles();
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = Caching(file.Context.Request.Path) });
    }
}
