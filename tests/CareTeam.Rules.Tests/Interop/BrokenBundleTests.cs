using System.Text.Json.Nodes;
using CareTeam.Server.Interop;
using CsCheck;

namespace CareTeam.Rules.Tests.Interop;

/// <summary>A broken bundle says where, never what stands there; a hostile one costs little: of the process's time, so nothing else runs meanwhile.</summary>
[CollectionDefinition(nameof(BrokenBundleTests), DisableParallelization = true)]
[Collection(nameof(BrokenBundleTests))]
public sealed class BrokenBundleTests
{
    [Theory]
    [InlineData("")]
    [InlineData("care plan")]
    [InlineData("{'resourceType':'Bundle','type':'collec")]
    [InlineData("{'resourceType':'Bundle','type':'collection'} {}")]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{'resourceType':'Patient','id':'ana'}")]
    [InlineData("{'resourceType':5,'type':'collection'}")]
    [InlineData("{'type':'collection','entry':[{'resource':{'resourceType':'Bundle','type':'collection'}}]}")]
    public void What_is_no_JSON_or_no_bundle_is_refused(string json) => Assert.Equal(["bundle_json"], new GivenBundle(GivenBundle.Json(json)).Broken());

    [Theory]
    [InlineData("{'resourceType':'Bundle'}", "Bundle.type")]
    [InlineData("{'resourceType':'Bundle','type':'box'}", "Bundle.type")]
    [InlineData("{'resourceType':'Bundle','type':'collection','entry':{}}", "Bundle.entry[0]")]
    [InlineData("{'resourceType':'Bundle','type':'collection','entry':[null]}", "Bundle.entry[0]")]
    [InlineData("{'resourceType':'Bundle','type':'collection','entry':[{}]}", "Bundle.entry[0]")]
    [InlineData("{'resourceType':'Bundle','type':'collection','entry':[],'entry':[]}", "Bundle.entry")]
    [InlineData("{'resourceType':'Bundle','type':'collection','colour':'red'}", "Bundle.colour")]
    public void A_broken_bundle_is_refused_by_place(string json, string place) => Assert.Contains($"bundle_json: {place}", new GivenBundle(GivenBundle.Json(json)).Broken());

    [Theory]
    [InlineData("'status':'underway'", "status")]
    [InlineData("'status':null", "status")]
    [InlineData("'intent':5", "intent")]
    [InlineData("'period':{'start':'2026-13-45'}", "period.start")]
    [InlineData("'period':{'start':'2026-02-30'}", "period.start")]
    [InlineData("'period':{'start':'yesterday'}", "period.start")]
    [InlineData("'period':{'start':'2026-02-01T10:00:00'}", "period.start")]
    [InlineData("'period':{'start':'2026-02-01','end':'2026-01-01'}", "period")]
    [InlineData("'title':['a']", "title[1]")]
    [InlineData("'instantiatesUri':['a',5,'b']", "instantiatesUri[1]")]
    [InlineData("'activity':{'detail':{'status':'completed'}}", "activity[0]")]
    [InlineData("'activity':[{'detail':{'description':'x'}}]", "activity[0].detail.status")]
    [InlineData("'activity':[{'detail':{'status':'completed'},'reference':{'reference':'Task/1'}}]", "activity[0]")]
    [InlineData("'goals':[]", "goals[0]")]
    [InlineData("'author':{'reference':'Dr Example'}", "author.reference")]
    [InlineData("'author':{'reference':'Doctor/1'}", "author.reference")]
    [InlineData("'author':{'reference':''}", "author.reference")]
    [InlineData("'subject':{'reference':5}", "subject.reference")]
    [InlineData("'subject':{'reference':'urn:uuid:0190c0de-0000-7000-8000-000000000000'}", "subject.reference")]
    [InlineData("'subject':{'reference':'#nobody'}", "subject")]
    [InlineData("'subject':{'reference':'Practitioner/dr'}", "subject")]
    [InlineData("'addresses':[{'reference':'Patient/ana'}]", "addresses[0]")]
    [InlineData("'goal':[{'reference':'Patient/ana'}]", "goal[0]")]
    [InlineData("'careTeam':[{'reference':'Patient/ana'}]", "careTeam[0]")]
    [InlineData("'activity':[{'reference':{'reference':'Patient/ana'}}]", "activity[0].reference")]
    [InlineData("'title':'a\\u0000b'", "title")]
    [InlineData("'title':'a\\ud800b'", "title")]
    [InlineData("'contained':[{'resourceType':'Goal','id':'g','lifecycleStatus':'begun','description':{'text':'x'},'subject':{'reference':'Patient/ana'}}]", "contained[0].lifecycleStatus")]
    public void A_broken_CarePlan_is_refused_by_place(string element, string place)
    {
        var name = element[..element.IndexOf(':', StringComparison.Ordinal)];
        var kept = new[] { "'status':'active'", "'intent':'plan'", "'subject':{'reference':'Patient/ana'}" }.Where(e => !e.StartsWith(name + ":", StringComparison.Ordinal));
        var plan = $"{{'resourceType':'CarePlan','id':'p',{string.Join(',', kept.Append(element))}}}";
        var broken = GivenBundle.Of(GivenBundle.Ana, "{'resourceType':'Practitioner','id':'dr'}", plan).Broken();
        Assert.Contains($"bundle_json: Bundle.entry[2].resource.{place}", broken);
    }

    [Fact]
    public void Each_broken_place_is_named_at_once()
    {
        var broken = GivenBundle.Of(GivenBundle.Ana.Replace("1980", "80"), GivenBundle.Plan("'status':'underway'").Replace("'status':'active',", ""), "{'resourceType':'Doctor'}").Broken();
        Assert.Equal(["bundle_json: Bundle.entry[0].resource.birthDate", "bundle_json: Bundle.entry[1].resource.status", "bundle_json: Bundle.entry[2].resource"], broken);
    }

    [Fact]
    public void A_violation_quotes_nothing_of_the_bundle()
    {
        const string secret = "Zyxwv";
        var (_, violations) = GivenBundle.Of(
            $"{{'resourceType':'Patient','gender':'{secret}','birthDate':'{secret}','active':'{secret}','name':'{secret}','photo':[{{'data':'{secret}!'}}]}}",
            GivenBundle.Plan($"'author':{{'reference':'{secret} {secret}'}},'created':'{secret}'")).Read();
        Assert.NotEmpty(violations);
        Assert.DoesNotContain(violations, v => $"{v.Field} {v.Description}".Contains(secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{},", 10_000_000)]
    [InlineData("{'resource':{'resourceType':'Patient','active':'x'}},", 300_000)]
    [InlineData("{'resource':{'resourceType':'Doctor'}},", 500_000)]
    public void A_bundle_of_nothing_but_faults_is_left_soon(string fault, int times)
    {
        var text = new System.Text.StringBuilder(GivenBundle.Json("{'resourceType':'Bundle','type':'collection','entry':["));
        text.Insert(text.Length, GivenBundle.Json(fault), times).Append("{}]}");
        var before = Environment.CpuUsage.TotalTime;
        Assert.NotEmpty(new GivenBundle(text.ToString()).Broken());
        var taken = Environment.CpuUsage.TotalTime - before;
        Assert.True(taken < TimeSpan.FromSeconds(10), $"{taken}");
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{'a':")]
    [InlineData("{'resourceType':'Bundle','type':'collection','entry':[{'resource':{'resourceType':'Patient','extension':")]
    public void A_deep_bundle_is_refused(string start)
    {
        var deep = GivenBundle.Json(start) + string.Concat(Enumerable.Repeat("[{\"url\":\"a\",\"extension\":", 1_000_000));
        Assert.Equal(["bundle_json"], new GivenBundle(deep).Broken());
    }

    [Fact]
    public void One_resource_of_millions_of_values_is_refused() =>
        Assert.Contains(GivenBundle.Of($"{{'resourceType':'Patient','name':[{{'given':[{string.Join(',', Enumerable.Repeat("'a'", 600_000))}]}}]}}").Broken(), f => f.StartsWith("bundle_json", StringComparison.Ordinal));

    [Fact]
    public void A_name_of_a_megabyte_does_not_return_in_the_answer() =>
        Assert.All(GivenBundle.Of(GivenBundle.Plan($"'{new string('x', 1_000_000)}':1")).Broken(), f => Assert.True(f.Length < 400));

    /// <summary>Whatever happens to a sample, it is read or refused by place: no other exception, and what is read adds up to plans.</summary>
    [Fact]
    public void No_damage_to_a_bundle_is_more_than_a_violation()
    {
        var sample = SampleBundles.Text(SampleBundles.Names.MinBy(n => SampleBundles.Text(n).Length)!);
        string[] damages = ["null", "[]", "{}", "0", "-1.5e300", "true", "\"\"", "\" \"", "\"#\"", "\"urn:\"", "\"2026-02-30\"", "[[1]]", "[null]", "{\"a\":1}", "\"Group/1\"", "\"0001-01-01T00:00:00+14:00\""];
        Gen.Select(Gen.Int[0, 10_000], Gen.Int[0, damages.Length], Gen.Bool).Sample(t =>
        {
            var (where, how, twice) = t;
            var bundle = JsonNode.Parse(sample)!;
            for (var i = 0; i < (twice ? 2 : 1); i++)
            {
                var places = Places(bundle).ToList();
                if (places.Count == 0) break;
                Damage(places[(where + i * 7919) % places.Count], how == damages.Length ? null : damages[(how + i) % damages.Length]);
            }
            var (mapped, violations) = new GivenBundle(bundle.ToJsonString()).Read();
            if (violations.Count == 0) foreach (var plan in mapped!.Plans) GivenBundle.Plan(plan);
            else Assert.All(violations, v => Assert.StartsWith("bundle_json", v.Field));
        }, iter: 150, threads: 1);
    }

    private static IEnumerable<(JsonNode Owner, object Key)> Places(JsonNode node) => node switch
    {
        JsonObject o => o.SelectMany(p => (p.Value is null ? [] : Places(p.Value)).Prepend((o, (object)p.Key))),
        JsonArray a => a.SelectMany((v, i) => (v is null ? [] : Places(v)).Prepend((a, (object)i))),
        _ => [],
    };

    private static void Damage((JsonNode Owner, object Key) place, string? value)
    {
        if (place.Owner is JsonObject o)
        {
            if (value is null) o.Remove((string)place.Key);
            else o[(string)place.Key] = JsonNode.Parse(value);
        }
        else if (place.Owner is JsonArray a)
        {
            if (value is null) a.RemoveAt((int)place.Key);
            else a[(int)place.Key] = JsonNode.Parse(value);
        }
    }
}
