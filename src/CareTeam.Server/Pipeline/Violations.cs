using System.Globalization;
using Google.Rpc;

namespace CareTeam.Server.Pipeline;

/// <summary>Collects what is wrong with a request, field by field in the proto's names, so that the caller learns all of it at once.</summary>
public sealed class Violations
{
    private const int Most = 50;
    private readonly List<BadRequest.Types.FieldViolation> found = [];

    public IReadOnlyList<BadRequest.Types.FieldViolation> Found => found;

    /// <summary>No more fit into an answer; a check that costs may stop.</summary>
    public bool IsFull => found.Count >= Most;

    public void Add(string field, string description)
    {
        // A status travels in HTTP/2 trailers of limited size.
        if (found.Count < Most && !found.Any(v => v.Field == field))
            found.Add(new BadRequest.Types.FieldViolation { Field = field, Description = description });
    }

    public void Required(string field, string value)
    {
        if (string.IsNullOrWhiteSpace(value)) Add(field, "is required");
    }

    public void Text(string field, string value, int longest, bool required = true)
    {
        if (required) Required(field, value);
        if (value.Length > longest) Add(field, $"has {value.Length} characters; at most {longest} are allowed");
    }

    public void Required<TEnum>(string field, TEnum value) where TEnum : struct, Enum
    {
        if (EqualityComparer<TEnum>.Default.Equals(value, default)) Add(field, "is required");
    }

    public void Range(string field, int value, int least, int most)
    {
        if (value < least || value > most) Add(field, $"is {value}; it must be from {least} to {most}");
    }

    public void AtMost<T>(string field, ICollection<T> values, int most)
    {
        if (values.Count > most) Add(field, $"has {values.Count} values; at most {most} are allowed");
        if (values.Distinct().Count() != values.Count) Add(field, "names the same value twice");
    }

    public static bool IsId(string value) => value.Length == 36 && Guid.TryParseExact(value, "D", out var id) && id.ToString("D") == value;

    public static bool IsDate(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 1900 and < 2200;
}
