namespace CareTeam.Server.Procedures;

public static class SpinalLevel
{
    private static readonly string[] Vertebrae = [.. Numbered("C", 7), .. Numbered("T", 12), .. Numbered("L", 5), .. Numbered("S", 5)];
    private static readonly HashSet<string> Segments = [.. Vertebrae.Zip(Vertebrae.Skip(1), (upper, lower) => $"{upper}-{lower}")];
    private static readonly HashSet<string> Roots = [.. Numbered("C", 8), .. Numbered("T", 12), .. Numbered("L", 5), .. Numbered("S", 5)];

    public static bool IsSegment(string text) => Segments.Contains(text);

    public static bool IsRoot(string text) => Roots.Contains(text);

    public static SpinalRegion RegionOf(string level) => level.Length == 0 ? SpinalRegion.Unspecified : level[0] switch
    {
        'C' => SpinalRegion.Cervical,
        'T' => SpinalRegion.Thoracic,
        'L' => SpinalRegion.Lumbar,
        _ => SpinalRegion.Sacral,
    };

    private static IEnumerable<string> Numbered(string letter, int count) => Enumerable.Range(1, count).Select(i => $"{letter}{i}");
}
