using static CareTeam.Cli.Demo.DemoPeople;
using static CareTeam.V1.Intervention;

namespace CareTeam.Cli.Demo;

/// <summary>Weeks 14 to 20: therapy is on a plateau; two blocks, one after the other, show where the pain comes from. After one, ablation is refused.</summary>
internal static class BackPainGenerator
{
    private const string Activity = "extension standing";

    public static void Tell(DemoPen pen)
    {
        const string order = BackPainConservativeCare.Order;
        pen.Chapter("Weeks 14 to 20: a plateau, and the pain generator");
        pen.Certifies(Lindqvist, order, pen.Mon(-21), again: true);
        BackPainWorkUp.Measured(pen, "ODI 38 % after 12 weeks", pen.Mon(-21), "2, 2, 3, 2, 2, 2, 2, 2, 1, 1", 6);
        Treats(pen, Rivera, -21, "5>5", "Bladder normal since Thursday. Dead bug with 5 lb.");
        Treats(pen, Park, -20, "5>4", "Side bridge 40 s left.");
        Treats(pen, Rivera, -19, "5>5", "Carries 15 lb; stands 25 minutes, as three weeks ago.");
        BackPainWorkUp.Measured(pen, "ODI 38 % after 16 weeks, a plateau", pen.Mon(-18), "2, 2, 2, 2, 2, 3, 2, 2, 1, 1", 6);
        pen.Notes(Rivera, "plateau", pen.Tue(-19), new SoapNote
        {
            Objective = "Trunk flexor endurance 71 s, 6MWT 398 m; standing 25 minutes and pain on extension 7/10 unchanged for five weeks. ODI 38 % twice.",
            Assessment = "Stronger, and on a plateau: pain on loading the facet joints stops him, not strength.",
            Plan = "To Dr. Lindqvist: diagnostic blocks? Hold the level of loading until then.",
        }, goals: ["odi", "walk"]);

        Blocks(pen, "first block", pen.Tue(-18), "local-anaesthetic=lidocaine 2 % 1 mL", 8, 1, 90, 95);
        pen.Refused("ablation.two-blocks", () => ScheduleAblation(pen, "ablation too early", pen.Tue(-16)));
        pen.IsMissing(Rivera, order, pen.Wed(-18), SessionAttendance.CancelledByPatient, "Day after the block.");
        Treats(pen, Rivera, -17, "5>5", "The block let him bend back freely for an hour and a half.");
        Treats(pen, Park, -16, "5>5", "Exercises as before.");
        Blocks(pen, "second block", pen.Tue(-15), "local-anaesthetic=bupivacaine 0.5 % 1 mL", 7, 1, 80, 260);
        pen.Concludes(Lindqvist, "facet joints", PainGeneratorKind.FacetJoint, BackPainStory.Joints, Side.Left, "Two concordant medial branch blocks; facet loading, pain on extension and effusion on MRI agree",
            ["first exam", "six-week exam"], ["mri"], ["first block", "second block"]);
        pen.Notes(Lindqvist, "decision", pen.Thu(-15), new SoapNote
        {
            Subjective = "Both blocks took the pain nearly away, the longer agent for longer. Wants to work again; understands that the effect lasts months and must be used.",
            Objective = "Extension 12 degrees, painful; facet loading left positive. Neurology normal but for the known foot.",
            Assessment = "Pain generator: facet joints L4-L5 and L5-S1 left. Ablation is indicated: 9 months of pain, 19 weeks of structured care.",
            Plan = "Radiofrequency ablation, then rehabilitation in the window that it opens: PT twice a week, work conditioning in OT.",
        }, goals: ["odi", "work"]);
        Treats(pen, Rivera, -14, "5>4", "Practises what comes after: hip hinge at speed, no load.");
        Treats(pen, Park, -13, "5>4", "Carries 15 lb, 60 m.");
        BackPainConservativeCare.HomeProgramme(pen, -22, -13);
    }

    /// <summary>Asked twice: after one block, and after two.</summary>
    public static void ScheduleAblation(DemoPen pen, string name, int day) => pen.Schedules(Lindqvist, name, ProcedureKind.FacetRadiofrequencyAblation, day,
        Technique("local-anaesthetic=lidocaine 2 % 4 mL"),
        pen.Indication("Pain of the left facet joints L4-L5 and L5-S1 that stops functional restoration", pen.Mon(-54), pen.Mon(-34), "PT with home programme, OT, psychology, naproxen, duloxetine", "mri"));

    private static InjectionTechnique Technique(string agent) => new()
    {
        Levels = { BackPainStory.Joints },
        Side = Side.Left,
        Guidance = ImageGuidance.Fluoroscopy,
        Agents = { Procedures.InjectionOptions.Agent(agent) ?? throw new UsageException(agent) },
    };

    private static void Blocks(DemoPen pen, string name, int day, string agent, int before, int after, int stated, int minutes) =>
        pen.Blocks(Lindqvist, name, day, Technique(agent), Activity, before, after, stated, minutes, "Axial pain, facet loading positive, facet arthropathy with effusion; 16 weeks of care without enough relief.");

    private static void Treats(DemoPen pen, Person by, int week, string pain, string response) =>
        pen.Treats(by, BackPainConservativeCare.Order, pen.Tue(week), pain, 40, response, [TherapeuticExercise], "dead bug=3x10, 5 lb; hip hinge=2x8", supervisor: by == Park ? Rivera : null);
}
