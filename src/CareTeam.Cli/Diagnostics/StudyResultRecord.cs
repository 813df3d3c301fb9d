using CareTeam.Cli.Rules;

namespace CareTeam.Cli.Diagnostics;

public static class StudyResultRecord
{
    public static Command Command()
    {
        var study = IdOption.Existing("study");
        var findings = FindingLines.Argument(ResultText.Example);
        var file = FindingLines.File(nameof(RecordStudyResultRequest));
        var performed = DayOption.Day("--performed", "Day of the study", required: true);
        var impression = TextOption.Required("--impression", "What it comes to");
        var report = new Option<string>("--report") { Description = "File with the text of the report; -: standard input", HelpName = "file", DefaultValueFactory = _ => "" };
        var reader = TextOption.Optional("--read-by", "Who read it, if nobody of the team", "name");
        var corrects = IdOption.Of("--corrects", "result");
        corrects.Description = "Id of the result that this one corrects, or its first characters";
        var reason = TextOption.Optional("--reason", "Why it is corrected");
        var id = IdOption.New("--result-id", "result");
        return new Command("result", "File what imaging found, or sign what electrodiagnosis concludes") { study, findings, file, performed, impression, report, reader, corrects, reason, id }
            .TakesOverrides()
            .SendsOnPlan("Result recorded.", parse =>
            {
                var request = FindingLines.Read<RecordStudyResultRequest>(parse.GetValue(findings) ?? [], parse.GetValue(file) ?? "", ResultText.Add);
                request.StudyId = parse.GetValue(study);
                request.ResultId = parse.GetValue(id);
                request.PerformedDate = parse.GetValue(performed);
                request.Impression = parse.GetValue(impression);
                if (parse.GetValue(report) is { Length: > 0 } text) request.Report = text == "-" ? Console.In.ReadToEnd() : File.ReadAllText(text);
                request.ReadBy = parse.GetValue(reader);
                request.SupersedesResultId = parse.GetValue(corrects);
                request.CorrectionReason = parse.GetValue(reason);
                return request;
            });
    }
}
