using static CareTeam.Cli.Demo.DemoPeople;

namespace CareTeam.Cli.Demo;

/// <summary>Month one: history, examination, team, goals, and what each discipline finds.</summary>
internal static class BackPainEvaluation
{
    public static void Tell(DemoPen pen)
    {
        pen.Joins(Lindqvist, Rivera, Park, Okafor, Haddad, Mbeki, Osei, Bell);
        pen.Diagnoses(Lindqvist, "M54.16", "Radiculopathy, lumbar region: left L5, clinically", onset: -212);
        pen.Activates(Lindqvist);
        pen.Notes(Lindqvist, "evaluation", -152, new SoapNote
        {
            Subjective = "Warehouse order picker. Low back pain for 8 weeks after lifting a 60 lb crate, since week 2 with pain down "
                + "the left lateral leg to the dorsum of "
                + "the foot, NPRS 7/10 leg, 5/10 back. Worse sitting and bending, eased walking. Six weeks of NSAID, activity advice "
                + "and home exercises under his GP without enough relief. "
                + "No bladder or bowel change, no saddle numbness, no fever, weight loss or cancer history. Off work for 5 weeks. ODI 46 %.",
            Objective = "Gait antalgic, heel walk weak on the left. Left SLR 45 degrees reproduces leg pain, crossed SLR negative. Left extensor "
                + "hallucis longus 4/5, ankle dorsiflexion 4+/5, "
                + "reflexes symmetric, pinprick reduced over the left dorsal foot. Flexion limited to mid-shin with peripheralisation, "
                + "repeated extension centralises.",
            Assessment = "Left L5 radicular pain with mild motor deficit, probable L4-L5 disc displacement; centralises with extension. STarT "
                + "Back 5, psychosocial 3: medium risk. "
                + "Symptoms persist after 6 weeks of medical management: MRI is appropriate. Differential: peroneal neuropathy at the fibular head.",
            Plan = "Radiographs, lumbar MRI without contrast, EMG/NCS of the left leg. PT, OT and psychology evaluations. Red flags "
                + "explained, same-day number given.",
        });
        pen.Sets(Lindqvist, "odi", "Disability down to what daily life tolerates", "ODI", 46, 20, "%", due: 30);
        pen.Sets(Rivera, "walk", "Walks to the bus stop and back without stopping", "walking distance", 400, 1600, "m", due: -20);
        pen.Sets(Okafor, "lift", "Lifts what the job asks, floor to waist, occasionally", "lift floor to waist", 10, 50, "[lb_av]", due: 14, "max-lift-kg");
        pen.Sets(Lindqvist, "work", "Returns to order picking, full duty", "hours of work per week", 0, 40, "h", due: 45);

        pen.Asks(Lindqvist, "pt evaluation", TaskKind.Evaluation, Discipline.PhysicalTherapy, Rivera, -148, "PT evaluation",
            "Directional preference, neural tension, trunk endurance, walking tolerance.");
        pen.Asks(Lindqvist, "ot evaluation", TaskKind.Evaluation, Discipline.OccupationalTherapy, Okafor, -146, "OT evaluation: daily life and job demands");
        pen.Asks(Lindqvist, "psychology evaluation", TaskKind.Evaluation, Discipline.Psychology, Haddad, -144, "Pain psychology evaluation",
            "STarT Back medium risk: fear of bending, worry about the job.");
        pen.Does(Rivera, "pt evaluation", "Extension preference; trunk flexor endurance 28 s; walks 400 m.");
        pen.Notes(Rivera, "pt evaluation note", -148, new SoapNote
        {
            Subjective = "Leg pain 7/10 sitting, 4/10 after lying prone. Afraid that bending 'will push the disc out'.",
            Objective = "Repeated extension in lying centralises to the buttock. Slump test positive left at 40 degrees. Side bridge left 22 s, "
                + "right 31 s. 400 m walk, stops for leg pain.",
            Assessment = "Directional preference for extension; deconditioned trunk. Good candidate for staged core stabilisation, then work conditioning.",
            Plan = "Session every ten days, extension programme at home 5 x 10 a day, walking by time not by pain.",
        }, tasks: ["pt evaluation"], goals: ["walk"]);
        pen.Amends(Rivera, "pt evaluation note", "Side of the weaker side bridge was written the wrong way round",
            "Side bridge: right 22 s, left 31 s. Everything else stands as written.");
        pen.Does(Okafor, "ot evaluation", "Job demands: medium work, 50 lb occasionally. Lifts 10 lb floor to waist.");
        pen.Notes(Okafor, "ot evaluation note", -146, new SoapNote
        {
            Subjective = "Needs help with shoes and with carrying laundry; sleeps 4 to 5 hours. Sits no longer than 15 minutes. Employer offers modified duty.",
            Objective = "Lifts 10 lb floor to waist with a guarded stoop, holds his breath. Job analysis by phone: 50 lb occasionally, 25 lb "
                + "frequently, 8 h on foot.",
            Assessment = "Gap of 40 lb to the job's demand; protective movement patterns rather than weakness set the limit.",
            Plan = "Ergonomics and body mechanics, pacing with a timer, later work simulation.",
        }, tasks: ["ot evaluation"], goals: ["lift", "work"]);
        pen.Does(Haddad, "psychology evaluation", "Fear-avoidance high, PSEQ 22, no depression. Pacing and CBT indicated.");
    }
}
