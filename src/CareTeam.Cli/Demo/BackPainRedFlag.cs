using static CareTeam.Cli.Demo.DemoPeople;

namespace CareTeam.Cli.Demo;

/// <summary>Month three: the patient reports a warning sign; everything stops until a physician has dealt with it.</summary>
internal static class BackPainRedFlag
{
    public static void Tell(DemoPen pen)
    {
        pen.Warns(Bell, "bladder", RedFlagKind.CaudaEquina, "Since yesterday hard to start passing water, and a numb feeling when I sit.");
        pen.Asks(Lindqvist, "bladder scan", TaskKind.Evaluation, Discipline.Nursing, Mbeki, -96, "Post-void bladder scan, now",
            "Call me with the volume. Above 200 ml: emergency department at once.", TaskPriority.Stat);
        pen.Does(Mbeki, "bladder scan", "40 ml.");
        pen.Holds(Lindqvist, "Possible cauda equina syndrome: all therapy stops until examined today.");
        pen.Notes(Mbeki, "call", -96, new SoapNote
        {
            Subjective = "Rang: hesitancy since yesterday evening; started nortriptyline 25 mg at night 4 days ago. No leg weakness, no "
                + "incontinence. Numbness 'both thighs from the chair'.",
            Objective = "Post-void residual 40 ml.",
            Assessment = "Red flag raised by the patient; Dr. Lindqvist sees him within the hour.",
            Plan = "Urgent MRI arranged for today.",
        }, tasks: ["bladder scan"]);
        pen.Notes(Lindqvist, "red flag visit", -96, new SoapNote
        {
            Subjective = "Hesitancy without retention, on nortriptyline since 4 days. No saddle numbness on direct questioning.",
            Objective = "Perianal pinprick and anal tone normal, S1 reflexes present, EHL 4+/5 as before. Residual 40 ml. MRI today: protrusion "
                + "smaller than in the first study, no compression of the cauda.",
            Assessment = "No cauda equina syndrome. Anticholinergic effect of nortriptyline.",
            Plan = "Stop nortriptyline. Signs that need the emergency department explained again, in writing. Therapy resumes.",
        });
        pen.Clears(Lindqvist, "bladder",
            "Examined the same day: tone, saddle sensation and reflexes normal, residual 40 ml, MRI without compression. Nortriptyline stopped.");
        pen.Resumes(Lindqvist);
        pen.Cancels(Lindqvist, "epidural", "Leg pain 3/10 and falling; he prefers to go on without an injection.");
        pen.Revises(Okafor, "lift", "Lifts what the job asks, floor to waist, occasionally", "lift floor to waist", 10, 50, "[lb_av]", due: 28,
            "Two weeks lost to the red flag and its work-up; the job's demand of 50 lb is unchanged.", "max-lift-kg");
    }
}
