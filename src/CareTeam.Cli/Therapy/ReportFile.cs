using CareTeam.Cli.Notes;
using CareTeam.Cli.Rules;

namespace CareTeam.Cli.Therapy;

public static class ReportFile
{
    public static Command Command()
    {
        var order = IdOption.Existing("order");
        var file = NoteText.File("File with the report under S:, O:, A:, P:; - or nothing: standard input");
        var report = IdOption.Of("--report", "report in preparation to go on with");
        var through = DayOption.Day("--through", "Last treatment day that it covers (default: the newest, at most the one on which it is due)");
        var recommendation = WordOption.One<ProgressRecommendation>("--recommend", "To complete it");
        var prepare = new Option<bool>("--prepare") { Description = "Only prepare elements of it (S: and O:), as an assistant does" };
        return new Command("file", "File a progress report (therapists, physicians), or prepare elements of it (assistants)") { order, file, report, through, recommendation, prepare }
            .TakesOverrides().SendsOnPlan("Progress report filed.", parse => new FileProgressReportRequest
            {
                ProgressReportId = parse.GetValue(report),
                TherapyOrderId = parse.GetValue(order),
                PeriodEndDate = parse.GetValue(through),
                Text = Text(NoteText.Parse(NoteText.Read(parse, file))),
                Recommendation = parse.GetValue(recommendation),
                Complete = !parse.GetValue(prepare),
            });
    }

    private static ProgressReportText Text(NoteBody body) => body.Soap is { } soap
        ? new() { Subjective = soap.Subjective, Objective = soap.Objective, Assessment = soap.Assessment, Plan = soap.Plan }
        : throw new UsageException("A progress report is written under the headings S:, O:, A:, P:.");
}
