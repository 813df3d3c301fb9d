namespace CareTeam.Server.Plans;

public static class Lifecycle
{
    /// <summary>Refuses by a rule what a thing in another state would allow.</summary>
    public static void MustBe<TStatus>(string rule, string kind, string id, TStatus status, string toDo, params ReadOnlySpan<TStatus> allowed) where TStatus : struct, Enum
    {
        foreach (var one in allowed)
            if (EqualityComparer<TStatus>.Default.Equals(one, status)) return;
        var words = string.Join(" or ", allowed.ToArray().Select(s => s.ToWords()));
        throw Fault.Refused(rule, $"{kind}/{id}", $"The {kind} is {status.ToWords()}; to {toDo} it must be {words}.");
    }
}
