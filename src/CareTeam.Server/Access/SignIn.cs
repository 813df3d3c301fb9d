namespace CareTeam.Server.Access;

/// <summary>How people sign in on the dashboard: in Development as anybody, everywhere else at the OIDC authority, by authorization code with PKCE.</summary>
public sealed class SignIn(IConfiguration configuration, bool development)
{
    /// <summary>Origins that the page has to reach for it: the authority's, and where its token endpoint is elsewhere, that one's.</summary>
    public IReadOnlyList<string> Origins { get; } = development
        ? []
        : [.. Words(configuration["Authentication:Authority"]).Concat(Words(configuration["Authentication:SignInOrigins"])).Select(Origin).Distinct()];

    public object Config { get; } = new
    {
        development,
        authority = development ? "" : configuration["Authentication:Authority"],
        clientId = configuration["Authentication:ClientId"] ?? "careteam-dashboard",
        scope = configuration["Authentication:Scope"] ?? "openid profile",
    };

    private static string[] Words(string? setting) => (setting ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // Scheme, host and port, and nothing that could end a directive of the page's policy.
    private static string Origin(string address) => new Uri(address, UriKind.Absolute).GetLeftPart(UriPartial.Authority);
}

public static class SignInEndpoints
{
    /// <summary>GET /signin-config for the page before anybody is signed in, GET /signed-in for whom the server takes the bearer of a token.</summary>
    public static void MapSignIn(this WebApplication app, SignIn signIn)
    {
        app.MapGet("/signin-config", () => Results.Json(signIn.Config));
        app.MapGet("/signed-in", (HttpContext context) =>
        {
            try
            {
                var caller = Caller.From(context.User);
                return Results.Json(new { organization = caller.Organization, personId = caller.Person.PersonId, name = caller.Person.Name, role = caller.Role.ToWords() });
            }
            catch (CareTeamException refused)
            {
                return Results.Json(new { error = refused.Message }, statusCode: StatusCodes.Status401Unauthorized);
            }
        });
    }
}
