using CareTeam.Server.Access;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CareTeam.Benchmarks.Setting;

/// <summary>Tokens that a Development server trusts.</summary>
public static class Tokens
{
    public static string For(Caller caller, SecurityKey key) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = TokenClaims.DevelopmentIssuer,
        Audience = TokenClaims.Audience,
        Expires = DateTime.UtcNow.AddHours(2),
        Claims = new Dictionary<string, object>
        {
            [TokenClaims.Organization] = caller.Organization,
            [TokenClaims.Person] = caller.Person.PersonId,
            [TokenClaims.Name] = caller.Person.Name,
            [TokenClaims.Role] = caller.Role.ToWords(),
        },
        SigningCredentials = new(key, SecurityAlgorithms.HmacSha256),
    });
}
