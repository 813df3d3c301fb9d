using static CareTeam.Cli.Demo.DemoPen;
using static CareTeam.Cli.Demo.DemoPeople;
using static CareTeam.V1.Intervention;

namespace CareTeam.Cli.Demo;

/// <summary>Active, and the team is behind: an order that nobody has certified in time, a progress report that falls due, a questionnaire that asks for a talk today.</summary>
internal static class AfterSurgeryStory
{
    private const string Order = "reconditioning";

    public static void Tell(DemoPen pen)
    {
        pen.Joins(Lindqvist, Rivera, Haddad, Mbeki);
        pen.Diagnoses(Lindqvist, "M96.1", "Postlaminectomy syndrome, not elsewhere classified: after fusion of L4-L5", onset: -400);
        pen.Activates(Lindqvist);
        pen.Sets(Lindqvist, "odi", "Up and about for half the day", "ODI", 58, 40, "%", due: 60, "odi");
        pen.Measures(Mbeki, "odi", pen.Mon(-5), "4, 3, 3, 2, 3, 3, 3, 3, 2, 3");
        pen.NoAllergies(Mbeki, pen.Mon(-5));
        pen.Prescribes(Lindqvist, "gabapentin", "300 mg", TimesADay(3), "Neuropathic leg pain", pen.Mon(-5));
        pen.OrdersTherapy(Rivera, Order, Discipline.PhysicalTherapy, pen.Mon(-5),
            pen.Course("reconditioning, graded walking", ["M96.1"], ["odi"], aWeek: 2, weeks: 10, pen.Tue(-5), reevaluate: pen.Fri(2), mostPounds: 10), Rivera);
        foreach (var week in Enumerable.Range(-5, 4))
        {
            pen.Treats(Rivera, Order, pen.Tue(week), "7>6", 40, $"Walks {8 + 2 * (week + 5)} minutes.", [TherapeuticExercise, GaitTraining]);
            if (week > -5) pen.Treats(Rivera, Order, pen.Fri(week), "7>6", 40, "Bridges, sit to stand.", [TherapeuticExercise]);
        }
        pen.Treats(Rivera, Order, pen.Tue(-1), "6>6", 40, "Walks 18 minutes. Quiet today, says little.", [TherapeuticExercise, GaitTraining]);
        pen.Measures(Mbeki, "phq9", pen.Fri(-1), "2, 2, 2, 2, 1, 2, 1, 1, 1");
    }
}
