using static CareTeam.Cli.Demo.DemoPeople;
using static CareTeam.V1.Intervention;

namespace CareTeam.Cli.Demo;

/// <summary>Completed: walks to the market again, and needs nobody.</summary>
internal static class StenosisStory
{
    private const string Order = "flexion programme";

    public static void Tell(DemoPen pen)
    {
        pen.Joins(Lindqvist, Rivera);
        pen.Diagnoses(Lindqvist, "M48.062", "Spinal stenosis, lumbar region with neurogenic claudication", onset: -420);
        pen.Activates(Lindqvist);
        pen.Sets(Rivera, "walk", "Walks to the market and back", "6MWT", 180, 300, "m", due: pen.Fri(-4), "6mwt");
        pen.Measures(Rivera, "6mwt", pen.Tue(-12), "180", walk => (walk.Completion, walk.StopReason) = (TestCompletion.StoppedEarly, "Legs heavy after three minutes."));
        pen.OrdersTherapy(Lindqvist, Order, Discipline.PhysicalTherapy, pen.Mon(-12),
            pen.Course("flexion-based programme, cycling, rollator", ["M48.062"], ["walk"], aWeek: 1, weeks: 18, pen.Tue(-12), reevaluate: pen.Tue(5)), Rivera);
        pen.Certifies(Lindqvist, Order, pen.Mon(-12));
        pen.PrescribesDevice(Lindqvist, "rollator", pen.Mon(-12), DeviceKind.Walker, "Rollator, handles at 34 in", "Walks bent forward, and further", new() { Instructions = "Out of doors" }, null, Rivera);
        pen.Fits(Rivera, "rollator", pen.Tue(-12), "Height set; brakes shown and shown back.");
        foreach (var (week, pain, response) in ((int, string, string)[])
            [(-12, "4>3", "Cycles ten minutes without legs."), (-10, "4>2", "240 m with the rollator."), (-8, "3>2", "Market and back with one rest."), (-5, "2>1", "310 m, no rest.")])
            pen.Treats(Rivera, Order, pen.Tue(week), pain, 40, response, [TherapeuticExercise, GaitTraining]);
        pen.Measures(Rivera, "6mwt", pen.Tue(-5), "310", walk => walk.Aid = "rollator");
        pen.Reaches(Rivera, "walk", "310 m, measured twice.");
        pen.Discharges(Rivera, Order, DischargeReason.GoalsReached, pen.Tue(-4), "Shops by herself again; gym twice a week.");
        pen.Ends(Lindqvist, "Discharged to self-management.");
    }
}
