using System.Text.Json;
using System.Text.Json.Nodes;
using CareTeam.Server.Outcomes;
using CareTeam.Server.Procedures;

namespace CareTeam.Rules.Tests.Outcomes;

/// <summary>Every worked example of every instrument comes out as it stands.</summary>
public sealed class VectorTests
{
    public static TheoryData<string> Answered() => Vectors.OfKind("vectors", "vectors_v1_0");

    public static TheoryData<string> Changed() => Vectors.OfKind("change_vectors");

    public static TheoryData<string> Relieved() => Vectors.OfKind("relief_vectors");

    [Fact]
    public void There_are_146_examples_of_23_instruments_and_none_is_left_out()
    {
        Assert.Equal(23, Vectors.All.Keys.Select(Vectors.InstrumentOf).Distinct().Count());
        Assert.Equal((131, 5, 10), (Answered().Count, Changed().Count, Relieved().Count));
        Assert.Equal(146, Vectors.All.Count);
    }

    [Fact]
    public void The_copy_of_the_examples_here_is_that_of_the_catalog_beside_the_repository()
    {
        Assert.SkipUnless(Vectors.SharedIsThere, $"{Vectors.SharedFile} is not there; the copy is tested all the same.");
        Assert.True(JsonNode.DeepEquals(Vectors.Shared(), Vectors.Own()));
    }

    [Theory, MemberData(nameof(Answered))]
    public void Answers_give_the_score_the_band_or_the_error(string name)
    {
        var vector = Vectors.All[name];
        var instrument = Catalog.Instrument(Vectors.InstrumentOf(name));
        var (answers, form) = Answers(vector, name.Contains("_v1_0", StringComparison.Ordinal) ? "1.0" : instrument.DefaultForm);

        var scored = Scoring.Of(instrument, answers, form);

        if (vector.TryGetProperty("expected_error", out var error))
        {
            Assert.Equal([Word(error.GetString()!)], scored.Problems.Select(p => p.Error).Distinct());
            Assert.Empty(scored.Scores);
            return;
        }
        Assert.Empty(scored.Problems);
        Compare(vector.GetProperty("expected_score"), scored.Scores);
        if (vector.TryGetProperty("expected_band", out var band)) Assert.Equal(band.GetString(), scored.Scores[0].Band?.Label);
        if (vector.TryGetProperty("safety_alert", out var alert)) Assert.Equal(alert.GetBoolean(), SafetyReview.IsNeeded(instrument, answers));
    }

    [Theory, MemberData(nameof(Changed))]
    public void A_change_is_judged_by_each_criterion_by_itself(string name)
    {
        var vector = Vectors.All[name];
        var instrument = Catalog.Instrument(Vectors.InstrumentOf(name));

        var change = Changes.Between(instrument, instrument.HigherIs, vector.GetProperty("baseline").GetDecimal(), vector.GetProperty("current").GetDecimal());

        Assert.Equal(vector.GetProperty("expected_delta").GetDouble(), change.Delta);
        Assert.Equal(vector.GetProperty("expected_percent_improvement").GetDouble(), change.ImprovementPercent);
        Assert.Equal(vector.GetProperty("meets_mcid_absolute").GetBoolean(), change.MeetsMcid);
        if (vector.TryGetProperty("meets_mcid_percent", out var percent)) Assert.Equal(percent.GetBoolean(), change.MeetsMcidPercent);
    }

    [Theory, MemberData(nameof(Relieved))]
    public void Relief_is_a_share_of_the_pain_before(string name)
    {
        var vector = Vectors.All[name];
        var (before, after) = (vector.GetProperty("pre").GetInt32(), vector.GetProperty("post").GetInt32());
        var relief = Relief.Percent(before, after);
        if (vector.TryGetProperty("expected_error", out var error))
        {
            Assert.Equal("UNDEFINED_BASELINE_ZERO", error.GetString());
            Assert.Null(relief);
            Assert.False(Relief.Reaches(1, before, after));
            return;
        }
        Assert.Equal(vector.GetProperty("expected_relief_percent").GetDouble(), relief!.Value, 0.005);
        foreach (var limit in new[] { 50, 75, 80 }) Assert.Equal(vector.GetProperty($"ge{limit}").GetBoolean(), Relief.Reaches(limit, before, after));
    }

    /// <summary>Items are a list, a single value stands alone; the lifting protocol goes by sex.</summary>
    private static (IReadOnlyList<ItemAnswer> Answers, string Form) Answers(JsonElement vector, string form)
    {
        if (vector.TryGetProperty("responses", out var responses)) return ([.. responses.EnumerateArray().Select(Answer)], form);
        var value = vector.GetProperty("value");
        return value.ValueKind == JsonValueKind.Object
            ? ([Answer(value.GetProperty("stages"))], value.GetProperty("sex").GetString() == "F" ? "women" : "men")
            : ([Answer(value)], form);
    }

    private static ItemAnswer Answer(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => new(),
        JsonValueKind.String => new() { Code = value.GetString() },
        _ => new() { Value = value.GetDouble() },
    };

    private static void Compare(JsonElement expected, IReadOnlyList<Score> scores)
    {
        if (expected.ValueKind == JsonValueKind.Number)
        {
            Assert.Equal(expected.GetDecimal(), Shown(Assert.Single(scores)));
            return;
        }
        foreach (var part in expected.EnumerateObject())
        {
            switch (part.Name)
            {
                case "profile": Assert.Equal(part.Value.GetString(), scores[0].Profile); break;
                case "risk": Assert.Equal(part.Value.GetString(), scores[0].Band?.Label); break;
                case "index_us" when part.Value.ValueKind == JsonValueKind.String: Assert.Equal((null, part.Value.GetString()), (scores[0].Value, scores[0].UnscoredReason)); break;
                case "total" or "index_us": Assert.Equal(part.Value.GetDecimal(), Shown(scores[0])); break;
                default:
                    var score = scores.Single(s => s.Definition.SubscaleId == part.Name);
                    Assert.Equal(part.Value.ValueKind == JsonValueKind.Null, score.Value is null);
                    if (score.Value is not null) Assert.Equal(part.Value.GetDecimal(), Shown(score));
                    break;
            }
        }
    }

    private static decimal Shown(Score score) => score.Value!.Value.Rounded(score.Definition.ShownDecimals);

    // OUT_OF_RANGE
    private static ScoringError Word(string error) => Enum.Parse<ScoringError>(error.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
}
