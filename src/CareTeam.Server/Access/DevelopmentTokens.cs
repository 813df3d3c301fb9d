using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CareTeam.Server.Access;

/// <summary>Development only: signs in whoever asks, as whom they ask, for the demo page.</summary>
public static class DevelopmentTokens
{
    public sealed record WhoSignsIn(string Organization, string PersonId, string Name, string Role);

    public static void MapDevelopmentSignIn(this WebApplication app, SecurityKey key, TimeProvider clock) =>
        app.MapPost("/development/token", (WhoSignsIn who) => EnumWords.TryParseWords<Role>(who.Role, out var role)
            ? Results.Json(new { token = Token(who, role, key, clock.GetUtcNow()) })
            : Results.BadRequest(new { error = $"There is no role '{who.Role}'." }));

    private static string Token(WhoSignsIn who, Role role, SecurityKey key, DateTimeOffset now) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = TokenClaims.DevelopmentIssuer,
        Audience = TokenClaims.Audience,
        IssuedAt = now.UtcDateTime,
        NotBefore = now.UtcDateTime,
        Expires = now.AddHours(12).UtcDateTime,
        Claims = new Dictionary<string, object>
        {
            [TokenClaims.Organization] = who.Organization,
            [TokenClaims.Person] = who.PersonId,
            [TokenClaims.Name] = who.Name,
            [TokenClaims.Role] = role.ToWords(),
        },
        SigningCredentials = new(key, SecurityAlgorithms.HmacSha256),
    });
}
