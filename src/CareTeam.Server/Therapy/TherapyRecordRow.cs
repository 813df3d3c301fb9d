using Marten;

namespace CareTeam.Server.Therapy;

/// <summary>A session, a filing of a report, an entry of the home log or a lesson, whole. Written once.</summary>
public sealed record TherapyRecordRow(string Id, string PlanId, string TherapyOrderId, TherapyRecordKind Kind, string Day, TherapyRecord Record);

/// <summary>Keeps what of therapy is too long for the plan itself.</summary>
public sealed class TherapyRecordRows : IPlanRows
{
    public void Declare(StoreOptions options) => options.Schema.For<TherapyRecordRow>().Identity(r => r.Id).Index(r => new { r.PlanId, r.Day });

    public void Write(IDocumentOperations rows, CarePlan before, CarePlan after, IReadOnlyList<PlanEvent> events)
    {
        foreach (var e in events)
            if (Row(e) is { } row) rows.Insert(row);
    }

    /// <summary>The version orders what was recorded about one day.</summary>
    private static TherapyRecordRow? Row(PlanEvent e)
    {
        var record = new TherapyRecord { RecordedAt = e.RecordedAt, RecordedBy = e.Actor };
        var (kind, order) = (TherapyRecordKind.Unspecified, "");
        if (e.SessionRecorded is { } session) (record.Session, record.RecordDate, kind, order) = (session, session.Summary.SessionDate, TherapyRecordKind.Session, session.Summary.TherapyOrderId);
        else if (e.ProgressReportFiled is { } report)
            (record.ProgressReport, record.RecordDate, kind, order) = (report, report.Report.PeriodEndDate, TherapyRecordKind.ProgressReport, report.Report.TherapyOrderId);
        else if (e.HomeExerciseLogged is { } log) (record.HomeLog, record.RecordDate, kind) = (log, log.LogDate, TherapyRecordKind.HomeLog);
        else if (e.EducationRecorded is { } education) (record.Education, record.RecordDate, kind) = (education, education.Summary.EducationDate, TherapyRecordKind.Education);
        return kind == TherapyRecordKind.Unspecified ? null : new($"{e.PlanId}/{e.Version:D9}", e.PlanId, order, kind, record.RecordDate, record);
    }
}
