namespace CareTeam.Server.Anatomy;

/// <summary>Levels of the spine as they are written: a vertebra, L4, or a segment of two neighbours, the upper one first, L4-L5.</summary>
public static class SpinalLevel
{
    /// <summary>From the skull down.</summary>
    private static readonly string[] Vertebrae = [.. Numbered("C", 7), .. Numbered("T", 12), .. Numbered("L", 5), .. Numbered("S", 5)];

    public static bool IsVertebra(string level) => Array.IndexOf(Vertebrae, level) >= 0;

    public static bool IsSegment(string level) =>
        level.Split('-') is [var upper, var lower] && IsVertebra(upper) && Array.IndexOf(Vertebrae, lower) == Array.IndexOf(Vertebrae, upper) + 1;

    /// <summary>A segment lies where its upper vertebra does. Unspecified for what is no level.</summary>
    public static SpinalRegion Region(string level) => !IsVertebra(level) && !IsSegment(level) ? SpinalRegion.Unspecified : level[0] switch
    {
        'C' => SpinalRegion.Cervical,
        'T' => SpinalRegion.Thoracic,
        'L' => SpinalRegion.Lumbar,
        _ => SpinalRegion.Sacral,
    };

    public static void Vertebra(this Violations violations, string field, string level)
    {
        if (!IsVertebra(level)) violations.Add(field, "is no vertebra, C1 to C7, T1 to T12, L1 to L5 or S1 to S5");
    }

    public static void Segment(this Violations violations, string field, string level)
    {
        if (!IsSegment(level)) violations.Add(field, "is no segment of two neighbouring vertebrae with the upper one first, like L4-L5 or L5-S1");
    }

    public static void Level(this Violations violations, string field, string level)
    {
        if (!IsVertebra(level) && !IsSegment(level)) violations.Add(field, "is neither a vertebra, like L4, nor a segment of two neighbours with the upper one first, like L4-L5");
    }

    internal static IEnumerable<string> Numbered(string letter, int count) => Enumerable.Range(1, count).Select(n => $"{letter}{n}");
}
