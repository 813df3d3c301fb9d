using CareTeam.V1;

namespace CareTeam;

/// <summary>Roles and other enum values as people write them: PhysicalTherapist is physical-therapist.</summary>
public static class EnumWords
{
    public static string ToWords<TEnum>(this TEnum value) where TEnum : struct, Enum =>
        string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));

    /// <summary>The same in a sentence: physical therapist.</summary>
    public static string Spoken<TEnum>(this TEnum value) where TEnum : struct, Enum => value.ToWords().Replace('-', ' ');

    public static bool TryParseWords<TEnum>(string? words, out TEnum value) where TEnum : struct, Enum
    {
        value = default;
        var name = words?.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
        return !string.IsNullOrEmpty(name) && !char.IsDigit(name[0]) && Enum.TryParse(name, ignoreCase: true, out value)
            && Enum.IsDefined(value) && !EqualityComparer<TEnum>.Default.Equals(value, default);
    }
}
