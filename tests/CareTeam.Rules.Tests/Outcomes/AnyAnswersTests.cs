using CareTeam.Server.Outcomes;
using CsCheck;

namespace CareTeam.Rules.Tests.Outcomes;

/// <summary>Every instrument with any answers: its bounds, and its rule for missing ones.</summary>
public sealed class AnyAnswersTests
{
    public static TheoryData<string> Instruments() => [.. Catalog.All.Where(d => d.Codes.Count == 0).Select(d => d.Id)];

    public static TheoryData<string, string> Forms() => [.. from d in Catalog.All where d.Codes.Count == 0 from form in d.Forms.Keys.DefaultIfEmpty("") select (d.Id, form)];

    [Theory, MemberData(nameof(Forms))]
    public void Whatever_is_answered_within_the_range_of_each_item_the_scores_are_within_theirs(string id, string form)
    {
        var instrument = Catalog.Instrument(id);
        Complete(instrument).Sample(answers =>
        {
            var scored = Scoring.Of(instrument, Catalog.Answers(answers), form);
            Assert.Empty(scored.Problems);
            Assert.Equal(instrument.Scores.Select(s => s.SubscaleId), scored.Scores.Select(s => s.Definition.SubscaleId));
            foreach (var score in scored.Scores)
            {
                if (id != "eq5d5l") Assert.NotNull(score.Value);
                if (score.Value is { } value) Assert.True(value >= score.Definition.Min && value <= score.Definition.Max, $"{value} of {score.Definition.SubscaleId}");
            }
        });
    }

    [Theory, MemberData(nameof(Forms))]
    public void Every_score_has_a_band_where_the_instrument_has_bands_without_gaps(string id, string form)
    {
        if (id == "fabq") return; // Below its cut-offs it has no word.
        var instrument = Catalog.Instrument(id);
        Complete(instrument).Sample(answers =>
            Assert.All(Scoring.Of(instrument, Catalog.Answers(answers), form).Scores, score => Assert.Equal(score.Definition.Bands is null, score.Band is null)));
    }

    [Theory, MemberData(nameof(Forms))]
    public void A_higher_answer_never_scores_lower(string id, string form)
    {
        var instrument = Catalog.Instrument(id);
        if (id == "eq5d5l") return; // Its index comes from a table that is not here.
        Complete(instrument).Select(Gen.Int[0, 99]).Sample((answers, at) =>
        {
            var raised = answers.ToArray();
            raised[at % answers.Length] = (double)instrument.ItemAt(at % answers.Length).Max;
            var (low, high) = (Scoring.Of(instrument, Catalog.Answers(answers), form), Scoring.Of(instrument, Catalog.Answers(raised), form));
            Assert.All(low.Scores.Zip(high.Scores), pair => Assert.True(pair.First.Value <= pair.Second.Value));
        });
    }

    [Theory, MemberData(nameof(Instruments))]
    public void Every_answer_out_of_its_range_is_named_and_no_other(string id)
    {
        var instrument = Catalog.Instrument(id);
        Complete(instrument).Select(Gen.Bool.Array[24], Gen.Double[0.01, 1e300]).Sample((answers, wrong, by) =>
        {
            var spoiled = answers.Select((a, i) => !wrong[i] ? a : by > 1_000 ? -by : (double)instrument.ItemAt(i).Max + by).ToArray();
            var expected = Enumerable.Range(0, answers.Length).Where(i => wrong[i]).Select(i => (ScoringError.OutOfRange, (int?)i));
            Assert.Equal(expected, Scoring.Of(instrument, Catalog.Answers(spoiled), "").Problems.Select(p => (p.Error, p.Item)));
        });
    }

    [Theory, MemberData(nameof(Instruments))]
    public void Half_a_point_is_no_answer_where_only_whole_numbers_are(string id)
    {
        var instrument = Catalog.Instrument(id);
        Complete(instrument).Select(Gen.Int[0, 99]).Sample((answers, pick) =>
        {
            var at = pick % answers.Length;
            answers[at] = (double)instrument.ItemAt(at).Max - 0.5;
            var problems = Scoring.Of(instrument, Catalog.Answers(answers), instrument.Forms.Keys.FirstOrDefault("")).Problems.Select(p => (p.Error, p.Item));
            Assert.Equal(instrument.ItemAt(at).Whole ? [(ScoringError.NotInteger, at)] : [], problems);
        });
    }

    [Theory, MemberData(nameof(Instruments))]
    public void Too_few_or_too_many_answers_are_a_wrong_count(string id)
    {
        var instrument = Catalog.Instrument(id);
        foreach (var count in new[] { instrument.LeastAnswers - 1, instrument.MostAnswers + 1, instrument.MostAnswers + 20 }.Where(c => c > 0))
            Assert.Equal([(ScoringError.WrongItemCount, null)], Scoring.Of(instrument, Catalog.Answers([.. Enumerable.Repeat<double?>(1, count)]), "").Problems.Select(p => (p.Error, p.Item)));
    }

    [Theory, MemberData(nameof(Instruments))]
    public void Nothing_answered_is_no_score_and_never_0(string id)
    {
        var instrument = Catalog.Instrument(id);
        foreach (var count in new[] { 0, instrument.LeastAnswers, instrument.MostAnswers })
            Assert.Equal([ScoringError.NotAnswered], Scoring.Of(instrument, Catalog.Answers(new double?[count]), "").Problems.Select(p => p.Error));
    }

    [Theory, MemberData(nameof(Instruments))]
    public void Missing_answers_go_by_the_rule_of_the_instrument(string id)
    {
        var instrument = Catalog.Instrument(id);
        var form = instrument.Forms.Keys.FirstOrDefault("");
        Complete(instrument).Select(Gen.Bool.Array[24]).Where((answers, missing) => answers.Where((_, i) => !missing[i]).Any()).Sample((answers, missing) =>
        {
            var left = answers.Index().Where(a => missing[a.Index]).Select(a => a.Index).ToList();
            var given = answers.Select((a, i) => missing[i] ? null : a).ToArray();
            var scored = Scoring.Of(instrument, Catalog.Answers(given), form);
            switch (instrument.Missing.Rule)
            {
                case MissingAnswers.Required: Named(ScoringError.Incomplete); break;
                case MissingAnswers.Prorate when left.Count > (instrument.Missing.Most ?? 24): Named(ScoringError.TooManyMissing); break;
                case MissingAnswers.Prorate:
                    // As if the missing were the mean of those given; a score that is rounded itself may be half a point off.
                    var mean = given.Average();
                    var filled = given.Select(a => (a ?? mean)!.Value).ToArray();
                    var expected = instrument.Scoring.Method switch
                    {
                        ScoringMethod.Mean => filled.Average(),
                        ScoringMethod.PercentOfMaximum => 100 * filled.Sum() / filled.Length / 5,
                        _ => filled.Sum(),
                    };
                    Assert.InRange((double)scored.Scores.Single().Value!.Value.Rounded(6) - expected, -0.5 - 1e-6, 0.5 + 1e-6);
                    break;
                case MissingAnswers.AsZero: Assert.Equal(given.Sum(a => a ?? 0), (double)scored.Scores.Single().Value!.Value.Rounded(0)); break;
                case MissingAnswers.SubscaleWithoutScore:
                    var complete = instrument.Subscales.Values.Select(s => !s.OfItems.Any(n => missing[n - 1])).ToList();
                    if (complete.Contains(true)) Assert.Equal(complete, scored.Scores.Select(s => s.Value is not null));
                    else Named(ScoringError.Incomplete);
                    break;
            }

            void Named(ScoringError error) => Assert.Equal(left.Select(i => (error, (int?)i)), scored.Problems.Select(p => (p.Error, p.Item)));
        });
    }

    public static TheoryData<string> Statuses() => [.. Catalog.All.Where(d => d.Codes.Count > 0).Select(d => d.Id)];

    [Theory, MemberData(nameof(Statuses))]
    public void A_status_is_one_of_its_codes_with_its_rank_or_none_and_whatever_else_is_said_is_no_score(string id)
    {
        var instrument = Catalog.Instrument(id);
        var codes = instrument.Codes.Keys.ToArray();
        Gen.Select(Gen.Int[0, 2 * codes.Length], Gen.String).Select((i, text) => i < codes.Length ? codes[i] : text).Sample(code =>
        {
            var scored = Scoring.Of(instrument, [new() { Code = code }], "");
            if (instrument.Codes.TryGetValue(code, out var status))
            {
                Assert.Empty(scored.Problems);
                var score = Assert.Single(scored.Scores);
                Assert.Equal(status.Rank, (int?)score.Value?.Rounded(0));
                if (score.Value is { } rank) Assert.True(rank >= score.Definition.Min && rank <= score.Definition.Max);
                return;
            }
            Assert.Empty(scored.Scores);
            Assert.Equal([code.Length == 0 ? ScoringError.NotAnswered : ScoringError.InvalidCode], scored.Problems.Select(p => p.Error));
        });
        foreach (var count in new[] { 0, 2 }) Assert.Empty(Scoring.Of(instrument, [.. Enumerable.Range(0, count).Select(_ => new ItemAnswer { Code = instrument.Codes.Keys.First() })], "").Scores);
    }

    [Fact]
    public void Half_of_a_point_of_a_rounded_score_goes_up() =>
        Assert.Equal(5, Scoring.Of(Catalog.Instrument("phq9"), Catalog.Answers(1, 1, 1, 1, 0, 0, 0, 0, null), "").Scores[0].Value!.Value.Rounded(6));

    /// <summary>Answers to all items, each within its range.</summary>
    private static Gen<double?[]> Complete(InstrumentDefinition instrument) =>
        Gen.Int[instrument.LeastAnswers, instrument.MostAnswers].SelectMany(count => Gen.Double[0, 1].Array[count].Select(shares =>
            shares.Select((share, i) => (double?)Answer(instrument.ItemAt(i), share)).ToArray()));

    private static double Answer(ItemDefinition item, double share)
    {
        var step = item.Whole ? 1m : 0.01m;
        var steps = (int)((item.Max - item.Min) / step);
        var first = item.MinExclusive ? 1 : 0;
        return (double)(item.Min + step * (first + (int)Math.Round(share * (steps - first))));
    }
}
