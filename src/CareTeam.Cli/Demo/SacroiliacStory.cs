using static CareTeam.Cli.Demo.DemoPeople;
using static CareTeam.V1.Intervention;

namespace CareTeam.Cli.Demo;

/// <summary>On hold: the patient is abroad.</summary>
internal static class SacroiliacStory
{
    private const string Order = "pelvic stabilisation";

    public static void Tell(DemoPen pen)
    {
        pen.Joins(Lindqvist, Rivera, Okafor);
        pen.Diagnoses(Lindqvist, "M53.3", "Sacrococcygeal disorders, not elsewhere classified: right sacroiliac joint", onset: -130);
        pen.Activates(Lindqvist);
        pen.Sets(Rivera, "stand", "Stands through a lesson", "standing tolerance", 10, 45, "min", due: 40);
        pen.Examines(Lindqvist, "exam", pen.Mon(-6), "test faber right positive", "test thigh-thrust right positive", "test gaenslen right positive", "test slr right negative", "strength L5 right 5", "strength S1 right 5");
        pen.OrdersTherapy(Lindqvist, Order, Discipline.PhysicalTherapy, pen.Mon(-6),
            pen.Course("pelvic stabilisation", ["M53.3"], ["stand"], aWeek: 1, weeks: 14, pen.Thu(-6), reevaluate: pen.Thu(4)), Rivera);
        pen.Certifies(Lindqvist, Order, pen.Mon(-6));
        pen.Treats(Rivera, Order, pen.Thu(-6), "5>4", 40, "Finds the deep abdominals; belt helps.", [TherapeuticExercise]);
        pen.Treats(Rivera, Order, pen.Thu(-5), "5>4", 40, "Single-leg stance without dropping the pelvis.", [TherapeuticExercise]);
        pen.Holds(Lindqvist, "Abroad for family reasons until the end of next month.");
    }
}
