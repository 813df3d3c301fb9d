namespace CareTeam.Cli.Diagnostics;

public static class StudyCancel
{
    public static Command Command()
    {
        var study = IdOption.Existing("study");
        var reason = TextOption.Required("--reason", "Why it is called off");
        return new Command("cancel", "Call a study off that has no result; its task goes with it (the lead, or who ordered it)") { study, reason }
            .SendsOnPlan("Called off.", parse => new CancelStudyRequest { StudyId = parse.GetValue(study), Reason = parse.GetValue(reason) });
    }
}
