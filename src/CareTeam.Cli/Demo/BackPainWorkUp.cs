using static CareTeam.Cli.Demo.DemoPen;
using static CareTeam.Cli.Demo.DemoPeople;
using static CareTeam.V1.Intervention;

namespace CareTeam.Cli.Demo;

/// <summary>Weeks 7 to 12: the pain persists after structured care, so it is imaged; a tingling foot gets its own answer. The tenth treatment day asks for a report.</summary>
internal static class BackPainWorkUp
{
    public static void Tell(DemoPen pen)
    {
        pen.Chapter("Weeks 7 to 12: the pain persists, and is worked up");
        Measured(pen, "ODI 44 % after 2 weeks", pen.Mon(-32), "3, 2, 3, 2, 3, 3, 2, 2, 1, 1", 6);
        Measured(pen, "ODI 40 % after 6 weeks", pen.Mon(-28), "2, 2, 3, 2, 2, 3, 2, 2, 1, 1", 6);
        pen.Notes(Lindqvist, "six weeks", pen.Mon(-27), new SoapNote
        {
            Subjective = "Six weeks of PT, OT, psychology and naproxen: better in daily life, the pain itself hardly changes, 6/10 on standing. New for 2 weeks: tingling over the left foot after kneeling.",
            Objective = "Facet loading left positive as before. Left big toe extension 4+/5, pinprick over the dorsum reduced, Tinel at the fibular head positive.",
            Assessment = "Persistent axial pain after six weeks of medical management: candidate for intervention. Foot: peroneal nerve at the fibular head, or L5?",
            Plan = "Lumbar MRI without contrast, radiographs, EMG/NCS of the left leg. Duloxetine.",
        }, goals: ["odi"]);
        pen.Examines(Lindqvist, "six-week exam", pen.Mon(-27),
            "gait normal", "rom lumbar-spine extension 12 painful", "test facet-loading left positive left low back and buttock", "test slr left negative", "test tinel-fibular-head left positive tingling to the dorsum",
            "strength L4 left 5", "strength L5 left 4+ extensor hallucis longus", "strength S1 left 5", "reflex patellar left 2", "reflex achilles left 2", "sensation L5 left pinprick reduced", "sensation S1 left pinprick normal");
        pen.Orders(Lindqvist, "x-ray", StudyModality.XRay, StudyIndication.PersistentAfterManagement, Mbeki, pen.Wed(-27), "Alignment, instability on flexion and extension?");
        pen.Orders(Lindqvist, "mri", StudyModality.Mri, StudyIndication.PersistentAfterManagement, Mbeki, pen.Fri(-27), "Facet joints, discs, L5 root left?", priorCare: (pen.Mon(-50), "evaluation"));
        pen.Orders(Lindqvist, "emg", StudyModality.EmgNcs, StudyIndication.RadiculopathyOrEntrapment, Osei, pen.Thu(-25), "L5 radiculopathy or peroneal neuropathy at the fibular head?",
            BodyRegion.LowerLimb, Side.Left, onset: pen.Mon(-29));
        pen.Prescribes(Lindqvist, "duloxetine", "30 mg", TimesADay(1), "Chronic low back pain", pen.Mon(-27));
        pen.Reports(Mbeki, "x-ray", pen.Wed(-27), "Normal alignment, no instability. Facet arthropathy L4-L5 and L5-S1.", "Dr. A. Wynn, radiology", "imaging facet-arthropathy L4-L5 bilateral mild");
        pen.Reports(Mbeki, "mri", pen.Fri(-27), "Facet arthropathy L4-L5 and L5-S1, left more than right, with effusion. No root compression.", "Dr. A. Wynn, radiology",
            "imaging facet-arthropathy L4-L5 left moderate with joint effusion", "imaging facet-arthropathy L5-S1 left mild", "imaging disc-bulge L4-L5 mild without contact to the L5 root");
        pen.Reports(Osei, "emg", pen.Thu(-25), "Mild left peroneal neuropathy at the fibular head. No evidence of L5 radiculopathy.", "",
            "conduction superficial-peroneal sensory left amplitude 6 uV abnormal", "conduction sural sensory left amplitude 14 uV normal",
            "conduction deep-peroneal motor left velocity 36 m/s abnormal across the fibular head", "conduction deep-peroneal motor left amplitude-drop 30 % abnormal across the fibular head",
            "needle tibialis-anterior left abnormal fib 1 recruitment reduced", "needle tibialis-posterior left normal", "needle gluteus-medius left normal", "needle lower-lumbar-paraspinals left normal",
            "conclude entrapment peroneal left mild fibular head");
        pen.Diagnoses(Lindqvist, "G57.32", "Lesion of lateral popliteal nerve, left: peroneal neuropathy at the fibular head, mild", onset: pen.Mon(-29));
        pen.Diagnoses(Lindqvist, "M47.816", "Spondylosis without myelopathy or radiculopathy, lumbar: facet joints L4-L5 and L5-S1", onset: pen.Mon(-54));
        pen.Teaches(Rivera, EducationTopic.Ergonomics, pen.Tue(-24), TeachBackResult.Understood, "Knee pad, no kneeling on the left, no crossed legs. The foot needs weeks, not treatment.");
        pen.Changes(Lindqvist, "duloxetine", "60 mg", "Tolerated for three weeks, pain 5/10.");
        TheTenthDay(pen);
    }

    private static void TheTenthDay(DemoPen pen)
    {
        const string order = BackPainConservativeCare.Order;
        pen.PreparesReport(Park, "report 1", order, pen.Tue(-23), "'I can stand through dinner.' Back 5/10, foot tingles less.", "Trunk flexor endurance 52 s (28), side bridge left 35 s (22), carries 10 lb.");
        pen.Refused("therapy.progress-report", () => Eleventh(pen, order));
        pen.ReportsProgress(Rivera, "report 1", order, pen.Tue(-23), new()
        {
            Objective = "As prepared by Jun Park; 6MWT 372 m.",
            Assessment = "Trunk control and endurance improve steadily; pain on extension does not, and limits standing.",
            Plan = "Continue once a week; load when the pain generator is known.",
        }, ProgressRecommendation.Continue);
        Eleventh(pen, order);
    }

    private static void Eleventh(DemoPen pen, string order) =>
        pen.Treats(Rivera, order, pen.Fri(-23), "5>4", 30, "Walks on the treadmill, 15 minutes without a rest.", [TherapeuticExercise, GaitTraining], "dead bug=3x10");

    /// <summary>ODI and the worst pain of the day.</summary>
    public static void Measured(DemoPen pen, string words, int day, string odi, int worst) => pen.Together($"answers again: {words}, worst pain {worst}/10", () =>
    {
        pen.Measures(Bell, "odi", day, odi);
        pen.Hurts(Bell, day, worst);
    });
}
