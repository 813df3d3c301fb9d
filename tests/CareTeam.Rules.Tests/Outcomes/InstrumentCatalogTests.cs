using System.Text.Json;
using CareTeam.Server.Outcomes;

namespace CareTeam.Rules.Tests.Outcomes;

public sealed class InstrumentCatalogTests
{
    private static InstrumentCatalog Site(string instruments) => InstrumentCatalog.Shipped.With($"[{instruments}]", "site.json");

    private static string Refused(string instruments) => Assert.Throws<InvalidDataException>(() => Site(instruments)).Message;

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

    public static TheoryData<string> Shared() => Vectors.SharedIsThere ? [.. Vectors.SharedInstruments().Select(i => i.GetProperty("id").GetString()!)] : Catalog.Ids();

    [Fact]
    public void It_has_the_23_instruments() => Assert.Equal(23, Catalog.All.Count);

    [Theory, MemberData(nameof(Shared))]
    public void What_is_shipped_is_what_the_sources_say(string id)
    {
        Assert.SkipUnless(Vectors.SharedIsThere, $"{Vectors.SharedFile} is not there.");
        var source = Vectors.SharedInstruments().Single(i => i.GetProperty("id").GetString() == id);
        var d = Catalog.Instrument(id);
        Assert.Equal((Text("name"), Text("abbreviation"), Text("unit"), Text("licence"), Text("loinc"), Text("loinc_panel"), Text("missing_rule"), Text("scoring")),
            (d.Name, d.Abbreviation, d.Unit, d.Licence, d.Loinc, d.LoincPanel, d.Missing.Text, d.Scoring.Text));
        Assert.Equal(Text("kind"), d.Kind.ToWords());
        Assert.Equal(Text("higher_is"), d.HigherIs.ToWords());
        Assert.Equal((Number("mcid"), Number("mcid_percent_of_baseline"), Number("mdc")), (d.Mcid?.Absolute, d.Mcid?.PercentOfBaseline, d.Mdc?.Absolute));
        Assert.Equal((Text("mcid_source"), Text("mdc_source")), (d.Mcid?.Source ?? "", d.Mdc?.Source ?? ""));
        if (d.Codes.Count > 0) return; // The sources number its codes; here only the four ranked ones have a number.
        Assert.Equal(Number("min"), d.Min);
        if (Number("max") is { } max) Assert.Equal(max, d.Max);
        if (d.Subscales.Count == 0 && d.Bands is { } bands && source.GetProperty("bands").GetArrayLength() > 0)
            Assert.Equal(source.GetProperty("bands").EnumerateArray().Select(b => (b.GetProperty("from").GetDecimal(), b.GetProperty("to").GetDecimal())).Order(), bands.Bands.Select(b => (b.From, b.To)));

        string Text(string name) => source.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        decimal? Number(string name) => source.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : null;
    }

    [Fact]
    public void A_limit_of_another_score_is_shown_and_never_applied()
    {
        var change = Changes.Between(Catalog.Instrument("ampac-6c-mobility"), HigherIs.Better, 10, 20);
        Assert.Equal((4.72m, ChangeCertainty.Unknown), (Catalog.Instrument("ampac-6c-mobility").Mdc!.Absolute, change.Certainty));
    }

    [Fact]
    public void Pounds_of_a_lift_fall_into_the_level_that_carries_their_name()
    {
        var lift = Catalog.Instrument("max-lift-kg");
        Assert.Equal(["sedentary (10 lb)", "light (20 lb)", "medium (50 lb)", "heavy (100 lb)", "very heavy (>100 lb)"],
            new[] { 10, 20, 50, 100, 101 }.Select(lb => Scoring.Of(lift, [new() { Value = lb, Unit = "[lb_av]" }], "").Scores[0].Band?.Label));
    }

    [Fact]
    public void A_site_changes_one_value_and_keeps_the_rest()
    {
        var changed = Site("""{ "id": "odi", "version": "1-ours", "effective_date": "2026-06-01", "missing": { "most": 0 }, "mcid": { "absolute": 12 } }""");
        var (before, after) = (changed.Find("odi", Day("2026-05-31"))!, changed.Find("odi", Day("2026-06-01"))!);
        Assert.Equal(("1", 2, 10m), (before.Version, before.Missing.Most, before.Mcid!.Absolute));
        Assert.Equal(("1-ours", 0, 12m, 30m), (after.Version, after.Missing.Most, after.Mcid!.Absolute, after.Mcid.PercentOfBaseline));
        Assert.Equal(before.Bands!.Bands.Select(b => (b.From, b.To, b.Label)), after.Bands!.Bands.Select(b => (b.From, b.To, b.Label)));
        Assert.Equal(ScoringError.TooManyMissing, Scoring.Of(after, Catalog.Answers(1, 1, 1, 1, 1, 1, 1, 1, 1, null), "").Problems.Single().Error);
    }

    [Fact]
    public void A_site_chooses_among_the_tables_of_lifting_levels()
    {
        var lift = Site("""{ "id": "max-lift-kg", "version": "ors", "effective_date": "2026-01-02", "band_table": "bls-ors" }""").Find("max-lift-kg", Catalog.Day)!;
        Assert.Equal("light (25 lb)", Scoring.Of(lift, Catalog.Answers(11), "").Scores[0].Band?.Label);
    }

    [Fact]
    public void A_site_that_has_the_licence_brings_the_value_set()
    {
        var eq = Site("""
            { "id": "eq5d5l", "version": "ours", "effective_date": "2026-01-02", "value_set": "ours",
              "value_sets": { "ours": { "decrements": [[0, 0.1, 0.2, 0.3, 0.4], [0, 0, 0, 0, 0.1], [0, 0, 0.05, 0, 0], [0, 0, 0.1, 0, 0], [0, 0, 0, 0, 0.2]] } } }
            """).Find("eq5d5l", Catalog.Day)!;
        var score = Scoring.Of(eq, Catalog.Answers(2, 1, 3, 3, 1), "").Scores.Single();
        Assert.Equal((0.75m, "21331", "ours"), (score.Value!.Value.Rounded(3), score.Profile, score.ValueSet));
    }

    [Fact]
    public void A_site_adds_an_instrument_of_its_own()
    {
        var site = Site("""
            { "id": "sorensen", "version": "1", "effective_date": "2026-01-01", "name": "Sorensen hold", "abbreviation": "SORENSEN", "kind": "performance",
              "items": [{ "count": 1, "min": 0, "max": 600 }], "unit": "s", "min": 0, "max": 600, "higher_is": "better", "licence": "none" }
            """);
        Assert.Equal(24, site.On(Catalog.Day).Count());
        Assert.Equal(95, Scoring.Of(site.Find("sorensen", Catalog.Day)!, Catalog.Answers(95), "").Scores[0].Value);
    }

    [Theory]
    [InlineData("""{ "id": "odi", "effective_date": "2026-06-01" }""", "version")]
    [InlineData("""{ "id": "odi", "version": "1", "effective_date": "2026-06-01" }""", "version 1 is there twice")]
    [InlineData("""{ "id": "odi", "version": "2", "effective_date": "2026-01-01" }""", "effective_date 2026-01-01 is there twice")]
    [InlineData("""{ "id": "odi", "version": "2", "effective_date": "2026-06-01", "mdcc": 3 }""", "mdcc")]
    [InlineData("""{ "id": "odi", "version": "2", "effective_date": "2026-06-01", "items": null }""", "items")]
    [InlineData("""{ "id": "odi", "version": "2", "effective_date": "soon" }""", "effective_date")]
    [InlineData("""{ "id": "odi", "version": "2", "effective_date": "2026-06-01", "missing": { "most": 10 } }""", "10 of 10 answers cannot be missing")]
    [InlineData("""{ "id": "odi", "version": "2", "effective_date": "2026-06-01", "mcid": { "absolute": -1 } }""", "limits must be positive")]
    [InlineData("""{ "id": "odi", "version": "2", "effective_date": "2026-06-01", "higher_is": "sideways" }""", "higher_is")]
    [InlineData("""{ "id": "nprs", "version": "2", "effective_date": "2026-06-01", "band_tables": { "published": { "bands": [{ "from": 0, "to": 4, "label": "a" }, { "from": 4, "to": 10, "label": "b" }] } } }""", "'a' and 'b' overlap")]
    [InlineData("""{ "id": "max-lift-kg", "version": "2", "effective_date": "2026-06-01", "band_table": "other" }""", "there is no table 'other'")]
    [InlineData("""{ "id": "promis-pi-4a", "version": "2", "effective_date": "2026-06-01", "forms": { "1.0": { "table": { "7": null } } } }""", "forms.1.0.table: 7 is missing")]
    [InlineData("""{ "id": "x y", "version": "1", "effective_date": "2026-06-01" }""", "id 'x y'")]
    [InlineData("""{ "id": "new", "version": "1", "effective_date": "2026-06-01", "abbreviation": "odi" }""", "the name ODI means odi and new")]
    public void A_definition_that_cannot_hold_is_refused_with_the_reason(string entry, string reason) => Assert.Contains(reason, Refused(entry), StringComparison.Ordinal);

    [Fact]
    public void All_that_is_wrong_is_told_at_once()
    {
        var refusal = Refused("""{ "id": "new", "version": "1", "effective_date": "2026-06-01" }, { "id": "odi" }, { "id": "tug", "version": "2", "effective_date": "2026-06-01", "x": 1 }""");
        Assert.All(new[] { "kind", "licence", "unit", "higher_is", "min", "either items or codes", "odi names no version", "'x'" }, what => Assert.Contains(what, refusal, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[3]")]
    [InlineData("[null]")]
    [InlineData("[{}")]
    public void A_file_that_is_no_catalog_is_refused_by_its_name(string text) =>
        Assert.Contains("site.json", Assert.Throws<InvalidDataException>(() => InstrumentCatalog.Shipped.With(text, "site.json")).Message, StringComparison.Ordinal);
}
