using Marten;

namespace CareTeam.Server.Diagnostics;

/// <summary>The text of a result's report. Written once.</summary>
public sealed record StudyReportRow(string Id, string Report)
{
    public static string IdOf(string planId, string studyId, string resultId) => $"{planId}/{studyId}/{resultId}";
}

/// <summary>Keeps the text of reports beside the plan, which knows that there is one.</summary>
public sealed class StudyReportRows : IPlanRows
{
    public void Declare(StoreOptions options) => options.Schema.For<StudyReportRow>().Identity(r => r.Id);

    public void Write(IDocumentOperations rows, CarePlan before, CarePlan after, IReadOnlyList<PlanEvent> events)
    {
        foreach (var e in events)
            if (e.StudyResulted is { Report.Length: > 0 } resulted)
                rows.Insert(new StudyReportRow(StudyReportRow.IdOf(e.PlanId, resulted.StudyId, resulted.Result.ResultId), resulted.Report));
    }
}
