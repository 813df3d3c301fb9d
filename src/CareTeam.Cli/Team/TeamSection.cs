namespace CareTeam.Cli.Team;

internal static class TeamSection
{
    public static void Draw(Screen screen, CarePlan plan)
    {
        screen.Heading("Team", plan.Members.Count(m => m.Until is null), "now");
        foreach (var member in plan.Members.OrderBy(m => m.Until is not null))
        {
            var left = member.Until is null ? "" : $" [grey]until {Shown.Day(member.Until)}[/]";
            screen.Markup($"  {Shown.Safe(Shown.NameAndRole(member.Person))} [grey]{Shown.Safe(member.Person.PersonId)}, since {Shown.Day(member.Since)}[/]{left}");
        }
    }
}
