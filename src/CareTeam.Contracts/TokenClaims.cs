namespace CareTeam;

/// <summary>Claims of an access token: who calls, of which organization, as what.</summary>
public static class TokenClaims
{
    public const string Organization = "org";
    public const string Person = "sub";
    public const string Name = "name";

    /// <summary>A Role without its prefix, in lower case with dashes: physical-therapist.</summary>
    public const string Role = "role";

    /// <summary>Issuer and audience of the tokens that a Development server makes and trusts.</summary>
    public const string DevelopmentIssuer = "careteam-development";
    public const string Audience = "careteam";

    /// <summary>The Development server's signing key (base64) in its data directory.</summary>
    public const string DevelopmentKeyFile = "development-key";
}
