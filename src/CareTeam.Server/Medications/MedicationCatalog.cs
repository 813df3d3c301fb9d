using System.Text.Json;
using System.Text.Json.Serialization;

namespace CareTeam.Server.Medications;

/// <summary>A drug that the catalog knows, and what checks read of it.</summary>
/// <param name="Combinations">Brands that hold it with other drugs of the catalog, by their names.</param>
/// <param name="ExtendedReleaseNames">Brands, among the other names, that are made in no other form.</param>
/// <param name="AlsoClasses">Classes that it belongs to otherwise dosed, and for allergies: aspirin is an NSAID.</param>
/// <param name="MmePerMg">Morphine milligram equivalents of a milligram.</param>
/// <param name="MmePerUgHour">Of a patch: morphine milligram equivalents a day of a microgram an hour.</param>
/// <param name="Allergen">The kind of allergen that it belongs to beside its class.</param>
public sealed record Ingredient(
    string Name, IReadOnlyList<string> OtherNames, IReadOnlyList<string> ExtendedReleaseNames, IReadOnlyDictionary<string, string[]> Combinations, MedicationClass Class, IReadOnlyList<MedicationClass> AlsoClasses, string RxNorm,
    decimal? MmePerMg, decimal? MmePerUgHour, IReadOnlyList<RenalMaximum> RenalMaxima, AllergenKind Allergen, string Source)
{
    public IEnumerable<MedicationClass> Classes => AlsoClasses.Prepend(Class);
}

/// <summary>The most milligrams a day while creatinine clearance is below a limit.</summary>
public sealed record RenalMaximum(int BelowMlMin, int MgADay);

/// <summary>The drugs of medication-catalog.json, found by their names in what a prescriber wrote: "hydrocodone-acetaminophen 5/325" and "Norco" have two. Others may be prescribed too, with their class.</summary>
public static class MedicationCatalog
{
    private sealed record Written(
        string Name, string Class, string Source, string[]? OtherNames = null, string[]? ExtendedReleaseNames = null, Dictionary<string, string[]>? Combinations = null, string[]? AlsoClasses = null, string? RxNorm = null,
        decimal? MmePerMg = null, decimal? MmePerUgHour = null, RenalMaximum[]? RenalMaxima = null, string? Allergen = null);

    private static readonly JsonSerializerOptions Form = new(JsonSerializerOptions.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectRequiredConstructorParameters = true };

    public static IReadOnlyList<Ingredient> Ingredients { get; } = Read();

    private static readonly Dictionary<string, Ingredient[]> ByName = Named();

    private static readonly HashSet<string> Extended = new(Ingredients.SelectMany(i => i.ExtendedReleaseNames), StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<Ingredient> In(string name) => [.. Words(name).SelectMany(w => ByName.GetValueOrDefault(w) ?? []).Distinct()];

    public static Ingredient? Of(string rxNorm) => rxNorm.Length == 0 ? null : Ingredients.FirstOrDefault(i => i.RxNorm == rxNorm);

    /// <summary>The class that the catalog gives a name; of a combination the opioid's, since it is what the dose is of.</summary>
    public static MedicationClass ClassOf(string name) => In(name) is { Count: > 0 } found
        ? found.FirstOrDefault(i => i.Class == MedicationClass.Opioid)?.Class ?? found[0].Class
        : MedicationClass.Unspecified;

    /// <summary>How it is made when nobody says so: brands that are always long-acting are.</summary>
    public static MedicationRelease ReleaseOf(string name) => Words(name).Any(Extended.Contains) ? MedicationRelease.Extended : MedicationRelease.Immediate;

    /// <summary>A name twice, or a combination with what the catalog does not know, stops the start.</summary>
    private static Dictionary<string, Ingredient[]> Named()
    {
        var own = Ingredients.ToDictionary(i => i.Name, StringComparer.OrdinalIgnoreCase);
        return Ingredients.SelectMany(i => i.OtherNames.Prepend(i.Name).Select(name => (Name: name, Of: new[] { i }))
                .Concat(i.Combinations.Select(c => (Name: c.Key, Of: c.Value.Select(other => own[other]).Prepend(i).ToArray()))))
            .ToDictionary(p => p.Name, p => p.Of, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>And each two that follow each other: a brand may have two words.</summary>
    private static IEnumerable<string> Words(string name)
    {
        var before = "";
        for (var i = 0; i < name.Length; i++)
        {
            var start = i;
            while (i < name.Length && char.IsLetter(name[i])) i++;
            if (i == start) continue;
            var word = name[start..i];
            yield return word;
            if (before.Length > 0) yield return $"{before} {word}";
            before = word;
        }
    }

    private static Ingredient[] Read()
    {
        using var json = typeof(MedicationCatalog).Assembly.GetManifestResourceStream("medication-catalog.json")!;
        return [.. JsonSerializer.Deserialize<Written[]>(json, Form)!.Select(w => new Ingredient(
            w.Name, [.. w.OtherNames ?? [], .. w.ExtendedReleaseNames ?? []], w.ExtendedReleaseNames ?? [], w.Combinations ?? [], Parse<MedicationClass>(w, w.Class), [.. (w.AlsoClasses ?? []).Select(c => Parse<MedicationClass>(w, c))], w.RxNorm ?? "",
            w.MmePerMg, w.MmePerUgHour, w.RenalMaxima ?? [], w.Allergen is null ? AllergenKind.Unspecified : Parse<AllergenKind>(w, w.Allergen), w.Source))];
    }

    private static TEnum Parse<TEnum>(Written of, string words) where TEnum : struct, Enum =>
        EnumWords.TryParseWords<TEnum>(words, out var value) ? value : throw new InvalidDataException($"medication-catalog.json: {of.Name} has a {typeof(TEnum).Name} '{words}', which does not exist.");
}
