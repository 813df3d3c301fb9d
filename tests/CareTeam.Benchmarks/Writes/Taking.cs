namespace CareTeam.Benchmarks.Writes;

/// <summary>One's own plans, one after the other and again from the first.</summary>
internal sealed class Taking(string[] plans)
{
    private int next = -1;

    public string Next() => plans[++next % plans.Length];
}
