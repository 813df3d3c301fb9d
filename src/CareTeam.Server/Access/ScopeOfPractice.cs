using System.Text.Json;
using System.Text.Json.Serialization;

namespace CareTeam.Server.Access;

/// <summary>Which roles may do what: the table shipped with the server, and what this site's configuration says otherwise.</summary>
public sealed class ScopeOfPractice
{
    /// <summary>One capability: in words, whose it is, and where that comes from.</summary>
    public sealed record Entry(string Text, IReadOnlyList<Role> Roles, string Source);

    private static readonly JsonSerializerOptions Form = new(JsonSerializerOptions.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    private sealed record Written(string? Text, string[]? Roles, string? Source);

    private readonly IReadOnlyDictionary<Capability, Entry> entries;

    private ScopeOfPractice(IReadOnlyDictionary<Capability, Entry> entries) => this.entries = entries;

    public static ScopeOfPractice Shipped { get; } = Load(null);

    public Entry this[Capability capability] => entries[capability];

    public bool May(Role role, Capability capability) => entries[capability].Roles.Contains(role);

    /// <summary>
    /// A site's file names capabilities and their roles, {"certify-therapy": {"roles": ["physiatrist"], "source": "..."}}, and leaves out what stays as it is.
    /// InvalidDataException names everything that is wrong with it.
    /// </summary>
    public static ScopeOfPractice Load(string? siteFile)
    {
        using var shipped = typeof(ScopeOfPractice).Assembly.GetManifestResourceStream("scope-of-practice.json")!;
        var problems = new List<string>();
        var entries = new Dictionary<Capability, Entry>();
        Read("The shipped scope of practice", shipped, entries, problems);
        foreach (var missing in Enum.GetValues<Capability>().Except(entries.Keys)) problems.Add($"The shipped scope of practice has no '{missing.ToWords()}'.");
        if (!string.IsNullOrWhiteSpace(siteFile))
        {
            using var site = File.OpenRead(siteFile);
            Read(siteFile, site, entries, problems);
        }
        return problems.Count == 0 ? new(entries) : throw new InvalidDataException(string.Join(Environment.NewLine, problems));
    }

    private static void Read(string name, Stream json, Dictionary<Capability, Entry> entries, List<string> problems)
    {
        Dictionary<string, Written>? written;
        try
        {
            written = JsonSerializer.Deserialize<Dictionary<string, Written>>(json, Form);
        }
        catch (JsonException e)
        {
            problems.Add($"{name}: {e.Message}");
            return;
        }
        foreach (var (word, entry) in written ?? [])
        {
            if (!TryParse(word, out var capability))
            {
                problems.Add($"{name}: there is no '{word}'; there are {string.Join(", ", Enum.GetValues<Capability>().Select(c => c.ToWords()))}.");
                continue;
            }
            var known = entries.GetValueOrDefault(capability);
            var roles = new List<Role>();
            foreach (var role in entry?.Roles ?? [])
                if (EnumWords.TryParseWords<Role>(role, out var value)) roles.Add(value);
                else problems.Add($"{name}: '{word}' names a role '{role}', which does not exist.");
            entries[capability] = new(entry?.Text ?? known?.Text ?? "", entry?.Roles is null ? known?.Roles ?? [] : roles, entry?.Source ?? known?.Source ?? "");
        }
    }

    // TryParseWords leaves out the first value, which in the contract's enums is "unspecified".
    private static bool TryParse(string word, out Capability capability)
    {
        foreach (var value in Enum.GetValues<Capability>())
        {
            if (value.ToWords() != word) continue;
            capability = value;
            return true;
        }
        capability = default;
        return false;
    }
}
