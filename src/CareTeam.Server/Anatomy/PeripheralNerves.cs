using System.Text.Json;
using System.Text.Json.Serialization;

namespace CareTeam.Server.Anatomy;

/// <summary>A nerve, the roots that make it, the nerve that it branches off, and where it is commonly entrapped.</summary>
public sealed record PeripheralNerve(string Id, IReadOnlyList<string> Roots, string? BranchOf = null, IReadOnlyList<string>? Sites = null, bool Limb = true);

/// <summary>A muscle with its nerve and roots; of some roots it is the muscle that stands for the whole myotome.</summary>
public sealed record Muscle(string Id, string Nerve, IReadOnlyList<string> Roots, string? KeyOf = null);

/// <summary>The catalogs of peripheral nerves and muscles (peripheral-nerves.json, muscles.json), each with its source.</summary>
public static class PeripheralNerves
{
    private sealed record NervesFile(string Source, IReadOnlyList<PeripheralNerve> Nerves);

    private sealed record MusclesFile(string Source, IReadOnlyList<Muscle> Muscles);

    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static IReadOnlyDictionary<string, PeripheralNerve> Nerves { get; } = Read<NervesFile>("peripheral-nerves.json").Nerves.ToDictionary(n => n.Id);

    public static IReadOnlyDictionary<string, Muscle> Muscles { get; } = Read<MusclesFile>("muscles.json").Muscles.ToDictionary(m => m.Id);

    private static readonly Dictionary<string, Muscle> KeyMuscles = Muscles.Values.Where(m => m.KeyOf is not null).ToDictionary(m => m.KeyOf!);

    /// <summary>The muscle that stands for a root's myotome; null for roots that have none.</summary>
    public static Muscle? KeyMuscle(string root) => KeyMuscles.GetValueOrDefault(root);

    /// <summary>The limb nerve that a nerve comes from, itself if it branches off none; null for the dorsal rami, which belong to no limb.</summary>
    public static string? Trunk(string nerve) => Nerves.GetValueOrDefault(nerve) is { Limb: true } known ? known.BranchOf ?? known.Id : null;

    public static void Nerve(this Violations violations, string field, string id)
    {
        if (!Nerves.ContainsKey(id)) violations.Add(field, $"is no nerve of the catalog{Like(id, Nerves.Keys)}");
    }

    public static void Muscle(this Violations violations, string field, string id)
    {
        if (!Muscles.ContainsKey(id)) violations.Add(field, $"is no muscle of the catalog{Like(id, Muscles.Keys)}");
    }

    /// <summary>Names that share a word with what was given.</summary>
    private static string Like(string given, IEnumerable<string> names)
    {
        const int Most = 6;
        if (given.Length > 100) return "";
        var words = given.ToLowerInvariant().Split([' ', '-', '_'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 2).ToHashSet();
        var like = names.Where(n => n.Split('-').Any(words.Contains)).Take(Most).ToList();
        return like.Count == 0 ? "" : $"; there are {string.Join(", ", like)}";
    }

    private static T Read<T>(string name)
    {
        using var json = typeof(PeripheralNerves).Assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<T>(json, Form)!;
    }
}
