namespace CareTeam.Cli.Plans;

internal static class GoalSection
{
    public static void Draw(Screen screen, CarePlan plan)
    {
        if (plan.Goals.Count == 0) return;
        screen.Heading("Goals", plan.Goals.Count(g => g.Status == GoalStatus.Active), "active");
        var listing = new Listing(screen, "What", "Goal", "Status", "What", "Measure", "Now", "By");
        foreach (var goal in plan.Goals.OrderBy(g => g.Status))
        {
            listing.Row(Shown.ShortId(goal.GoalId), PlanStyle.Status(goal.Status),
                Shown.Safe(goal.Description) + Shown.Aside(goal.StatusReason), Shown.Safe(GoalWords.Way(goal)),
                goal.Attainment is null ? "" : $"now {Shown.Safe(GoalWords.Attained(goal))}", goal.DueDate.Length > 0 ? $"by {goal.DueDate}" : "");
        }
        listing.Draw();
    }
}
