namespace CareTeam.Server.Rules;

/// <summary>The rules in force: the catalog as shipped, and this site's versions of them. Read once, at the start; it never changes while the server runs.</summary>
public sealed class RuleTable
{
    private readonly ILookup<string, RuleVersion> versions;

    private RuleTable(IEnumerable<RuleVersion> all)
    {
        versions = all.ToLookup(v => v.Id);
        var text = string.Join('\n', All.OrderBy(v => (v.Id, v.Payer, v.Region, v.Effective)).Select(v =>
            $"{v.Id} {v.Severity} {v.Payer} {v.Region} {v.Effective:O} {string.Join(';', v.Parameters.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Value.GetRawText()))}"));
        Fingerprint = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{Storage.Build.Id}\n{text}")))[..16];
    }

    public static RuleTable Shipped { get; } = Load(null);

    public IEnumerable<RuleVersion> All => versions.SelectMany(v => v);

    /// <summary>Tells this table, and the code that reads it, from any other, so that what was worked out by them is known to be of them.</summary>
    public string Fingerprint { get; }

    public bool Knows(string ruleId) => versions.Contains(ruleId);

    /// <summary>InvalidDataException names everything that is wrong with the site's file.</summary>
    public static RuleTable Load(string? siteFile)
    {
        var problems = new List<string>();
        var all = RuleCatalog.Shipped(problems);
        if (!string.IsNullOrWhiteSpace(siteFile)) all = [.. RuleCatalog.OfSite(siteFile, all, problems)];
        foreach (var zone in all.Where(v => v.Id == Calendar.TimeZone.Id && !TimeZoneInfo.TryFindSystemTimeZoneById(v.Word("zone"), out _)))
            problems.Add($"Rule '{zone.Id}' names a time zone '{zone.Word("zone")}', which this machine does not know.");
        return problems.Count == 0 ? new(all) : throw new InvalidDataException(string.Join(Environment.NewLine, problems));
    }

    /// <summary>
    /// The version for a payer and a region on a day: of those in force the one that says most about both, the payer before the region, then the site's own, then the
    /// newest. Null when it is off, and while the rule is not in force yet.
    /// </summary>
    public RuleVersion? InForce(RuleKey key, Coverage? coverage, DateOnly day) => versions[key.Id]
        .Where(v => v.Effective <= day && (v.Payer.Length == 0 || v.Payer == coverage?.Payer) && (v.Region.Length == 0 || v.Region == coverage?.Region))
        .OrderByDescending(v => v.Payer.Length > 0).ThenByDescending(v => v.Region.Length > 0).ThenByDescending(v => v.Configured).ThenByDescending(v => v.Effective)
        .FirstOrDefault() is { Severity: not RuleSeverity.Off } rule ? rule : null;

    /// <summary>The day after this one on which the next version of any rule comes into force; MaxValue when none does.</summary>
    public DateOnly NextVersion(DateOnly day) => All.Select(v => v.Effective).Where(e => e > day).DefaultIfEmpty(DateOnly.MaxValue).Min();

    public RuleVersion? InForce(RuleKey key, CarePlan plan, DateOnly day) => InForce(key, plan.Coverage, day);
}
