using System.Text.RegularExpressions;

namespace CareTeam.Server.Plans;

/// <summary>How a payer and a region are written, so that they match the rule table's.</summary>
public static partial class CoverageForm
{
    public static void Check(Coverage? coverage, Violations violations)
    {
        if (coverage is null) return;
        if (coverage.Payer.Length > 0 && !Payer().IsMatch(coverage.Payer)) violations.Add("coverage.payer", "is not a payer's name: lower-case letters, digits and dashes, up to 64");
        if (coverage.Region.Length > 0 && !Region().IsMatch(coverage.Region)) violations.Add("coverage.region", "is not a region of ISO 3166-2, like US-OH");
    }

    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]{0,63}\z")]
    private static partial Regex Payer();

    [GeneratedRegex(@"^[A-Z]{2}-[A-Z0-9]{1,3}\z")]
    private static partial Regex Region();
}
