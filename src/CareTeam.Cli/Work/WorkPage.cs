using System.Globalization;
using CareTeam.Cli.Plans;

namespace CareTeam.Cli.Work;

internal static class WorkPage
{
    public static void Draw(Screen screen, GetWorkResponse work)
    {
        var groups = WorkGroups.Of(work);
        screen.Markup($"[bold]{Day(work.TodayDate)}[/]  [grey]{(groups.Count == 0 ? "nothing waits for you" : string.Join(", ", groups.Select(g => g.Counted)))}[/]");
        if (groups.Count == 0) return;
        var listing = new Listing(screen, "What", "Due", "What", "Patient", "careteam ...");
        foreach (var group in groups)
        {
            listing.Group($"{group.Title} [grey]({(group.All > group.Rows.Count ? $"{group.Rows.Count} of {group.All}" : group.All)})[/]");
            foreach (var row in group.Rows)
                listing.Row(group.Title == "Red flags" ? $"[red]{row.Due}[/]" : PlanStyle.Due(row.Due), Shown.Safe(row.What), Shown.Safe(row.Patient), $"[grey]{Shown.Safe(row.Next)}[/]");
        }
        listing.Draw();
    }

    private static string Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("dddd, yyyy-MM-dd", CultureInfo.InvariantCulture);
}
