using CareTeam.Server.Tasks;
using Google.Rpc;

namespace CareTeam.Server.Diagnostics;

partial class DiagnosticsGrpc
{
    public override Task<RecordStudyResultResponse> RecordStudyResult(RecordStudyResultRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>
/// Files what imaging found, or signs what electrodiagnosis concludes; the study's task is done with it. A result is never changed: a later one supersedes it, also
/// after the plan has ended.
/// </summary>
public sealed class RecordStudyResult(RuleTable rules, ScopeOfPractice scope) : PlanCommand<RecordStudyResultRequest, RecordStudyResultResponse>
{
    public override Permission Who => Permission.To(Capability.ReportStudies, Capability.PerformElectrodiagnosis);

    protected override void Validate(RecordStudyResultRequest request, Violations violations)
    {
        OverrideForm.Check(request.Overrides, violations);
        violations.Required("study_id", request.StudyId);
        violations.Required("performed_date", request.PerformedDate);
        violations.Text("impression", request.Impression, 2000);
        violations.Text("read_by", request.ReadBy, 200, required: false);
        violations.Text("correction_reason", request.CorrectionReason, 2000, required: request.SupersedesResultId.Length > 0);
        ImagingForm.Check(request.ImagingFindings, violations);
        ElectrodiagnosticForm.Check(request, violations);
    }

    public override RecordStudyResultResponse Reply(CarePlan after, RecordStudyResultRequest request)
    {
        var result = after.Study(request.StudyId).Results.Single(r => r.ResultId == request.Or(request.ResultId, "result"));
        return new() { ResultId = result.ResultId, Findings = { result.Findings } };
    }

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, RecordStudyResultRequest request, Caller caller, Timestamp now)
    {
        var study = plan.Study(request.StudyId);
        Permission.To(study.Modality.IsImaging() ? Capability.ReportStudies : Capability.PerformElectrodiagnosis).CheckPlan(plan, caller, scope);
        MustFit(study, request);
        MustFollow(plan, study, request);
        Dates.MustNotBeInFuture("performed_date", request.PerformedDate, rules.Day(plan.Coverage, now));
        Dates.MustNotBeBefore("performed_date", request.PerformedDate, plan.Patient.BirthDate, "the patient's birth");
        var result = Result(request, caller, now);
        PlanState.MustBeNew("result", result.ResultId, plan.Studies.Any(s => s.Results.Any(r => r.ResultId == result.ResultId)));
        var findings = new RuleCheck(rules, plan, caller, now, request.Overrides).AskOfResult(plan, study, result).Settle($"study/{study.StudyId}");
        foreach (var overridden in findings.Overrides) yield return overridden;
        result.Findings.Add(findings.All);
        yield return new PlanEvent
        {
            StudyResulted = new() { StudyId = study.StudyId, Result = result, Report = request.Report },
            OccurredAt = rules.OccurredBy(plan.Coverage, Dates.Of(request.PerformedDate), now),
        };
        if (plan.Unfinished(study.TaskId) is { } task) yield return new PlanEvent { TaskCompleted = new() { TaskId = task.TaskId, Outcome = request.Impression } };
    }

    private static StudyResult Result(RecordStudyResultRequest request, Caller caller, Timestamp now) => new()
    {
        ResultId = request.Or(request.ResultId, "result"),
        PerformedDate = request.PerformedDate,
        Impression = request.Impression,
        ReadBy = request.ReadBy,
        ImagingFindings = { request.ImagingFindings },
        NerveConductions = { request.NerveConductions },
        NeedleFindings = { request.NeedleFindings },
        Conclusions = { request.Conclusions },
        HasReport = request.Report.Length > 0,
        SupersedesResultId = request.SupersedesResultId,
        CorrectionReason = request.CorrectionReason,
        RecordedBy = caller.Person,
        RecordedAt = now,
        SignedBy = request.Conclusions.Count > 0 ? caller.Person : null,
        SignedAt = request.Conclusions.Count > 0 ? now : null,
    };

    /// <summary>The first result of an ordered study, or the correction of the one that holds.</summary>
    private static void MustFollow(CarePlan plan, DiagnosticStudy study, RecordStudyResultRequest request)
    {
        if (request.SupersedesResultId.Length == 0)
        {
            plan.MustNotHaveEnded();
            if (study.Status == StudyStatus.Resulted)
                throw Fault.Refused("study.one-result", $"study/{study.StudyId}", $"The study has a result; to correct it, name it as supersedes_result_id: {study.Results[^1].ResultId}.");
            study.MustBe("be resulted", StudyStatus.Ordered);
            return;
        }
        if (study.Results.All(r => r.ResultId != request.SupersedesResultId)) throw Fault.NotFound("result", request.SupersedesResultId);
        if (study.Results[^1].ResultId != request.SupersedesResultId)
            throw Fault.Refused("study.supersedes-what-holds", $"study/{study.StudyId}", $"That result was superseded before; the one that holds is {study.Results[^1].ResultId}.");
        PlanBounds.MustHaveRoom("study.most-results", $"study/{study.StudyId}", study.Results.Count, PlanBounds.MostResults, "results",
            "Order the study anew and record the result there, or write what was wrong in a note.");
    }

    /// <summary>Imaging has findings of imaging; electrodiagnosis has a conclusion, and what it rests on or the text that tells it.</summary>
    private static void MustFit(DiagnosticStudy study, RecordStudyResultRequest request)
    {
        var violations = new List<BadRequest.Types.FieldViolation>();
        if (study.Modality.IsImaging())
        {
            Wrong("nerve_conductions", request.NerveConductions.Count > 0, "is of electrodiagnosis, and the study is one of imaging");
            Wrong("needle_findings", request.NeedleFindings.Count > 0, "is of electrodiagnosis, and the study is one of imaging");
            Wrong("conclusions", request.Conclusions.Count > 0, "is of electrodiagnosis, and the study is one of imaging");
        }
        else
        {
            Wrong("imaging_findings", request.ImagingFindings.Count > 0, "is of imaging, and the study is one of electrodiagnosis");
            Wrong("conclusions", request.Conclusions.Count == 0, "is required of electrodiagnosis");
            Wrong("report", request.NerveConductions.Count + request.NeedleFindings.Count + request.Report.Length == 0, "is required where no nerve and no muscle is told");
        }
        if (violations.Count > 0) throw Fault.Invalid(violations);

        void Wrong(string field, bool isSo, string description)
        {
            if (isSo) violations.Add(new() { Field = field, Description = description });
        }
    }
}
