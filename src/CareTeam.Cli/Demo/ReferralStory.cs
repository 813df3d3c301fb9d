using static CareTeam.Cli.Demo.DemoPeople;

namespace CareTeam.Cli.Demo;

/// <summary>Draft: not seen yet.</summary>
internal static class ReferralStory
{
    public static void Tell(DemoPen pen)
    {
        pen.Joins(Lindqvist, Rivera, Mbeki);
        pen.Diagnoses(Lindqvist, "M54.50", "Low back pain, unspecified", onset: -35);
        pen.Asks(Lindqvist, "records", TaskKind.Administrative, Discipline.Nursing, Mbeki, 2, "Obtain records and imaging from the referring practice");
        pen.Asks(Lindqvist, "first evaluation", TaskKind.Evaluation, Discipline.PhysicalTherapy, Rivera, 5, "PT evaluation", after: ["records"]);
    }
}
