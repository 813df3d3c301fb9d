using CareTeam.Server.Access;
using CareTeam.V1;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CareTeam.Server.Tests.Hosting;

/// <summary>A person of an organization, who can sign in at a Development server.</summary>
public sealed record Someone(string Organization, Role Role, string PersonId, TimeSpan? SignedInFor = null)
{
    public Person Person => new() { PersonId = PersonId, Name = $"Name of {PersonId}", Role = Role };

    public string Token(string dataDirectory)
    {
        var now = DateTime.UtcNow;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = TokenClaims.DevelopmentIssuer,
            Audience = TokenClaims.Audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + (SignedInFor ?? TimeSpan.FromHours(1)),
            Claims = new Dictionary<string, object>
            {
                [TokenClaims.Organization] = Organization,
                [TokenClaims.Person] = PersonId,
                [TokenClaims.Name] = Person.Name,
                [TokenClaims.Role] = Role.ToWords(),
            },
            SigningCredentials = new(DevelopmentKey.LoadOrCreate(dataDirectory), SecurityAlgorithms.HmacSha256),
        });
    }
}
