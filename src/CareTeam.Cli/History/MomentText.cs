using System.Globalization;
using Google.Protobuf.WellKnownTypes;

namespace CareTeam.Cli.History;

/// <summary>
/// A moment of a plan as people type it: a version, a time, or a day and then its end. It means what was known then; with true@ before it, what was true then by all that
/// has been recorded since.
/// </summary>
public static class MomentText
{
    public const string Help = "a version, a time (2026-03-02T14:30), the end of a day (2026-03-02, yesterday), or true@TIME: as it was in truth, late entries included";

    private const string InTruth = "true@";

    /// <summary>Null when nothing was typed.</summary>
    public static PlanMoment? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version)) return new() { Version = version };
        return text.StartsWith(InTruth, StringComparison.Ordinal) ? new() { TrueAt = Time(text, text[InTruth.Length..]) } : new() { KnownAt = Time(text, text) };
    }

    private static Timestamp Time(string text, string time)
    {
        if (DayOption.ParseDay(time, DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime)) is { } day)
            return Timestamp.FromDateTimeOffset(DayOption.ParseTime(DayOption.Iso(day))!.Value.AddDays(1).AddTicks(-1));
        if (DayOption.ParseTime(time) is { } moment) return Timestamp.FromDateTimeOffset(moment);
        throw new UsageException($"'{text}' is neither a version nor a time like 2026-03-02T14:30.");
    }
}
