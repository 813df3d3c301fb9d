using Microsoft.IdentityModel.JsonWebTokens;

namespace CareTeam.Cli.Access;

public static class TokenSubject
{
    /// <summary>Whose token it is; only the server checks whether it is genuine.</summary>
    public static string Of(string token)
    {
        try
        {
            return new JsonWebToken(token).Subject;
        }
        catch (ArgumentException)
        {
            throw new UsageException("The access token is not a JWT; --mine cannot tell who you are.");
        }
    }
}
