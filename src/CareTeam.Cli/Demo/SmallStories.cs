using static CareTeam.Cli.Demo.DemoPeople;

namespace CareTeam.Cli.Demo;

/// <summary>Three more plans, so that a list has something to tell apart: completed, on hold, draft.</summary>
public static class SmallStories
{
    public static readonly IReadOnlyList<DemoStory> All =
    [
        new("stenosis", "Lumbar stenosis with neurogenic claudication", new Patient { Reference = "Patient/demo-petrova", Name = "Elena Petrova", BirthDate = "1954-02-03" },
            Stenosis),
        new("sacroiliac", "Right sacroiliac joint pain", new Patient { Reference = "Patient/demo-raman", Name = "Priya Raman", BirthDate = "1991-11-20" },
            Sacroiliac),
        new("referral", "New referral: low back pain at work", new Patient { Reference = "Patient/demo-kim", Name = "Daniel Kim", BirthDate = "1996-08-09" },
            Referral),
    ];

    private static void Stenosis(DemoPen pen)
    {
        pen.Joins(Lindqvist, Rivera);
        pen.Diagnoses(Lindqvist, "M48.062", "Spinal stenosis, lumbar region with neurogenic claudication", onset: -420);
        pen.Activates(Lindqvist);
        pen.Sets(Lindqvist, "walk", "Walks to the market and back", "walking distance", 150, 600, "m", due: -25);
        pen.Asks(Lindqvist, "flexion", TaskKind.Treatment, Discipline.PhysicalTherapy, Rivera, -60,
            "Flexion-based programme, cycling, rollator trial", goals: ["walk"]);
        pen.Does(Rivera, "flexion", "Walks 650 m with a rollator; continues by herself.");
        pen.Notes(Rivera, "discharge", -22, new SoapNote
        {
            Subjective = "Shops by herself again.",
            Objective = "650 m with rollator, 5 x sit-to-stand 13.1 s (19.8 s at the start).",
            Assessment = "Goal exceeded.",
            Plan = "Discharge to self-management; gym twice a week.",
        }, tasks: ["flexion"], goals: ["walk"]);
        pen.Reaches(Rivera, "walk", "650 m, measured twice.");
        pen.Ends(Lindqvist, "Discharged to self-management.");
    }

    private static void Sacroiliac(DemoPen pen)
    {
        pen.Joins(Lindqvist, Rivera, Okafor);
        pen.Diagnoses(Lindqvist, "M53.3", "Sacrococcygeal disorders, not elsewhere classified: right sacroiliac joint", onset: -130);
        pen.Activates(Lindqvist);
        pen.Sets(Rivera, "stand", "Stands through a lesson", "standing tolerance", 10, 45, "min", due: 40);
        pen.Asks(Lindqvist, "stabilisation", TaskKind.Treatment, Discipline.PhysicalTherapy, Rivera, 35, "Pelvic stabilisation programme", goals: ["stand"]);
        pen.Accepts(Rivera, "stabilisation");
        pen.Holds(Lindqvist, "Abroad for family reasons until the end of next month.");
    }

    private static void Referral(DemoPen pen)
    {
        pen.Joins(Lindqvist, Rivera, Mbeki);
        pen.Diagnoses(Lindqvist, "M54.50", "Low back pain, unspecified", onset: -35);
        pen.Asks(Lindqvist, "records", TaskKind.Administrative, Discipline.Nursing, Mbeki, 2, "Obtain records and imaging from the referring practice");
        pen.Asks(Lindqvist, "first evaluation", TaskKind.Evaluation, Discipline.PhysicalTherapy, Rivera, 5, "PT evaluation", after: ["records"]);
    }
}
