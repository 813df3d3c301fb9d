namespace CareTeam.Server.Anatomy;

/// <summary>Which side. A paired structure without one is an accident waiting to happen, and so is a side of what has none.</summary>
public static class Laterality
{
    public static bool IsPaired(this BodyRegion region) => region >= BodyRegion.SacroiliacJoint;

    /// <summary>Left, right or both of what there are two of; none, or the midline, of what there is one of.</summary>
    public static void Side(this Violations violations, string field, Side side, bool paired)
    {
        if (paired && IsNone(side)) violations.Add(field, "is required: left, right or bilateral");
        else if (!paired && !IsNone(side)) violations.Add(field, "must be left out, or be midline: there is only one");
    }

    /// <summary>What is looked at one at a time.</summary>
    public static void OneSide(this Violations violations, string field, Side side)
    {
        if (side is not (V1.Side.Left or V1.Side.Right)) violations.Add(field, "is required: left or right");
    }

    /// <summary>Bilateral is both of them, and what is in the midline has no side.</summary>
    public static IReadOnlyList<Side> Each(this Side side) => side switch
    {
        V1.Side.Bilateral => [V1.Side.Left, V1.Side.Right],
        V1.Side.Midline => [V1.Side.Unspecified],
        _ => [side],
    };

    /// <summary>Bilateral takes in left and right; what has no side overlaps with everything of the same.</summary>
    public static bool Overlaps(this Side one, Side other) => one.Each().Intersect(other.Each()).Any() || IsNone(one) || IsNone(other);

    private static bool IsNone(Side side) => side is V1.Side.Unspecified or V1.Side.Midline;
}
