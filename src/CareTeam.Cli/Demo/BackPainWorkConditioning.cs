using static CareTeam.Cli.Demo.DemoPeople;
using static CareTeam.V1.Intervention;

namespace CareTeam.Cli.Demo;

/// <summary>Weeks 24 to 34: occupational therapy simulates the job, by weekly quotas; the last step passes the limit of the order, and a physician answers for it.</summary>
internal static class BackPainWorkConditioning
{
    private const string Order = "work conditioning";

    public static void Tell(DemoPen pen)
    {
        pen.Chapter("Weeks 24 to 34: work conditioning, occupational therapy");
        pen.Evaluates(Okafor, "work evaluation", pen.Wed(-11), "3>3", "Lifts 25 lb floor to waist without guarding; the job asks for 50 lb occasionally, 25 lb frequently, 8 h on foot.");
        pen.Measures(Okafor, "max-lift-kg", pen.Wed(-11), "25lb");
        pen.OrdersTherapy(Okafor, Order, Discipline.OccupationalTherapy, pen.Wed(-11),
            pen.Course("work conditioning and simulation", ["M47.816"], ["lift", "daily", "work"], aWeek: 1, weeks: 12, pen.Wed(-10), reevaluate: pen.Wed(-5), mostPounds: 40, "no lift from the floor beyond 40 lb"),
            Okafor, "work evaluation");
        pen.Certifies(Lindqvist, Order, pen.Thu(-11));
        pen.SetsQuota(Okafor, Order, GradedActivity.Lifting, 25, pen.Mon(-10), "What he lifts now, every week.");
        pen.SetsQuota(Okafor, Order, GradedActivity.WorkSimulationTime, 30, pen.Mon(-8), "Order picking circuit, half an hour.");
        Treats(pen, -10, "3>2", "Shelf to shelf, waist high.", 25, 0);
        Treats(pen, -9, "3>2", "Floor to waist, 25 lb, ten times.", 25, 0);
        Treats(pen, -8, "2>2", "First circuit, 20 lb, 30 minutes.", 30, 30);
        pen.SetsQuota(Okafor, Order, GradedActivity.Lifting, 35, pen.Mon(-7), "30 lb without after-pain.");
        Treats(pen, -7, "2>2", "Circuit 40 minutes; pauses by the timer.", 35, 40);
        Treats(pen, -6, "3>3", "Lighter after the flare-up, no break-off.", 35, 45);
        pen.Measures(Okafor, "max-lift-kg", pen.Wed(-6), "35lb");
        pen.SetsQuota(Okafor, Order, GradedActivity.WorkSimulationTime, 60, pen.Mon(-5), "An hour of the circuit.");
        pen.Treats(Okafor, Order, pen.Wed(-5), "2>1", 60, "Re-evaluation: 40 lb floor to waist, circuit of an hour at 30 lb.", [WorkSimulation], "", SessionPurpose.ReEvaluation, nextEvaluation: pen.Wed(1),
            amounts: [(GradedActivity.Lifting, 40), (GradedActivity.WorkSimulationTime, 60)]);
        WhatTheJobAsks(pen);
    }

    private static void WhatTheJobAsks(DemoPen pen)
    {
        pen.Refused("therapy.weight-limit", () => pen.SetsQuota(Okafor, Order, GradedActivity.Lifting, 50, pen.Mon(-4), "What the job asks."));
        pen.SetsQuota(Lindqvist, Order, GradedActivity.Lifting, 50, pen.Mon(-4), "What the job asks.", "therapy.weight-limit",
            "40 lb for two weeks without after-pain, facet loading negative; the job asks for 50 lb, and he is to lift it here first.");
        Treats(pen, -4, "1>1", "45 lb floor to waist, twice.", 45, 75);
        pen.SetsQuota(Okafor, Order, GradedActivity.WorkSimulationTime, 120, pen.Mon(-3), "Two hours of the circuit, as in a shift.");
        Treats(pen, -3, "1>1", "50 lb once, clean; two hours of the circuit.", 50, 120);
        Treats(pen, -2, "1>1", "50 lb five times in an hour.", 50, 120);
        pen.Measures(Okafor, "max-lift-kg", pen.Wed(-2), "50lb");
        pen.Measures(Bell, "psfs", pen.Wed(-2), "put on shoes=9, carry the laundry=8, stand through a shift change=8");
        pen.Reaches(Okafor, "lift", "50 lb floor to waist, measured and repeated in the circuit.");
        pen.Reaches(Okafor, "daily", "PSFS 2.7 to 8.3.");
        pen.ReportsProgress(Okafor, "work report", Order, pen.Wed(-2), new()
        {
            Objective = "50 lb floor to waist (10), two hours of the circuit, PSFS 8.3 (2.7).",
            Assessment = "Does what the job asks, for as long as a half shift.",
            Plan = "One look at the job itself, then discharge.",
        }, ProgressRecommendation.Continue);
        Treats(pen, -1, "1>1", "On the job, by video: watched three lifts of 45 lb.", 50, 120);
    }

    private static void Treats(DemoPen pen, int week, string pain, string response, double pounds, double minutes) =>
        pen.Treats(Okafor, Order, pen.Wed(week), pain, 60, response, [WorkSimulation], amounts: minutes > 0
            ? [(GradedActivity.Lifting, pounds), (GradedActivity.WorkSimulationTime, minutes)]
            : [(GradedActivity.Lifting, pounds)]);
}
