using CareTeam.Server.Live;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;

namespace CareTeam.Server.Access;

/// <summary>Who is trusted to say who calls: in Development the key of this data directory, everywhere else the configured OIDC authority and nobody else.</summary>
public static class Authentication
{
    public static WebApplicationBuilder AddCallerIdentity(this WebApplicationBuilder builder, SecurityKey? developmentKey)
    {
        var authority = builder.Configuration["Authentication:Authority"];
        if (developmentKey is null && string.IsNullOrWhiteSpace(authority))
            throw new InvalidOperationException(
                "Outside Development the server needs an OIDC authority to trust: set Authentication__Authority (and Authentication__Audience, by default 'careteam').");

        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(jwt =>
        {
            jwt.MapInboundClaims = false;
            jwt.Audience = builder.Configuration["Authentication:Audience"] ?? TokenClaims.Audience;
            jwt.TokenValidationParameters.NameClaimType = TokenClaims.Person;
            jwt.TokenValidationParameters.ClockSkew = TimeSpan.FromSeconds(5);
            if (developmentKey is null)
            {
                jwt.Authority = authority;
                // Plain http only for an authority on this very machine.
                jwt.RequireHttpsMetadata = !new Uri(authority!).IsLoopback;
            }
            else
            {
                jwt.TokenValidationParameters.IssuerSigningKey = developmentKey;
                jwt.TokenValidationParameters.ValidIssuer = TokenClaims.DevelopmentIssuer;
                jwt.TokenValidationParameters.ValidAlgorithms = [SecurityAlgorithms.HmacSha256];
            }
            jwt.Events = new JwtBearerEvents { OnMessageReceived = TakeHubTokenFromQuery };
        });
        builder.Services.AddAuthorization();
        return builder;
    }

    // A browser cannot set headers on a WebSocket; SignalR sends the token as access_token.
    private static Task TakeHubTokenFromQuery(MessageReceivedContext context)
    {
        if (context.HttpContext.Request.Path.StartsWithSegments(CareHub.Path)) context.Token = context.Request.Query["access_token"];
        return Task.CompletedTask;
    }
}
