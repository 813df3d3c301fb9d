using CareTeam.Server.Anatomy;
using CareTeam.Server.Tasks;

namespace CareTeam.Server.Diagnostics;

partial class DiagnosticsGrpc
{
    public override Task<OrderStudyResponse> OrderStudy(OrderStudyRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>Somebody who may orders imaging or electrodiagnosis; a task comes of it, which ends with the study.</summary>
public sealed class OrderStudy(RuleTable rules) : PlanCommand<OrderStudyRequest, OrderStudyResponse>
{
    public override Permission Who => Permission.To(Capability.OrderStudies);

    protected override void Validate(OrderStudyRequest request, Violations violations)
    {
        OverrideForm.Check(request.Overrides, violations);
        violations.Required("modality", request.Modality);
        violations.Required("region", request.Region);
        violations.Required("indication", request.Indication);
        violations.Text("clinical_question", request.ClinicalQuestion, 2000);
        violations.Side("side", request.Side, request.Region.IsPaired());
        if (request.Contrast != ContrastUse.Unspecified && request.Modality is not (StudyModality.Mri or StudyModality.Ct)) violations.Add("contrast", "is of MRI and CT only");
        var ofImaging = request.Indication is >= StudyIndication.NoRedFlagsNoPriorManagement and <= StudyIndication.SuspectedCancerOrInfection;
        if (request.Indication != StudyIndication.Other && ((request.Modality.IsImaging() && !ofImaging) || (request.Modality.IsElectrodiagnosis() && ofImaging)))
            violations.Add("indication", ofImaging ? "is one for imaging" : "is one for electrodiagnosis");
        if (request.PriorCare is null) return;
        violations.Required("prior_care.since_date", request.PriorCare.SinceDate);
        violations.Required("prior_care.note_id", request.PriorCare.NoteId);
    }

    public override OrderStudyResponse Reply(CarePlan after, OrderStudyRequest request)
    {
        var study = after.Study(request.Or(request.StudyId, "study"));
        return new() { StudyId = study.StudyId, TaskId = study.TaskId, Findings = { study.Findings } };
    }

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, OrderStudyRequest request, Caller caller, Timestamp now)
    {
        plan.MustNotHaveEnded();
        var id = request.Or(request.StudyId, "study");
        PlanState.MustBeNew("study", id, plan.Studies.Any(s => s.StudyId == id));
        CheckDates(plan, request, now);
        var study = Study(plan, request, id, caller, now);
        var assignee = plan.AssigneeFor(request.AssigneeId);
        var findings = new RuleCheck(rules, plan, caller, now, request.Overrides).AskOfOrder(rules, plan, study, request.DueDate).Settle($"study/{id}");
        foreach (var overridden in findings.Overrides) yield return overridden;
        study.Findings.Add(findings.All);
        yield return new PlanEvent { StudyOrdered = new() { Study = study } };
        yield return new PlanEvent
        {
            TaskAdded = new()
            {
                Task = new()
                {
                    TaskId = study.TaskId,
                    Title = study.Title(),
                    Description = study.ClinicalQuestion,
                    Discipline = study.Modality.IsElectrodiagnosis() ? Discipline.PhysicalMedicine : Discipline.Unspecified,
                    Kind = TaskKind.Study,
                    Priority = study.Priority,
                    Status = TaskStatus.Requested,
                    Assignee = assignee,
                    Requester = caller.Person,
                    DueDate = request.DueDate,
                },
            },
        };
    }

    private static DiagnosticStudy Study(CarePlan plan, OrderStudyRequest request, string id, Caller caller, Timestamp now) => new()
    {
        StudyId = id,
        Modality = request.Modality,
        Region = request.Region,
        Side = request.Side,
        Contrast = request.Modality is StudyModality.Mri or StudyModality.Ct && request.Contrast == ContrastUse.Unspecified ? ContrastUse.Without : request.Contrast,
        Indication = request.Indication,
        ClinicalQuestion = request.ClinicalQuestion,
        Priority = request.Priority == TaskPriority.Unspecified ? TaskPriority.Routine : request.Priority,
        PriorCare = request.PriorCare,
        OnsetDate = request.OnsetDate,
        TaskId = ChosenId.Named(plan.PlanId, id, "study task"),
        OrderedBy = caller.Person,
        OrderedAt = now,
        Status = StudyStatus.Ordered,
    };

    private void CheckDates(CarePlan plan, OrderStudyRequest request, Timestamp now)
    {
        const string Birth = "the patient's birth";
        Dates.MustNotBeInFuture("onset_date", request.OnsetDate, rules.Day(plan.Coverage, now));
        Dates.MustNotBeBefore("onset_date", request.OnsetDate, plan.Patient.BirthDate, Birth);
        Dates.MustNotBeBefore("due_date", request.DueDate, plan.Patient.BirthDate, Birth);
        if (request.PriorCare is null) return;
        Dates.MustNotBeInFuture("prior_care.since_date", request.PriorCare.SinceDate, rules.Day(plan.Coverage, now));
        Dates.MustNotBeBefore("prior_care.since_date", request.PriorCare.SinceDate, plan.Patient.BirthDate, Birth);
        if (plan.Notes.All(n => n.NoteId != request.PriorCare.NoteId)) throw Fault.NotFound("note", request.PriorCare.NoteId);
    }
}
