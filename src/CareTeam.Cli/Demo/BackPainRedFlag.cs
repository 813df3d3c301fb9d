using static CareTeam.Cli.Demo.DemoPeople;
using static CareTeam.V1.Intervention;

namespace CareTeam.Cli.Demo;

/// <summary>Week 13: the therapist hears a warning sign; nothing is progressed until a physician has dealt with it.</summary>
internal static class BackPainRedFlag
{
    public static void Tell(DemoPen pen)
    {
        const string order = BackPainConservativeCare.Order;
        pen.Chapter("Week 13: a red flag");
        pen.Treats(Rivera, order, pen.Tue(-22), "5>5", 10, "Stopped after ten minutes: tells of trouble passing water since yesterday.", [Education]);
        pen.Warns(Rivera, "bladder", RedFlagKind.CaudaEquina, "Since yesterday hard to start passing water, and a numb feeling in the seat when he sits.");
        pen.Refused("red-flag.blocks-therapy-progression", () => Progress(pen));
        pen.Asks(Lindqvist, "bladder scan", TaskKind.Evaluation, Discipline.Nursing, Mbeki, pen.Tue(-22), "Post-void bladder scan, now",
            "Call me with the volume. Above 200 ml: emergency department at once.", TaskPriority.Stat);
        pen.Does(Mbeki, "bladder scan", "40 ml.");
        pen.Orders(Lindqvist, "emergency mri", StudyModality.Mri, StudyIndication.SuspectedCaudaEquina, Mbeki, pen.Tue(-22), "Compression of the cauda equina? Today.", priority: TaskPriority.Stat);
        pen.Examines(Lindqvist, "red flag exam", pen.Tue(-22),
            "strength L4 left 5", "strength L5 left 5", "strength S1 left 5", "reflex achilles left 2", "reflex patellar left 2", "sensation S3 bilateral pinprick normal", "sensation S4 bilateral pinprick normal",
            "sensation L5 left pinprick reduced", "test anal-sphincter-tone negative");
        pen.Reports(Mbeki, "emergency mri", pen.Tue(-22), "No compression of the cauda equina; unchanged against the first study.", "Dr. A. Wynn, radiology", "imaging facet-arthropathy L4-L5 left moderate");
        pen.Notes(Lindqvist, "red flag visit", pen.Tue(-22), new SoapNote
        {
            Subjective = "Hesitancy for a day, no incontinence, no saddle numbness on direct questioning. Duloxetine raised to 60 mg eight days ago.",
            Objective = "Perianal pinprick and anal tone normal, ankle reflexes present, strength full. Residual 40 ml. MRI today: no compression.",
            Assessment = "No cauda equina syndrome. Urinary hesitancy by duloxetine.",
            Plan = "Back to 30 mg. Signs that need the emergency department explained again, in writing. Therapy goes on.",
        });
        pen.Changes(Lindqvist, "duloxetine", "30 mg", "Urinary hesitancy at 60 mg; gone within two days.");
        pen.Clears(Lindqvist, "bladder", "Examined the same day: tone, saddle sensation and reflexes normal, residual 40 ml, MRI without compression. Duloxetine reduced.");
        pen.Teaches(Mbeki, EducationTopic.WarningSigns, pen.Tue(-22), TeachBackResult.Understood, "Bladder, bowel, saddle, leg weakness, fever: where to go and whom to call.");
        Progress(pen);
    }

    private static void Progress(DemoPen pen) =>
        pen.Progresses(Rivera, "dead bug", pen.Fri(-22), "3x12, 5 lb, clinic 1/week, home 4/week", "Clean at 3 x 10 for two weeks.");
}
