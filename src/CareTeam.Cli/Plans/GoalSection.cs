namespace CareTeam.Cli.Plans;

internal static class GoalSection
{
    public static void Draw(Screen screen, CarePlan plan)
    {
        if (plan.Goals.Count == 0) return;
        screen.Heading("Goals", plan.Goals.Count(g => g.Status == GoalStatus.Active), "active");
        var listing = new Listing(screen, "What", "Goal", "Status", "What", "Measure", "Baseline", "Target", "Now", "By");
        foreach (var goal in plan.Goals.OrderBy(g => g.Status))
        {
            listing.Row(Shown.ShortId(goal.GoalId), PlanStyle.Status(goal.Status),
                Shown.Safe(goal.Description) + Shown.Aside(goal.StatusReason), Shown.Safe(goal.Measure),
                goal.HasBaseline ? Shown.Safe(Shown.Number(goal.Baseline, goal.Unit)) : "",
                goal.HasTarget ? Shown.Safe(Shown.Number(goal.Target, goal.Unit)) : "", Shown.Safe(GoalWords.Attained(goal)), goal.DueDate);
        }
        listing.Draw();
    }
}
