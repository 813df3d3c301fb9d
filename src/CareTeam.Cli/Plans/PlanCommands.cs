using CareTeam.Cli.History;

namespace CareTeam.Cli.Plans;

public static class PlanCommands
{
    public static Command Group() => new("plan", "Care plans: list, read and lead them")
    {
        PlanList.Command(),
        PlanShow.Command(),
        PlanDiffShow.Command(),
        PlanTimeline.Command(),
        PlanCreate.Command(),
        PlanActivate.Command(),
        PlanHold.Command(),
        PlanResume.Command(),
        PlanComplete.Command(),
        PlanRevoke.Command(),
    };
}
