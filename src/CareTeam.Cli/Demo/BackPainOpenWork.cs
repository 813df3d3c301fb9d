using static CareTeam.Cli.Demo.DemoPeople;

namespace CareTeam.Cli.Demo;

/// <summary>What a newcomer finds to do on a plan that is nearly closed.</summary>
internal static class BackPainOpenWork
{
    public static void Tell(DemoPen pen)
    {
        pen.Chapter("What is left to do");
        pen.Asks(Lindqvist, "certificate", TaskKind.Administrative, Discipline.PhysicalMedicine, Lindqvist, 0, "Work status certificate for the employer: full duty", goals: ["work"]);
        pen.Accepts(Lindqvist, "certificate");
        pen.Asks(Lindqvist, "call", TaskKind.FollowUp, Discipline.Nursing, null, 0, "Call: first days at full duty, taper of duloxetine, flare-up plan at hand?");
        pen.Asks(Lindqvist, "summary", TaskKind.Administrative, Discipline.Nursing, Mbeki, -2, "Send the summary to his GP");
        pen.Accepts(Mbeki, "summary");
        pen.Asks(Lindqvist, "supervisor call", TaskKind.FollowUp, Discipline.VocationalRehabilitation, Novak, 2, "Weekly call with his supervisor", goals: ["work"]);
        pen.Accepts(Novak, "supervisor call");
        pen.Asks(Lindqvist, "closing", TaskKind.FollowUp, Discipline.PhysicalMedicine, Lindqvist, pen.Mon(3), "Closing visit: full duty held for four weeks?", "Then close the goal and the plan.",
            after: ["certificate"], goals: ["work"]);
    }
}
