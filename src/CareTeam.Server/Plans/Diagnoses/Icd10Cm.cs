using System.Text.RegularExpressions;

namespace CareTeam.Server.Plans;

/// <summary>ICD-10-CM codes: their form, and codes of this field that are no longer valid. Source: CDC/CMS code files FY2022 and FY2025.</summary>
public static partial class Icd10Cm
{
    private static readonly Dictionary<string, string> Expired = new()
    {
        ["M54.5"] = "was replaced on 2021-10-01 by M54.50 (unspecified), M54.51 (vertebrogenic) and M54.59 (other low back pain)",
        ["M51.36"] = "was replaced on 2024-10-01 by M51.360, M51.361, M51.362 and M51.369",
        ["M51.37"] = "was replaced on 2024-10-01 by M51.370, M51.371, M51.372 and M51.379",
    };

    /// <summary>What is wrong with the code; null when it may be used.</summary>
    public static string? Problem(string code) =>
        code.Length == 0 ? null
        : !Form().IsMatch(code) ? "is not an ICD-10-CM code with its dot, like M54.16"
        : Expired.GetValueOrDefault(code);

    [GeneratedRegex(@"^[A-TV-Z][0-9][0-9AB](\.[0-9A-Z]{1,4})?\z")]
    private static partial Regex Form();
}
