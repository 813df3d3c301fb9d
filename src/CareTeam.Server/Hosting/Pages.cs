namespace CareTeam.Server.Hosting;

/// <summary>The dashboard's files, and what a browser may do with them: nothing comes from another host, and only sign-in goes to one.</summary>
public static class Pages
{
    // 'self' includes this host's WebSockets; where a browser does not know that, SignalR takes another transport.
    private static string Policy(IEnumerable<string> signInOrigins) =>
        $"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src {string.Join(' ', ["'self'", .. signInOrigins])}; " +
        "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    // The names of assets carry a hash of their content; everything else is asked for anew.
    private static string Caching(PathString path) => path.StartsWithSegments("/assets") ? "public, max-age=31536000, immutable" : "no-cache";

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
