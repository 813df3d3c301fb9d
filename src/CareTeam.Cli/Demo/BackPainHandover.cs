using static CareTeam.Cli.Demo.DemoPeople;

namespace CareTeam.Cli.Demo;

/// <summary>Weeks 26 to 29: Dr. Lindqvist is away, and the lead goes to Dr. Osei and back.</summary>
internal static class BackPainHandover
{
    public static void Tell(DemoPen pen)
    {
        pen.Chapter("Weeks 26 to 29: the lead is handed over, and back");
        pen.Proposes(Lindqvist, "leave", Osei, "Parental leave for three weeks, from tomorrow.");
        pen.DeclinesTheLead(Osei, "leave", "At a congress until Thursday; from Friday on gladly.");
        pen.Proposes(Lindqvist, "leave from friday", Osei, "Parental leave for three weeks, from Friday.");
        pen.TakesTheLead(Osei, "leave from friday");
        BackPainAblation.FollowUp(pen, Osei, pen.Tue(-6), 2, 75, "stands a shift change, walks two miles");
        BackPainWorkUp.Measured(pen, "ODI 20 % six weeks after the ablation", pen.Tue(-6), "1, 1, 2, 1, 1, 1, 1, 1, 0, 1", 2);
        pen.Notes(Osei, "six weeks after", pen.Tue(-6), new SoapNote
        {
            Subjective = "Back 2/10, once 4/10 for two days after helping a neighbour move. Asks for hours, not for pills.",
            Objective = "Extension 22 degrees without pain, facet loading negative. Lifts 35 lb. ODI 20 % (46 % at the start).",
            Assessment = "Lasting response to the ablation. What remains is capacity: 35 of 50 lb.",
            Plan = "Continue restoration; graded return at reduced hours from next week, if the employer agrees.",
        }, goals: ["odi", "lift", "work"]);
        pen.Proposes(Osei, "back", Lindqvist, "You are back, and he asks for you.");
        pen.TakesTheLead(Lindqvist, "back");
    }
}
