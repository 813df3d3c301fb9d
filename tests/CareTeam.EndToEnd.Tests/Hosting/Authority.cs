using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CareTeam.EndToEnd.Tests.Hosting;

/// <summary>An OIDC authority as far as a resource server sees it: discovery document, keys, and tokens that it signs.</summary>
public sealed class Authority : IAsyncDisposable
{
    private readonly RsaSecurityKey key = new(RSA.Create(2048)) { KeyId = "key-1" };
    private readonly WebApplication app;

    private Authority()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapGet("/.well-known/openid-configuration", () => Results.Json(new { issuer = Address, jwks_uri = $"{Address}/keys" }));
        app.MapGet("/keys", () =>
        {
            var jwk = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(key.Rsa.ExportParameters(false)) { KeyId = key.KeyId });
            return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = jwk.Kid, n = jwk.N, e = jwk.E } } });
        });
    }

    public string Address => app.Urls.Single();

    public static async Task<Authority> Start()
    {
        var authority = new Authority();
        await authority.app.StartAsync();
        return authority;
    }

    public string Token(string organization, string personId, Role role, string audience = TokenClaims.Audience) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Address,
        Audience = audience,
        Expires = DateTime.UtcNow.AddMinutes(10),
        Claims = new Dictionary<string, object>
        {
            [TokenClaims.Organization] = organization,
            [TokenClaims.Person] = personId,
            [TokenClaims.Name] = "N",
            [TokenClaims.Role] = role.ToWords(),
        },
        SigningCredentials = new(key, SecurityAlgorithms.RsaSha256),
    });

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
