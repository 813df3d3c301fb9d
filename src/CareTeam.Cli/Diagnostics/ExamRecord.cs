using CareTeam.Cli.Rules;
using Google.Protobuf.WellKnownTypes;

namespace CareTeam.Cli.Diagnostics;

public static class ExamRecord
{
    public static Command Command()
    {
        var findings = FindingLines.Argument(ExamText.Example);
        var file = FindingLines.File(nameof(ExamBody));
        var at = DayOption.Time("--examined-at", "When the patient was examined; default: now");
        var corrects = IdOption.Of("--corrects", "exam");
        corrects.Description = "Id of the own examination that this one corrects, or its first characters";
        var reason = TextOption.Optional("--reason", "Why it is corrected");
        var id = IdOption.New("--exam-id", "examination");
        return new Command("record", "Record a physical examination (physicians, nurse practitioners, therapists)") { findings, file, at, corrects, reason, id }
            .TakesOverrides()
            .SendsOnPlan("Examination recorded.", parse => new RecordExamRequest
            {
                ExamId = parse.GetValue(id),
                ExaminedAt = parse.GetValue(at) is { } time ? Timestamp.FromDateTimeOffset(time) : null,
                Body = FindingLines.Read<ExamBody>(parse.GetValue(findings) ?? [], parse.GetValue(file) ?? "", ExamText.Add),
                SupersedesExamId = parse.GetValue(corrects),
                CorrectionReason = parse.GetValue(reason),
            });
    }
}
