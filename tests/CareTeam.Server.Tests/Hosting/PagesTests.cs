using System.Net;
using CareTeam.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;

namespace CareTeam.Server.Tests.Hosting;

/// <summary>The dashboard's files, as a browser gets them.</summary>
public sealed class PagesTests : IAsyncLifetime
{
    private const string Script = "assets/index-a1b2c3.js";
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("careteam-pages-");
    private WebApplication? app;

    private HttpClient Browser => app!.GetTestClient();

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Path.Combine(root.FullName, "assets"));
        await File.WriteAllTextAsync(Path.Combine(root.FullName, "index.html"), "<!doctype html><title>CareTeam</title>");
        await File.WriteAllTextAsync(Path.Combine(root.FullName, Script), string.Concat(Enumerable.Repeat("export const plan = 1;\n", 2_000)));
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { WebRootPath = root.FullName });
        builder.WebHost.UseTestServer();
        builder.Services.AddPages();
        app = builder.Build();
        app.UsePages(["https://login.example.org"]);
        await app.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null) await app.DisposeAsync();
        root.Delete(recursive: true);
    }

    [Fact]
    public async Task Scripts_and_styles_come_from_here_alone_and_only_sign_in_goes_elsewhere()
    {
        using var answer = await Browser.GetAsync("/", TestContext.Current.CancellationToken);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single().Split("; ").Select(p => p.Split(' ', 2)).ToDictionary(p => p[0], p => p[1]);
        Assert.Equal("'none'", policy["default-src"]);
        Assert.Equal("'self'", policy["script-src"]);
        Assert.Equal("'self'", policy["style-src"]);
        Assert.Equal("'self' https://login.example.org", policy["connect-src"]);
        Assert.Equal("'none'", policy["frame-ancestors"]);
        Assert.DoesNotContain(policy.Values, p => p.Contains("unsafe", StringComparison.Ordinal) || p.Contains('*', StringComparison.Ordinal));
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Assets_come_compressed(string encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/" + Script) { Headers = { { "Accept-Encoding", encoding } } };
        using var answer = await Browser.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(encoding, answer.Content.Headers.ContentEncoding.Single());
        Assert.InRange((await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length, 1, 4_000);
    }

    [Fact]
    public async Task Assets_are_kept_for_ever_and_the_page_is_asked_for_anew()
    {
        using var script = await Browser.GetAsync("/" + Script, TestContext.Current.CancellationToken);
        using var page = await Browser.GetAsync("/", TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, "public, max-age=31536000, immutable"), (script.StatusCode, script.Headers.CacheControl!.ToString()));
        Assert.Equal((HttpStatusCode.OK, "no-cache"), (page.StatusCode, page.Headers.CacheControl!.ToString()));
    }
}
