using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CareTeam.Server.Anatomy;

namespace CareTeam.Server.Rules;

/// <summary>
/// Reads rules as a clinician writes them: Catalog/*.json as shipped, and one file of the site's in the same form, whose entries name a rule and what of it is different
/// here. A site's entry for the same payer, region and day replaces the shipped one, any other one stands beside it.
/// </summary>
public static class RuleCatalog
{
    private sealed record Written(
        string? Id, string? Text, string? Severity, string[]? OverridableBy, Dictionary<string, JsonElement>? Parameters,
        string? Source, string? Effective, string? Payer, string? Region);

    private static readonly JsonSerializerOptions Form = new(JsonSerializerOptions.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>Parameters whose words must exist, since a misspelt one would quietly never match.</summary>
    private static readonly Dictionary<string, Func<string, bool>> KnownWords = new()
    {
        ["disciplines"] = word => EnumWords.TryParseWords<Discipline>(word, out _),
        ["medication_classes"] = word => EnumWords.TryParseWords<MedicationClass>(word, out _),
        ["reviewers"] = word => EnumWords.TryParseWords<Role>(word, out _),
        ["emergency"] = word => EnumWords.TryParseWords<RedFlagKind>(word, out _),
        ["same_day"] = word => EnumWords.TryParseWords<RedFlagKind>(word, out _),
        ["guidance"] = word => EnumWords.TryParseWords<ImageGuidance>(word, out _),
        ["task_kinds"] = IsWord<TaskKind>,
        ["modalities"] = IsWord<StudyModality>,
        ["regions"] = IsWord<BodyRegion>,
        ["exempt_indications"] = IsWord<StudyIndication>,
        ["kinds"] = IsWord<ImagingFindingKind>,
        ["dermatomes"] = NerveRoot.IsDermatome,
        ["studies"] = IsStudy,
        ["no_red_flags_no_prior_management"] = IsStudy,
        ["persistent_after_management"] = IsStudy,
        ["suspected_cauda_equina"] = IsStudy,
        ["prior_surgery"] = IsStudy,
        ["suspected_fracture"] = IsStudy,
        ["suspected_cancer_or_infection"] = IsStudy,
    };

    public static IReadOnlyList<RuleVersion> Shipped(List<string> problems)
    {
        var all = new List<RuleVersion>();
        foreach (var resource in typeof(RuleCatalog).Assembly.GetManifestResourceNames().Where(n => n.StartsWith("rules/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var json = typeof(RuleCatalog).Assembly.GetManifestResourceStream(resource)!;
            all.AddRange(Parse(resource, json, problems).Select(w => Version(resource, w, like: null, problems)).OfType<RuleVersion>());
        }
        foreach (var key in RuleKey.All)
        {
            if (all.All(v => v.Id != key.Id)) problems.Add($"The shipped rules have no '{key.Id}'.");
            else if (!all.Any(v => v is { Payer: "", Region: "" } && v.Id == key.Id)) problems.Add($"The shipped rules have no '{key.Id}' for any payer and region.");
        }
        return all;
    }

    public static IEnumerable<RuleVersion> OfSite(string file, IReadOnlyList<RuleVersion> shipped, List<string> problems)
    {
        using var json = File.OpenRead(file);
        var site = Parse(file, json, problems)
            .Select(w => Version(file, w, shipped.FirstOrDefault(v => v.Id == w.Id && v.Payer == (w.Payer ?? "") && v.Region == (w.Region ?? "")) ?? shipped.FirstOrDefault(v => v.Id == w.Id), problems))
            .OfType<RuleVersion>().ToList();
        foreach (var twice in site.GroupBy(Place).Where(g => g.Count() > 1)) problems.Add($"{file}: {twice.Key} is there more than once.");
        var replaced = site.Select(Place).ToHashSet();
        return shipped.Where(v => !replaced.Contains(Place(v))).Concat(site);
    }

    /// <summary>Letter for letter, as code compares them.</summary>
    private static bool IsWord<TEnum>(string word) where TEnum : struct, Enum => EnumWords.TryParseWords<TEnum>(word, out var value) && value.ToWords() == word;

    /// <summary>A modality, and how contrast is used with it where it is: Studies.Kind.</summary>
    private static bool IsStudy(string words) => words.Split(' ', 2) is var parts && IsWord<StudyModality>(parts[0]) && (parts.Length == 1 || IsWord<ContrastUse>(parts[1]));

    private static string Place(RuleVersion v) => $"{v.Id} for payer '{v.Payer}', region '{v.Region}', from {v.Effective:yyyy-MM-dd}";

    private static Written[] Parse(string name, Stream json, List<string> problems)
    {
        try
        {
            return JsonSerializer.Deserialize<Written[]>(json, Form) ?? [];
        }
        catch (JsonException e)
        {
            problems.Add($"{name}: {e.Message}");
            return [];
        }
    }

    private static RuleVersion? Version(string name, Written w, RuleVersion? like, List<string> problems)
    {
        var before = problems.Count;
        var key = RuleKey.All.FirstOrDefault(k => k.Id == w.Id);
        if (key is null)
        {
            problems.Add($"{name}: there is no rule '{w.Id}'.");
            return null;
        }
        Wrong(w.Severity is not null || like is not null, "needs a severity");
        var severity = like?.Severity ?? default;
        if (w.Severity is not null) Wrong(EnumWords.TryParseWords(w.Severity, out severity), $"has a severity '{w.Severity}'; there are block, warn and off");
        var roles = new List<Role>();
        foreach (var word in w.OverridableBy ?? [])
            if (EnumWords.TryParseWords<Role>(word, out var role)) roles.Add(role);
            else Wrong(false, $"may be overridden by '{word}', which is no role");
        var effective = like?.Effective ?? default;
        if (w.Effective is not null || like is null)
            Wrong(DateOnly.TryParseExact(w.Effective, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out effective), $"is effective from '{w.Effective}', which is no day");
        Wrong(!string.IsNullOrWhiteSpace(w.Text ?? like?.Text), "needs a text");
        Wrong(!string.IsNullOrWhiteSpace(w.Source ?? like?.Source), "needs a source");
        var version = new RuleVersion(
            key.Id, w.Text ?? like?.Text ?? "", severity, w.OverridableBy is null ? like?.OverridableBy ?? [] : roles, Parameters(), w.Source ?? like?.Source ?? "",
            effective, w.Payer ?? "", w.Region ?? "", Configured: like is not null);
        return problems.Count == before ? version : null;

        Dictionary<string, JsonElement> Parameters()
        {
            var all = like?.Parameters.ToDictionary() ?? [];
            foreach (var (parameter, value) in w.Parameters ?? [])
            {
                Wrong(key.Parameters.Contains(parameter), $"has no parameter '{parameter}'; it has {(key.Parameters.Count == 0 ? "none" : string.Join(", ", key.Parameters))}");
                Wrong(like is null || !like.Parameters.TryGetValue(parameter, out var usual) || IsOfOneKind(usual, value), $"has a {parameter} of another kind: {value.GetRawText()}");
                Wrong(Values(value).All(IsWholeIfNumber), $"has a {parameter} that is no whole number from 0: {value.GetRawText()}");
                var choices = key.Choices.GetValueOrDefault(parameter) ?? [];
                Wrong(choices.Length == 0 || (value.ValueKind == JsonValueKind.String && choices.Contains(value.GetString())), $"has a {parameter} that is none of {string.Join(", ", choices)}: {value.GetRawText()}");
                if (KnownWords.TryGetValue(parameter, out var exists) && value.ValueKind == JsonValueKind.Array)
                    foreach (var word in value.EnumerateArray().Where(w => w.ValueKind != JsonValueKind.String || !exists(w.GetString()!)))
                        Wrong(false, $"has in {parameter} a word that does not exist: {word.GetRawText()}");
                all[parameter] = value;
            }
            foreach (var missing in key.Parameters.Where(p => !all.ContainsKey(p))) Wrong(false, $"lacks the parameter '{missing}'");
            return all;
        }

        void Wrong(bool holds, string what)
        {
            if (!holds) problems.Add($"{name}: rule '{key.Id}' {what}.");
        }
    }

    private static IEnumerable<JsonElement> Values(JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];

    /// <summary>Of lists, what they hold too.</summary>
    private static bool IsOfOneKind(JsonElement usual, JsonElement value) =>
        Kind(usual) == Kind(value) && Values(value).All(v => Kind(v) == Kind(Values(usual).FirstOrDefault(v)));

    private static bool IsWholeIfNumber(JsonElement value) => value.ValueKind != JsonValueKind.Number || (value.TryGetInt32(out var number) && number >= 0);

    private static JsonValueKind Kind(JsonElement value) => value.ValueKind == JsonValueKind.False ? JsonValueKind.True : value.ValueKind;
}
