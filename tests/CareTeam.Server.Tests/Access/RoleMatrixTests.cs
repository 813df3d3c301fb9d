using System.Text.RegularExpressions;
using CareTeam.Server.Access;

namespace CareTeam.Server.Tests.Access;

/// <summary>
/// Every rpc by every role. What is demanded is the README's table, which a person reads and a reviewer sees change; the server is asked over gRPC. Whether the caller is on
/// the team comes later: with a role that may, a plan that is not there is not found.
/// </summary>
public sealed partial class RoleMatrixTests(Clinic clinic) : IClassFixture<Clinic>
{
    private const string Begin = "<!-- role matrix: written by RoleMatrixTests -->\n", End = "<!-- end of role matrix -->";
    private static readonly string Readme = Path.Combine(Repository.Root, "README.md");

    [Fact]
    public void The_readme_shows_the_table_that_is_in_force()
    {
        var text = File.ReadAllText(Readme);
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        var table = Table();
        if (text[from..to] == table) return;
        File.WriteAllText(Readme, text[..from] + table + text[to..]);
        Assert.Fail("The README's role matrix was out of date and is written anew: look at what changed, and commit it.");
    }

    public static TheoryData<string> EveryRpc() => [.. Rpcs.All.Select(r => r.Name)];

    [Theory, MemberData(nameof(EveryRpc))]
    public async Task A_role_may_what_the_readme_says_and_nothing_else(string name)
    {
        var rpc = Rpcs.All.Single(r => r.Name == name);
        var allowed = InReadme(name);
        Assert.NotEmpty(allowed);
        var organization = $"org-{Guid.NewGuid():N}";
        foreach (var role in Enum.GetValues<Role>().Where(r => r is not (Role.Unspecified or Role.System)))
        {
            var invoker = clinic.Server.Channel(new Someone(organization, role, $"a-{role.ToWords()}").Token(clinic.DataDirectory)).CreateCallInvoker();
            var status = StatusCode.OK;
            try
            {
                await invoker.Call(rpc, Pipeline.ExampleRequest.Of(rpc));
            }
            catch (RpcException e)
            {
                status = e.StatusCode;
            }
            Assert.NotEqual(StatusCode.Internal, status);
            Assert.True((status == StatusCode.PermissionDenied) != allowed.Contains(role.ToWords()), $"{name} by {role.ToWords()}: {status}");
        }
    }

    private static HashSet<string> InReadme(string rpc)
    {
        var line = File.ReadLines(Readme).SkipWhile(l => l + "\n" != Begin).TakeWhile(l => l != End)
            .SingleOrDefault(l => Regex.IsMatch(l, $@"\b{rpc}\b")) ?? throw new Xunit.Sdk.XunitException($"The README's role matrix lacks {rpc}.");
        var who = line.Split('|')[1].Trim();
        return who == Everyone ? [.. Roles] : who.StartsWith(EveryoneBut, StringComparison.Ordinal)
            ? [.. Roles.Except(Words().Matches(who[EveryoneBut.Length..]).Select(m => m.Value))]
            : [.. Words().Matches(who).Select(m => m.Value)];
    }

    private const string Everyone = "every role", EveryoneBut = "every role but ";

    private static IEnumerable<string> Roles => Enum.GetValues<Role>().Where(r => r is not (Role.Unspecified or Role.System)).Select(r => r.ToWords());

    private string Table()
    {
        var rows = Rpcs.All.GroupBy(rpc => Who(rpc)).OrderBy(g => g.Key.Count(c => c == ',')).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => $"| {g.Key} | {string.Join(", ", g.Select(r => r.Name).Order(StringComparer.Ordinal))} |\n");
        return "| who may, if on the plan's team | rpcs |\n|---|---|\n" + string.Concat(rows);
    }

    private string Who(Google.Protobuf.Reflection.MethodDescriptor rpc)
    {
        var (may, mayNot) = (Roles.Where(May).ToList(), Roles.Where(r => !May(r)).ToList());
        return mayNot.Count == 0 ? Everyone : mayNot.Count < 8 ? EveryoneBut + string.Join(", ", mayNot) : string.Join(", ", may);

        bool May(string words) => EnumWords.TryParseWords<Role>(words, out var role) && clinic.Server.Allows(role, rpc);
    }

    [GeneratedRegex("[a-z][a-z-]+")]
    private static partial Regex Words();
}
