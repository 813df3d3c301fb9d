using static CareTeam.Cli.Demo.DemoPen;
using static CareTeam.Cli.Demo.DemoPeople;
using static CareTeam.V1.Intervention;

namespace CareTeam.Cli.Demo;

/// <summary>Active, two weeks old: EMG is too early to be sure, MRI has to wait, and an oral order waits for its signature.</summary>
internal static class SciaticaStory
{
    private const string Order = "directional preference";

    public static void Tell(DemoPen pen)
    {
        pen.Joins(Lindqvist, Rivera, Osei, Mbeki);
        pen.Diagnoses(Lindqvist, "M54.16", "Radiculopathy, lumbar region: left L5", onset: -14);
        pen.Activates(Lindqvist);
        pen.NoAllergies(Mbeki, pen.Wed(-2));
        pen.Measured(Mbeki, SafetyFactKind.Egfr, 104, pen.Wed(-2));
        pen.Prescribes(Lindqvist, "naproxen", "500 mg", TimesADay(2), "Left leg pain, with food", pen.Wed(-2), until: 14, boxedWarningTold: true);
        pen.Examines(Lindqvist, "exam", pen.Wed(-2), "test slr left positive 40 leg pain to the foot", "strength L5 left 4+ extensor hallucis longus", "strength S1 left 5", "reflex achilles left 2", "sensation L5 left pinprick reduced", "gait antalgic left");
        pen.Sets(Lindqvist, "odi", "Teaches a full day", "ODI", 52, 20, "%", due: 60, "odi");
        pen.Measures(Mbeki, "odi", pen.Wed(-2), "4, 2, 3, 3, 3, 3, 2, 2, 2, 2");
        pen.Refused("imaging.prior-care", () => pen.Orders(Lindqvist, "mri", StudyModality.Mri, StudyIndication.PersistentAfterManagement, Mbeki, 7, "Disc herniation L4-L5?"));
        pen.Orders(Lindqvist, "emg", StudyModality.EmgNcs, StudyIndication.SuspectedRadiculopathy, Osei, 3, "Axonal loss of L5?", BodyRegion.LowerLimb, Side.Left);
        pen.OrdersTherapy(Rivera, Order, Discipline.PhysicalTherapy, pen.Thu(-2),
            pen.Course("extension by directional preference", ["M54.16"], ["odi"], aWeek: 2, weeks: 6, pen.Thu(-2), reevaluate: 21), Rivera);
        pen.OrderedOrally(Rivera, Order, Lindqvist, pen.Thu(-2));
        pen.PrescribesExercise(Rivera, "press-up", Order, pen.Thu(-2), ExerciseCategory.Flexibility, "Prone press-up", "1x10, home 14/week", "Stop when the leg pain goes further down.");
        pen.Treats(Rivera, Order, pen.Thu(-2), "8>6", 40, "Leg pain draws back to the knee with press-ups.", [TherapeuticExercise]);
        pen.Treats(Rivera, Order, pen.Tue(-1), "6>4", 40, "To the buttock only; sits 20 minutes.", [TherapeuticExercise, ManualTherapy]);
    }
}
