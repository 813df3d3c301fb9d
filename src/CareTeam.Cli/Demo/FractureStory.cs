using static CareTeam.Cli.Demo.DemoPen;
using static CareTeam.Cli.Demo.DemoPeople;

namespace CareTeam.Cli.Demo;

/// <summary>Active, with an open red flag: imaging needs no weeks of care now.</summary>
internal static class FractureStory
{
    public static void Tell(DemoPen pen)
    {
        pen.Joins(Lindqvist, Rivera, Mbeki);
        pen.Diagnoses(Lindqvist, "M54.6", "Pain in thoracic spine", onset: -3);
        pen.Activates(Lindqvist);
        pen.TakesAlready(Mbeki, "prednisone", "7.5 mg", TimesADay(1), "Polymyalgia, from her rheumatologist");
        pen.NoAllergies(Mbeki, -1);
        pen.Refused("imaging.prior-care", () => XRay(pen));
        pen.Warns(Mbeki, "fracture", RedFlagKind.Fracture, "78 years, prednisone for two years; sudden pain between the shoulder blades when she lifted a kettle.");
        XRay(pen);
    }

    private static void XRay(DemoPen pen) => pen.Orders(Lindqvist, "x-ray", StudyModality.XRay, StudyIndication.SuspectedFracture, Mbeki, 0, "Vertebral fracture?", BodyRegion.ThoracicSpine,
        priority: TaskPriority.Urgent);
}
