using CareTeam.Cli.CommandLine;
using CareTeam.Cli.Tests.CommandLine;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CareTeam.Cli.Tests.Access;

public sealed class TokenTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("careteam").FullName;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public async Task A_token_says_who_of_which_organization_as_what_and_is_signed_with_the_development_key()
    {
        var key = Enumerable.Range(0, 32).Select(i => (byte)i).ToArray();
        await File.WriteAllTextAsync(Path.Combine(directory, TokenClaims.DevelopmentKeyFile), Convert.ToBase64String(key), TestContext.Current.CancellationToken);

        var (code, output, _) = await Token("physical-therapist", "--hours", "2");

        Assert.Equal(ExitCode.Ok, code);
        var validated = await new JsonWebTokenHandler().ValidateTokenAsync(output.Trim(), new TokenValidationParameters
        {
            ValidIssuer = TokenClaims.DevelopmentIssuer,
            ValidAudience = TokenClaims.Audience,
            IssuerSigningKey = new SymmetricSecurityKey(key),
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
        });
        Assert.True(validated.IsValid, validated.Exception?.Message);
        var token = (JsonWebToken)validated.SecurityToken;
        Assert.Equal(("demo", "pt-rivera", "Tomás Rivera", "physical-therapist"),
            (token.GetClaim(TokenClaims.Organization).Value, token.Subject, token.GetClaim(TokenClaims.Name).Value, token.GetClaim(TokenClaims.Role).Value));
        Assert.Equal(TimeSpan.FromHours(2), token.ValidTo - token.IssuedAt);
    }

    [Fact]
    public async Task Without_a_key_it_says_that_no_server_has_run_there()
    {
        var (code, output, error) = await Token("nurse");
        Assert.Equal((ExitCode.Usage, ""), (code, output));
        Assert.Contains("no Development server has run with this data directory", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_key_is_refused()
    {
        await File.WriteAllTextAsync(Path.Combine(directory, TokenClaims.DevelopmentKeyFile), "c2hvcnQ=", TestContext.Current.CancellationToken);
        Assert.Equal(ExitCode.Usage, (await Token("nurse")).Code);
    }

    [Fact]
    public async Task An_unknown_role_gets_the_list_of_roles()
    {
        var (code, _, error) = await Token("doctor");
        Assert.Equal(ExitCode.Usage, code);
        Assert.All(["physiatrist", "physical-therapist-assistant", "patient", "display"], role => Assert.Contains(role, error, StringComparison.Ordinal));
    }

    private Task<(int Code, string Out, string Error)> Token(string role, params string[] more) =>
        Careteam.Run(["token", "--org", "demo", "--person", "pt-rivera", "--name", "Tomás Rivera", "--role", role, "--data-dir", directory, .. more]);
}
