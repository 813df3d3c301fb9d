using System.Globalization;
using System.Text.RegularExpressions;

namespace CareTeam.Cli.Outcomes;

/// <summary>An answer as people type it: 3, - for one left out, 20lb, "walk the dog=4", or a code.</summary>
public static partial class AnswerText
{
    public static ItemAnswer Parse(string text)
    {
        var answer = new ItemAnswer();
        if (text.Split('=') is [.. { Length: > 0 } words, var rating])
        {
            answer.Activity = string.Join('=', words).Trim();
            text = rating.Trim();
        }
        if (text == "-") return answer;
        if (Amount().Match(text) is { Success: true } amount)
        {
            answer.Value = double.Parse(amount.Groups[1].Value, CultureInfo.InvariantCulture);
            answer.Unit = amount.Groups[2].Value switch { "lb" or "lbs" => "[lb_av]", var unit => unit };
        }
        else answer.Code = text;
        return answer;
    }

    [GeneratedRegex(@"^(-?\d+(?:\.\d+)?)\s*([a-z]*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Amount();
}
