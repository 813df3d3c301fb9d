namespace CareTeam.Server.Anatomy;

/// <summary>The nerve roots, of which the neck has one more than it has vertebrae.</summary>
public static class NerveRoot
{
    private static readonly HashSet<string> Roots =
        [.. SpinalLevel.Numbered("C", 8), .. SpinalLevel.Numbered("T", 12), .. SpinalLevel.Numbered("L", 5), .. SpinalLevel.Numbered("S", 5)];

    /// <summary>C1 has no sensory root to speak of.</summary>
    private const string WithoutDermatome = "C1";

    public static bool Is(string root) => Roots.Contains(root);

    public static bool IsDermatome(string root) => Is(root) && root != WithoutDermatome;

    public static void Root(this Violations violations, string field, string root)
    {
        if (!Is(root)) violations.Add(field, "is no nerve root, C1 to C8, T1 to T12, L1 to L5 or S1 to S5");
    }

    public static void Dermatome(this Violations violations, string field, string root)
    {
        if (!IsDermatome(root)) violations.Add(field, "is no dermatome, C2 to C8, T1 to T12, L1 to L5 or S1 to S5");
    }
}
