namespace CareTeam.Server.Rules;

/// <summary>
/// A rule of the table as code asks for it: one static field each, beside the use cases that it guards, with the names of the parameters that are read. The table must
/// have an entry for every one, and no other entry; both are checked at the start.
/// </summary>
public sealed record RuleKey(string Id, params IReadOnlyList<string> Parameters)
{
    /// <summary>The words that a parameter may be, where code knows only these; any others are found at the start.</summary>
    public IReadOnlyDictionary<string, string[]> Choices { get; init; } = new Dictionary<string, string[]>();

    /// <summary>
    /// It asks that something is written down, which can be done of whatever happened: nobody need override it, and what has happened does not let them.
    /// </summary>
    public bool IsMetByWords { get; init; }

    /// <summary>Every rule that code asks for.</summary>
    public static IReadOnlyList<RuleKey> All => Asked.Value;

    // Looked up when first needed: the classes that hold the fields make keys while they are being initialized themselves.
    private static readonly Lazy<IReadOnlyList<RuleKey>> Asked = new(() =>
    [
        .. typeof(RuleKey).Assembly.GetTypes().Where(t => t is { IsClass: true, ContainsGenericParameters: false })
            .SelectMany(t => t.GetFields(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.DeclaredOnly))
            .Where(f => f.FieldType == typeof(RuleKey)).Select(f => (RuleKey)f.GetValue(null)!).OrderBy(k => k.Id, StringComparer.Ordinal),
    ]);
}
