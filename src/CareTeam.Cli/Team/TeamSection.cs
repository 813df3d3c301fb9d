namespace CareTeam.Cli.Team;

internal static class TeamSection
{
    public static void Draw(Screen screen, CarePlan plan)
    {
        screen.Heading("Team", plan.Members.Count(m => m.Until is null), "now");
        foreach (var member in plan.Members.OrderBy(m => m.Until is not null))
        {
            var left = member.Until is null ? "" : $" [grey]until {Shown.Day(member.Until)}[/]";
            screen.Markup($"  {Shown.Safe(Shown.NameAndRole(member.Person))} [grey]{Shown.Safe(member.Person.PersonId)}, since {Shown.Day(member.Since)}[/]{left}{Supervisor(plan, member)}");
        }
    }

    private static string Supervisor(CarePlan plan, Member member)
    {
        if (member.Until is not null || member.Person.Role is not (Role.PhysicalTherapistAssistant or Role.OccupationalTherapyAssistant)) return "";
        var supervisor = plan.Members.FirstOrDefault(m => m.Until is null && m.Person.PersonId == member.SupervisorPersonId);
        return supervisor is null ? " [red]no supervisor[/]" : $" under {Shown.Safe(Shown.Name(supervisor.Person))}";
    }
}
