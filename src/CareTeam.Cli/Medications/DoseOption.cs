using System.Globalization;

namespace CareTeam.Cli.Medications;

/// <summary>A dose as people write it: 400 mg, 12 mcg/h, "2 tablets".</summary>
public static class DoseOption
{
    public static Option<MedicationDose?> Of(bool required) => new("--dose")
    {
        Description = "One dose: \"400 mg\", \"12 mcg/h\", \"1 patch\"",
        HelpName = "dose",
        Required = required,
        CustomParser = result =>
        {
            if (Parse(result.Tokens[^1].Value) is { } dose) return dose;
            result.AddError($"'{result.Tokens[^1].Value}' is no dose, like \"400 mg\".");
            return null;
        },
    };

    public static MedicationDose? Parse(string text)
    {
        var number = string.Concat(text.Trim().TakeWhile(c => char.IsAsciiDigit(c) || c == '.'));
        var unit = text.Trim()[number.Length..].Trim();
        return double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && unit.Length > 0 ? new() { Value = value, Unit = Ucum(unit) } : null;
    }

    // What is not here is UCUM already, or the server says what there is.
    private static string Ucum(string unit) => unit.ToLowerInvariant() switch
    {
        "mcg" => "ug",
        "mcg/h" or "mcg/hr" => "ug/h",
        "ml" => "mL",
        "iu" or "units" => "[IU]",
        "drops" or "drop" => "[drp]",
        "tablet" or "tablets" => "{tablet}",
        "patch" or "patches" => "{patch}",
        "application" or "applications" => "{application}",
        "puff" or "puffs" => "{puff}",
        _ => unit,
    };
}
