using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CareTeam.Cli.Access;

/// <summary>Makes the tokens that a Development server trusts, with the key in its data directory.</summary>
public sealed class DevelopmentToken(byte[] key)
{
    private const int ShortestKey = 32;

    public static DevelopmentToken FromDataDirectory(string directory)
    {
        var file = Path.Combine(directory, TokenClaims.DevelopmentKeyFile);
        if (!File.Exists(file))
        {
            throw new UsageException($"There is no development key {Path.GetFullPath(file)}: no Development server has run with this data directory yet. "
                + "Start one, or name its directory with --data-dir or DATA_DIR.");
        }
        var bytes = new byte[1024];
        return Convert.TryFromBase64String(File.ReadAllText(file).Trim(), bytes, out var length) && length >= ShortestKey
            ? new(bytes[..length])
            : throw new UsageException($"{Path.GetFullPath(file)} holds no key: {ShortestKey} bytes or more in base64 were expected.");
    }

    public string For(string organization, Person person, DateTimeOffset now, TimeSpan validFor) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = TokenClaims.DevelopmentIssuer,
            Audience = TokenClaims.Audience,
            IssuedAt = now.UtcDateTime,
            Expires = (now + validFor).UtcDateTime,
            Claims = new Dictionary<string, object>
            {
                [TokenClaims.Organization] = organization,
                [TokenClaims.Person] = person.PersonId,
                [TokenClaims.Name] = person.Name,
                [TokenClaims.Role] = person.Role.ToWords(),
            },
            SigningCredentials = new(new SymmetricSecurityKey(key), SecurityAlgorithms.HmacSha256),
        });
}
