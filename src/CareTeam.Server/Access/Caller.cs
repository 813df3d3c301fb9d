using System.Globalization;
using System.Security.Claims;
using CareTeam.Server.Errors;
using CareTeam.V1;

namespace CareTeam.Server.Access;

/// <summary>Who calls: taken from the token, never from a request.</summary>
public sealed record Caller(string Organization, Person Person, DateTimeOffset? ExpiresAt = null)
{
    /// <summary>The server itself, acting for an organization.</summary>
    public static Caller System(string organization) => new(organization, new Person { PersonId = "careteam", Name = "CareTeam", Role = Role.System });

    public Role Role => Person.Role;

    public bool Is(Person? person) => person is not null && person.PersonId == Person.PersonId;

    /// <summary>Throws Unauthenticated when the token lacks a claim, or names a role that does not exist.</summary>
    public static Caller From(ClaimsPrincipal? user)
    {
        if (user?.Identity is not { IsAuthenticated: true }) throw Fault.Unauthenticated("A bearer token is required.");
        var organization = Claim(user, TokenClaims.Organization, 64);
        var person = Claim(user, TokenClaims.Person, 128);
        var name = Claim(user, TokenClaims.Name, 200);
        if (!EnumWords.TryParseWords<Role>(user.FindFirstValue(TokenClaims.Role), out var role) || role == Role.System)
            throw Fault.Unauthenticated($"The token's claim '{TokenClaims.Role}' names no role of careteam.v1.Role.");
        DateTimeOffset? expires = long.TryParse(user.FindFirstValue("exp"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
        return new(organization, new Person { PersonId = person, Name = name, Role = role }, expires);
    }

    private static string Claim(ClaimsPrincipal user, string type, int longest) => user.FindFirstValue(type) switch
    {
        null or "" => throw Fault.Unauthenticated($"The token has no claim '{type}'."),
        var value when value.Length > longest || value.Any(char.IsControl) => throw Fault.Unauthenticated($"The token's claim '{type}' is too long or has control characters."),
        var value => value,
    };
}
