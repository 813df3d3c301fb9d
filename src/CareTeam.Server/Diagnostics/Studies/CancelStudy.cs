using CareTeam.Server.Tasks;

namespace CareTeam.Server.Diagnostics;

partial class DiagnosticsGrpc
{
    public override Task<CancelStudyResponse> CancelStudy(CancelStudyRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>The lead or who ordered it calls a study off that has no result; its task is cancelled with it.</summary>
public sealed class CancelStudy : PlanCommand<CancelStudyRequest, CancelStudyResponse>
{
    public override Permission Who => Permission.To(Capability.OrderStudies);

    protected override void Validate(CancelStudyRequest request, Violations violations)
    {
        violations.Required("study_id", request.StudyId);
        violations.Text("reason", request.Reason, 2000);
    }

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, CancelStudyRequest request, Caller caller, Timestamp now)
    {
        var study = plan.Study(request.StudyId);
        if (!caller.Is(plan.Lead) && !caller.Is(study.OrderedBy))
            throw Fault.Forbidden("NOT_LEAD_OR_ORDERER", "Only the lead of the plan or who ordered the study may call it off.");
        if (study.Status == StudyStatus.Cancelled) yield break;
        study.MustBe("be cancelled", StudyStatus.Ordered);
        yield return new PlanEvent { StudyCancelled = new() { StudyId = study.StudyId, Reason = request.Reason } };
        if (plan.Unfinished(study.TaskId) is { } task) yield return new PlanEvent { TaskCancelled = new() { TaskId = task.TaskId, Reason = request.Reason } };
    }
}
