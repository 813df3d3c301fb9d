namespace CareTeam.Server.Outcomes;

/// <summary>What makes a catalog unusable, each problem in a sentence that names the instrument: it is read at the start, by whoever changed a file.</summary>
public static class InstrumentCheck
{
    private const int LongestId = 64;

    public static IReadOnlyList<string> Of(IReadOnlyList<InstrumentDefinition> definitions) =>
    [
        .. definitions.SelectMany(d => Of(d).Select(problem => $"{d.Id} {d.Version}: {problem}")),
        .. Twice(definitions, d => d.Version, "version"),
        .. Twice(definitions, d => $"{d.EffectiveDate:O}", "effective_date"),
        .. Ambiguous(definitions),
    ];

    /// <summary>Catalog ids are what goals, clients and stored events name.</summary>
    public static bool IsId(string id) => id.Length is > 0 and <= LongestId && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    private static IEnumerable<string> Of(InstrumentDefinition d)
    {
        if (!IsId(d.Id)) yield return $"id '{d.Id}' must be 1 to {LongestId} letters, digits, '-', '_' or '.'";
        if (d.Version.Length is 0 or > LongestId) yield return "version is missing or too long";
        if (d.EffectiveDate == default) yield return "effective_date is missing";
        if (d.Name.Length == 0 || d.Abbreviation.Length == 0) yield return "name or abbreviation is missing";
        if (d.Kind == InstrumentKind.Unspecified) yield return "kind is missing";
        if (d.Licence.Length == 0) yield return "licence is missing";
        if (d.Items.Count == 0 == (d.Codes.Count == 0)) yield return "it must have either items or codes";
        if (d.Codes.Count > 0 != (d.Scoring.Method == ScoringMethod.Status)) yield return "codes go with the scoring method status";
        foreach (var item in d.Items)
        {
            if (item.Count < 1 || item.CountMin > item.Count || item.CountMin < 1) yield return $"items: {item.CountMin ?? item.Count} to {item.Count} answers are not possible";
            if (item.Min >= item.Max) yield return $"items: the range {item.Min} to {item.Max} is empty";
        }
        if (d.Items.Count > 1 && d.Items.Any(i => i.CountMin is not null)) yield return "items: only a single group may have answers that can be left away";
        if (d.DefaultForm.Length > 0 && !d.Forms.ContainsKey(d.DefaultForm)) yield return $"default_form: there is no form '{d.DefaultForm}'";
        if (d.Safety is { } safety && (safety.Item < 1 || safety.Item > d.MostAnswers)) yield return $"safety: there is no item {safety.Item}";
        if (d.Missing.Most < 0 || d.Missing.Most >= d.MostAnswers) yield return $"missing: {d.Missing.Most} of {d.MostAnswers} answers cannot be missing";
        foreach (var problem in OfMethod(d).Concat(d.Scores.SelectMany(s => ScoreCheck.Of(d, s)))) yield return problem;
    }

    private static IEnumerable<string> OfMethod(InstrumentDefinition d) => d.Scoring.Method switch
    {
        ScoringMethod.Table => d.Forms.Count == 0
            ? ["forms: there is no table"]
            : d.Forms.SelectMany(form => Sums(d).Where(sum => !form.Value.Table.ContainsKey(sum)).Select(sum => $"forms.{form.Key}.table: {sum} is missing")),
        ScoringMethod.Stages => d.Forms.Count == 0 || d.Forms.Values.Any(f => f.Step <= 0) ? ["forms: every one needs start and step"] : [],
        ScoringMethod.Profile => !d.ValueSets.TryGetValue(d.ValueSet, out var set)
            ? [$"value_set: there is no value set '{d.ValueSet}'"]
            : set.Decrements.Count > 0 && (set.Decrements.Count != d.MostAnswers || set.Decrements.Index().Any(x => x.Item.Count != d.ItemAt(x.Index).Max))
                ? ["value_sets: decrements need every level of every item"]
                : [],
        ScoringMethod.SubscalesOnly => d.Subscales.Count == 0 ? ["there are no subscales"] : [],
        _ => [],
    };

    private static IEnumerable<int> Sums(InstrumentDefinition d)
    {
        var least = (int)d.Items.Sum(i => i.Min * i.Count);
        return Enumerable.Range(least, (int)d.Items.Sum(i => i.Max * i.Count) - least + 1);
    }

    private static IEnumerable<string> Twice(IEnumerable<InstrumentDefinition> definitions, Func<InstrumentDefinition, string> key, string what) =>
        definitions.GroupBy(d => (d.Id, key(d))).Where(g => g.Count() > 1).Select(g => $"{g.Key.Id}: {what} {g.Key.Item2} is there twice");

    /// <summary>A goal names its measure by id or abbreviation, in any case.</summary>
    private static IEnumerable<string> Ambiguous(IEnumerable<InstrumentDefinition> definitions) => definitions
        .SelectMany(d => InstrumentNames.Of(d).Select(n => (Name: n.Name.ToUpperInvariant(), d.Id)))
        .Distinct().GroupBy(n => n.Name).Where(g => g.Count() > 1).Select(g => $"the name {g.Key} means {string.Join(" and ", g.Select(n => n.Id))}");
}
