using System.Globalization;
using R4 = Hl7.Fhir.Model;

namespace CareTeam.Server.Interop;

/// <summary>FHIR dates of any precision as the days and times of a plan.</summary>
public static class FhirDates
{
    private const string Day = "yyyy-MM-dd", OutOfRange = "is not between the years 1900 and 2200";
    private static readonly DateTimeOffset Earliest = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero), Latest = new(2200, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>YYYY-MM-DD where it happened, whatever the zone; empty when only the month or the year is known, and the answer says so.</summary>
    public static string DayOf(this PlanDraft draft, R4.PrimitiveType? element, BundledResource resource, string path)
    {
        if (Text(draft.Take(element)) is not { } text) return "";
        if (text.Length < Day.Length) draft.Account.LeaveOut(resource, $"{resource.TypeName}.{path}", "is not a whole date");
        else if (Violations.IsDate(text[..Day.Length])) return text[..Day.Length];
        else if (Date(text[..Day.Length]) is null) draft.Broken(resource, path, R4Problem.NoSuchDate);
        else draft.Account.LeaveOut(resource, $"{resource.TypeName}.{path}", OutOfRange);
        return "";
    }

    /// <summary>The moment, or the first of the day, month or year; null when there is none that a plan can hold.</summary>
    /// <param name="isEnd">Of a period, which includes the whole of its end: see LastOf.</param>
    public static Timestamp? TimeOf(this PlanDraft draft, R4.PrimitiveType? element, BundledResource resource, string path, bool isEnd = false)
    {
        if (Text(draft.Take(element)) is not { } text) return null;
        if (Parse(text) is not { } time)
        {
            draft.Broken(resource, path, R4Problem.NoSuchDate);
            return null;
        }
        if (text.Length < Day.Length) draft.Account.LeaveOut(resource, $"{resource.TypeName}.{path}", $"is not a whole date; its {(isEnd ? "last" : "first")} day stands for it");
        if (time >= Earliest && time <= Latest) return Timestamp.FromDateTimeOffset(time);
        draft.Account.LeaveOut(resource, $"{resource.TypeName}.{path}", OutOfRange);
        return null;
    }

    /// <summary>The last moment of an end: of its day, month or year when it says no more. The time is its first, as TimeOf tells it.</summary>
    public static Timestamp LastOf(string text, Timestamp time)
    {
        var first = time.ToDateTime();
        var next = text.Length switch { 4 => first.AddYears(1), 7 => first.AddMonths(1), 10 => first.AddDays(1), _ => first };
        return next == first ? time : Timestamp.FromDateTime(next.AddTicks(-1));
    }

    /// <summary>Null when there is no such moment.</summary>
    public static DateTimeOffset? Parse(string text)
    {
        var whole = text.Length switch { 4 => text + "-01-01", 7 => text + "-01", _ => text };
        // A leap second is a second in FHIR, not in .NET.
        whole = whole.Replace(":60", ":59", StringComparison.Ordinal);
        return DateTimeOffset.TryParse(whole, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.ToUniversalTime() : null;
    }

    public static DateOnly? Date(string day) =>
        DateOnly.TryParseExact(day, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static string? Text(R4.PrimitiveType? element) => element switch
    {
        null => null,
        R4.Instant { Value: { } time } => time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture),
        _ => element.ToString() is { Length: >= 4 } text ? text : null,
    };
}
