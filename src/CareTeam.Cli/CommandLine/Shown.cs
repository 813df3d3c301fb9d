using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Spectre.Console;

namespace CareTeam.Cli.CommandLine;

/// <summary>How values look to a reader.</summary>
public static class Shown
{
    private const int ShortIdLength = 8;

    /// <summary>Others wrote the text: what it holds of control characters must not reach the terminal.</summary>
    public static string Plain(string? text) =>
        string.Concat((text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Select(c => char.IsControl(c) && c is not ('\n' or '\t') ? '\ufffd' : c));

    /// <summary>Plain text inside Spectre's markup.</summary>
    public static string Safe(string? text) => Markup.Escape(Plain(text));

    public static string ShortId(string id) => id.Length > ShortIdLength ? id[..ShortIdLength] : id;

    public static string Time(Timestamp? time) =>
        time is null ? "" : time.ToDateTimeOffset().ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public static string Day(Timestamp? time) =>
        time is null ? "" : time.ToDateTimeOffset().ToLocalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Name(Person? person) => person is null ? "" : person.Name.Length > 0 ? person.Name : person.PersonId;

    public static string NameAndRole(Person? person) => person is null ? "" : $"{Name(person)} ({Words(person.Role)})";

    /// <summary>An enum value in a sentence: physical therapist; nothing for an unspecified one.</summary>
    public static string Words<TEnum>(TEnum value) where TEnum : struct, System.Enum =>
        EqualityComparer<TEnum>.Default.Equals(value, default) ? "" : value.Spoken();

    /// <summary>What stands beside the point, in markup.</summary>
    public static string Aside(string text) => text.Length > 0 ? $" [grey]({Safe(text)})[/]" : "";

    /// <summary>The end of a sentence that tells why, or nothing.</summary>
    public static string Because(string? reason) => string.IsNullOrEmpty(reason) ? "" : $": {reason}";

    /// <summary>After what a correction is of, or nothing.</summary>
    public static string Corrected(string? reason) => string.IsNullOrEmpty(reason) ? "" : $", corrected ({reason})";

    public static string Number(double value, string unit) => $"{value.ToString("0.###", CultureInfo.InvariantCulture)}{UnitWords(value == 1 && unit == "points" ? "point" : unit)}";

    // UCUM's [lb_av] is lb to a reader.
    private static string UnitWords(string unit) => unit switch
    {
        "" => "",
        "%" => " %",
        _ => " " + unit.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Replace("_av", "", StringComparison.Ordinal),
    };
}
