using CareTeam.Cli.Diagnostics;

namespace CareTeam.Cli.Demo;

/// <summary>Examinations and studies, their findings typed as on the command line.</summary>
public sealed partial class DemoPen
{
    public void Examines(Person by, string exam, int day, params string[] findings)
    {
        var body = FindingLines.Read<ExamBody>(findings, "", ExamText.Add);
        Write(by, $"examines: {ExamSection.Abnormal(body)}", new RecordExamRequest { ExamId = Id(exam), ExaminedAt = Time(day, new TimeOnly(14, 0)), Body = body });
    }

    public void Orders(Person by, string study, StudyModality modality, StudyIndication indication, Person? of, int due, string question, BodyRegion region = BodyRegion.LumbarSpine,
        Side side = Side.Unspecified, TaskPriority priority = TaskPriority.Routine, int? onset = null, (int Since, string Note)? priorCare = null)
    {
        var request = new OrderStudyRequest
        {
            StudyId = Id(study),
            Modality = modality,
            Region = region,
            Side = side,
            Indication = indication,
            ClinicalQuestion = question,
            Priority = priority,
            AssigneeId = of?.PersonId ?? "",
            DueDate = Day(due),
            OnsetDate = onset is { } first ? Day(first) : "",
            PriorCare = priorCare is { } care ? new() { SinceDate = Day(care.Since), NoteId = Id(care.Note) } : null,
        };
        Write(by, $"orders {modality.Name()}, {Shown.Words(region)}: {question}", request);
    }

    public void Reports(Person by, string study, int day, string impression, string readBy, params string[] findings)
    {
        var request = new RecordStudyResultRequest { StudyId = Id(study), ResultId = Id("result of " + study), PerformedDate = Day(day), Impression = impression, ReadBy = readBy };
        foreach (var finding in findings) ResultText.Add(request, finding);
        Write(by, $"{(request.Conclusions.Count > 0 ? "signs" : "files")} the result: {impression}", request);
    }
}
