namespace CareTeam.Rules.Tests.Rules;

/// <summary>A rule table with a site's own file.</summary>
internal static class SiteRules
{
    public static RuleTable With(string json)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, json.Replace('\'', '"'));
            return RuleTable.Load(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
