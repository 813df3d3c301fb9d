using System.Text.Json.Nodes;
using CareTeam.Server.Interop;

namespace CareTeam.Rules.Tests.Interop;

/// <summary>Given a bundle, when mapped, then plans and what is left out.</summary>
public sealed class GivenBundle
{
    public const string Organization = "org";
    public static readonly Timestamp Now = Timestamp.FromDateTime(new DateTime(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc));

    private readonly string json;
    private Person lead = Given.Lead;

    public GivenBundle(string json) => this.json = json;

    public GivenBundle LedBy(Person person)
    {
        lead = person;
        return this;
    }

    /// <summary>A collection of these resources, written as relaxed JSON; each without a full URL.</summary>
    public static GivenBundle Of(params string[] resources) => Entries([.. resources.Select(r => $$"""{"resource":{{Json(r)}}}""")]);

    public static GivenBundle Entries(params string[] entries) =>
        new($$"""{"resourceType":"Bundle","type":"collection","entry":[{{string.Join(',', entries.Select(Json))}}]}""");

    /// <summary>Ana's active plan of 2026, with more elements.</summary>
    public static string Plan(string more = "") =>
        $"{{'resourceType':'CarePlan','id':'p','status':'active','intent':'plan','subject':{{'reference':'Patient/ana'}},'period':{{'start':'2026-01-05'}}{(more.Length > 0 ? "," + more : "")}}}";

    public const string Ana = "{'resourceType':'Patient','id':'ana','name':[{'family':'Example','given':['Ana']}],'birthDate':'1980-02-29'}";

    /// <summary>Apostrophes for quotation marks, so that a test reads.</summary>
    public static string Json(string relaxed) => relaxed.Replace('\'', '"');

    public MappedBundle Mapped()
    {
        var (mapped, violations) = Read();
        Assert.Empty(violations);
        return mapped!;
    }

    /// <summary>The one plan it makes, as its events leave it.</summary>
    public CarePlan ThenPlan() => Plan(Assert.Single(Mapped().Plans));

    public static CarePlan Plan(MappedPlan mapped)
    {
        var events = mapped.Events.Select(e => e.Clone()).ToList();
        for (var i = 0; i < events.Count; i++) events[i].Stamp(mapped.PlanId, i + 1, Given.Lead, Now);
        return CarePlanFold.Fold(CarePlanFold.Empty(mapped.PlanId), events);
    }

    /// <summary>What is left out, as "resource element" (without the element when all of the resource is).</summary>
    public IReadOnlyList<string> LeftOut() => [.. Mapped().LeftOut.Select(l => $"{l.Resource} {l.Element}".TrimEnd())];

    public string ReasonFor(string resource, string element = "") => Assert.Single(Mapped().LeftOut, l => l.Resource == resource && l.Element == element).Reason;

    public IReadOnlyList<string> Broken() => [.. Read().Violations.Select(v => v.Field)];

    public (MappedBundle? Mapped, IReadOnlyList<Google.Rpc.BadRequest.Types.FieldViolation> Violations) Read()
    {
        var violations = new Violations();
        BundleText.Check(json, violations);
        if (violations.Found.Count > 0) return (null, violations.Found);
        var bundle = BundleReader.Read(json, violations);
        var mapped = bundle is null ? null : BundleMapping.Map(bundle, new(Organization, lead, Now), violations);
        return (mapped, violations.Found);
    }

    /// <summary>The same bundle with something changed.</summary>
    public GivenBundle But(Action<JsonObject> change)
    {
        var bundle = JsonNode.Parse(json)!.AsObject();
        change(bundle);
        return new(bundle.ToJsonString());
    }
}
