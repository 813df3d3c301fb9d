namespace CareTeam.Cli.Plans;

/// <summary>States in the colours of a ward board: what asks for attention stands out, what is over steps back.</summary>
public static class PlanStyle
{
    public static string Status(PlanStatus status) => Coloured(Shown.Words(status), status switch
    {
        PlanStatus.Active => "green",
        PlanStatus.OnHold => "yellow",
        PlanStatus.Completed or PlanStatus.Revoked => "grey",
        _ => "blue",
    });

    public static string Status(TaskStatus status) => Coloured(Shown.Words(status), status switch
    {
        TaskStatus.InProgress => "green",
        TaskStatus.Requested => "blue",
        TaskStatus.Declined => "red",
        TaskStatus.Completed or TaskStatus.Cancelled => "grey",
        _ => "default",
    });

    public static string Status(GoalStatus status) => Coloured(Shown.Words(status), status switch
    {
        GoalStatus.Achieved => "green",
        GoalStatus.NotAchieved => "red",
        GoalStatus.Cancelled => "grey",
        _ => "default",
    });

    /// <summary>A due day of something that is not done yet.</summary>
    public static string Due(string day)
    {
        var today = DayOption.Iso(DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime));
        var order = string.CompareOrdinal(day, today);
        return day.Length == 0 ? "" : order < 0 ? $"[red]{day} overdue[/]" : order == 0 ? $"[yellow]{day} today[/]" : day;
    }

    private static string Coloured(string words, string colour) => $"[{colour}]{words}[/]";
}
