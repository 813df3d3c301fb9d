using static CareTeam.Cli.Demo.DemoPeople;

namespace CareTeam.Cli.Demo;

/// <summary>Week 1: history, examination, baseline, goals; and an MRI that is not ordered yet.</summary>
internal static class BackPainEvaluation
{
    public static void Tell(DemoPen pen)
    {
        pen.Chapter("Week 1: the evaluation");
        pen.Joins(Lindqvist, Rivera, Park, Okafor, Haddad, Mbeki, Osei, Bell);
        pen.Supervises(Lindqvist, Rivera, Park);
        pen.Covers(Lindqvist, "evicore", "US-OH");
        pen.Diagnoses(Lindqvist, "M54.59", "Other low back pain: axial, left more than right", onset: pen.Mon(-54));
        pen.Activates(Lindqvist);
        pen.Refused("imaging.prior-care", () => pen.Orders(Lindqvist, "mri too early", StudyModality.Mri, StudyIndication.PersistentAfterManagement, Mbeki, pen.Thu(-34),
            "What is the structural cause of the pain?"));
        pen.Notes(Lindqvist, "evaluation", pen.Mon(-34), new SoapNote
        {
            Subjective = "Warehouse order picker, 5 months of low back pain since he caught a falling crate of 60 lb. Left more than right, into the buttock and the lateral thigh, never below "
                + "the knee; NPRS 7/10. Worse standing, bending backwards and turning, better sitting bent forward. His GP treated him for 16 weeks: ibuprofen, advice to stay active, a sheet of "
                + "exercises, done most days, without enough relief. Off work for 5 weeks. ODI 46 %.",
            Objective = "Extension 10 degrees, painful; left lateral flexion painful. Facet loading left reproduces his pain. Straight-leg raise negative, strength, reflexes and sensation of both "
                + "legs normal. No sacroiliac provocation. STarT Back 6, psychosocial 4: high risk.",
            Assessment = "Persistent axial low back pain, clinically of the lumbar facet joints. No red flag. Deconditioned, afraid of bending, worried about the job.",
            Plan = "Six weeks of structured care first: medication review, PT, OT, psychology. Imaging and, if the pain persists, diagnostic blocks after that. Goals agreed with him today.",
        }, redFlagsAsked: true);
        pen.Examines(Lindqvist, "first exam", pen.Mon(-34),
            "gait antalgic left", "rom lumbar-spine flexion 50", "rom lumbar-spine extension 10 painful", "rom lumbar-spine lateral-flexion left 12 painful",
            "test facet-loading left positive left low back and buttock", "test facet-loading right negative", "test slr left negative", "test slr right negative", "test slump left negative",
            "test faber left negative", "test thigh-thrust left negative", "test prone-instability positive", "test heel-walk left negative", "test toe-walk left negative",
            "strength L4 left 5", "strength L5 left 5", "strength S1 left 5", "reflex patellar left 2", "reflex achilles left 2", "sensation L5 left pinprick normal", "sensation S1 left pinprick normal");
        Baseline(pen);
        Goals(pen);
    }

    private static void Baseline(DemoPen pen) => pen.Together("answers the questionnaires of the first visit: ODI 46 %, worst pain 7/10", () =>
    {
        pen.Measures(Lindqvist, "rtw-status", pen.Mon(-34), "off_work_condition");
        pen.Measures(Bell, "start-back-9", pen.Mon(-34), "1, 1, 0, 0, 1, 1, 1, 0, 3");
        pen.Measures(Bell, "fabq", pen.Mon(-34), "4, 5, 4, 5, 4, 4, 5, 3, 4, 5, 4, 4, 3, 2, 4, 3");
        pen.Measures(Bell, "phq9", pen.Mon(-34), "2, 1, 2, 1, 1, 1, 1, 0, 0");
        pen.Measures(Bell, "pseq", pen.Mon(-34), "2, 2, 2, 2, 3, 2, 2, 3, 2, 2");
        pen.Measures(Bell, "psfs", pen.Mon(-34), "put on shoes=3, carry the laundry=2, stand through a shift change=3");
        pen.Measures(Bell, "odi", pen.Mon(-34), "3, 2, 3, 2, 3, 3, 2, 2, 2, 1");
        pen.Hurts(Bell, pen.Mon(-34), 7);
    });

    private static void Goals(DemoPen pen)
    {
        pen.Sets(Lindqvist, "odi", "Daily life without the back in charge", "ODI", 46, 20, "%", due: pen.Fri(2), "odi");
        pen.Sets(Rivera, "walk", "Walks to work and back at his own pace", "6MWT", 330, 500, "m", due: pen.Fri(-2), "6mwt");
        pen.Sets(Okafor, "daily", "Shoes, laundry and standing as before", "PSFS", 2.7, 7, "", due: pen.Fri(-2), "psfs");
        pen.Sets(Haddad, "confidence", "Trusts himself to be active despite pain", "PSEQ", 22, 35, "", due: pen.Fri(-20), "pseq");
        pen.Sets(Okafor, "lift", "Lifts what the job asks, floor to waist, occasionally", "lift floor to waist", 10, 50, "[lb_av]", due: pen.Fri(-6), "max-lift-kg");
        pen.Sets(Lindqvist, "work", "Back to order picking, full duty", "hours of work a week", 0, 40, "h", due: pen.Fri(4));
    }
}
