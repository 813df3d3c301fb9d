namespace CareTeam.Cli.Tasks;

public static class TaskCommands
{
    public static Command Group() => new("task", "The work of a plan: requested, accepted, in progress, completed")
    {
        TaskList.Command(),
        TaskAdd.Command(),
        TaskReassign.Command(),
        TaskAccept.Command(),
        TaskDecline.Command(),
        TaskStart.Command(),
        TaskComplete.Command(),
        TaskCancel.Command(),
        TaskReschedule.Command(),
    };
}
