namespace CareTeam.Cli.Diagnostics;

public static class StudyReport
{
    public static Command Command()
    {
        var (plan, study) = (IdOption.Plan(), IdOption.Existing("study"));
        var result = IdOption.Of("--result", "result");
        result.Description = "Id of the result, or its first characters; default: the one that holds";
        return new Command("report", "A result with its findings and the text of its report") { plan, study, result }
            .Reads(
                parse => new GetStudyReportRequest { PlanId = parse.GetValue(plan), StudyId = parse.GetValue(study), ResultId = parse.GetValue(result) },
                (screen, answer) =>
                {
                    StudySection.Result(screen, answer.Result);
                    if (answer.Report.Length > 0) screen.Line($"\n{answer.Report}");
                });
    }
}
