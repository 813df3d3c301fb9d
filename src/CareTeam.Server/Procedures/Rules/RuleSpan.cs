namespace CareTeam.Server.Procedures;

/// <summary>A time that a rule's parameters give in months, weeks or days.</summary>
public readonly record struct RuleSpan(int Months, int Weeks, int Days)
{
    public static RuleSpan Of(RuleVersion rule) => new(Number(rule, "months"), Number(rule, "weeks"), Number(rule, "days"));

    public DateOnly After(DateOnly day) => day.AddMonths(Months).AddDays(7 * Weeks + Days);

    public override string ToString() => string.Join(" and ", new[] { Words(Months, "month"), Words(Weeks, "week"), Words(Days, "day") }.Where(w => w.Length > 0)) is { Length: > 0 } words ? words : "0 days";

    private static int Number(RuleVersion rule, string parameter) => rule.Parameters.ContainsKey(parameter) ? rule.Number(parameter) : 0;

    private static string Words(int count, string what) => count switch { 0 => "", 1 => $"1 {what}", _ => $"{count} {what}s" };
}
