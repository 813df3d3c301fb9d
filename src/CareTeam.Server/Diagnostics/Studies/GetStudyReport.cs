using Marten;

namespace CareTeam.Server.Diagnostics;

partial class DiagnosticsGrpc
{
    public override Task<GetStudyReportResponse> GetStudyReport(GetStudyReportRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>A result of a study with the text of its report.</summary>
public sealed class GetStudyReport(IDocumentStore store, PlanStore plans) : RpcUseCase<GetStudyReportRequest, GetStudyReportResponse>
{
    public override Permission Who => Permission.Reader;

    protected override void Validate(GetStudyReportRequest request, Violations violations)
    {
        violations.Required("plan_id", request.PlanId);
        violations.Required("study_id", request.StudyId);
    }

    public override async Task<GetStudyReportResponse> Answer(GetStudyReportRequest request, Caller caller, CancellationToken cancel)
    {
        var study = (await plans.ReadFor(caller, request.PlanId, cancel)).Study(request.StudyId);
        var result = (request.ResultId.Length == 0 ? study.Results.LastOrDefault() : study.Results.FirstOrDefault(r => r.ResultId == request.ResultId))
            ?? throw Fault.NotFound("result", request.ResultId.Length == 0 ? $"of study {study.StudyId}" : request.ResultId);
        if (!result.HasReport) return new() { Result = result };
        await using var session = store.QuerySession(caller.Organization);
        var row = await session.LoadAsync<StudyReportRow>(StudyReportRow.IdOf(request.PlanId, study.StudyId, result.ResultId), cancel)
            ?? throw new InvalidDataException($"Result {result.ResultId} has lost its report.");
        return new() { Result = result, Report = row.Report };
    }
}
