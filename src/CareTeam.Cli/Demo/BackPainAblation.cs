using static CareTeam.Cli.Demo.DemoPeople;

namespace CareTeam.Cli.Demo;

/// <summary>Week 23: two concordant blocks allow the ablation; it opens the window for rehabilitation, and the order, the certificate and the medication follow.</summary>
internal static class BackPainAblation
{
    private const string Ablation = "ablation";

    public static void Tell(DemoPen pen)
    {
        const string order = BackPainConservativeCare.Order;
        pen.Chapter("Week 23: radiofrequency ablation, and the window that it opens");
        BackPainGenerator.ScheduleAblation(pen, Ablation, pen.Tue(-12));
        pen.Performs(Lindqvist, Ablation, pen.Tue(-12),
            "Medial branches L3 and L4 and the L5 dorsal ramus on the left, 80 degrees C for 90 s each, latex-free set. No motor response at 2 V. Home after an hour.");
        pen.RevisesTherapy(Lindqvist, order,
            pen.Course("functional restoration: core, lifting, walking", ["M54.59", "M47.816"], ["odi", "walk", "lift"], aWeek: 2, weeks: 33, pen.Tue(-33), reevaluate: pen.Tue(-6), mostPounds: 40,
                "progress load by 10 % when RPE is 13 or less", "no end-range extension under load for four weeks"),
            "The window after the ablation is for loading: twice a week until week 34.");
        pen.Certifies(Lindqvist, order, pen.Thu(-12), again: true);
        pen.Stops(Lindqvist, "naproxen", pen.Fri(-11), "Hardly needed since the ablation.");
        pen.GivesUp(Lindqvist, "tens", pen.Fri(-11), "Not needed since the ablation; returned.");
        pen.FollowsUp(Lindqvist, Ablation, pen.Tue(-10), 7, 3, 60, "stands 45 minutes");
        BackPainWorkUp.Measured(pen, "ODI 28 % two weeks after the ablation", pen.Tue(-10), "2, 1, 2, 1, 2, 2, 1, 1, 1, 1", 3);
        pen.Examines(Lindqvist, "exam after ablation", pen.Tue(-10),
            "gait normal", "rom lumbar-spine flexion 60", "rom lumbar-spine extension 22", "rom lumbar-spine lateral-flexion left 20",
            "test facet-loading left negative", "test facet-loading right negative", "test slr left negative", "test prone-instability negative", "test tinel-fibular-head left negative",
            "strength L4 left 5", "strength L5 left 5", "strength S1 left 5", "reflex patellar left 2", "reflex achilles left 2", "sensation L5 left pinprick normal", "sensation S1 left pinprick normal");
    }

    /// <summary>Six weeks later, by who leads the plan then; twelve weeks later, at the last visit.</summary>
    public static void FollowUp(DemoPen pen, Person by, int day, int after, int stated, string function) => pen.FollowsUp(by, Ablation, day, 7, after, stated, function);
}
