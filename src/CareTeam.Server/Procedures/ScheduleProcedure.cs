using CareTeam.Server.Diagnostics;
using CareTeam.Server.Tasks;

namespace CareTeam.Server.Procedures;

partial class ProcedureGrpc
{
    public override Task<ScheduleProcedureResponse> ScheduleProcedure(ScheduleProcedureRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>Who performs procedures plans one, today, later, or a past one to be recorded late; its performer gets a task of it.</summary>
public sealed class ScheduleProcedure(RuleTable rules, ScopeOfPractice scope) : PlanCommand<ScheduleProcedureRequest, ScheduleProcedureResponse>, IMustSee<ScheduleProcedureRequest>
{
    public override Permission Who => Permission.To(Capability.PerformProcedures);

    protected override void Validate(ScheduleProcedureRequest request, Violations violations)
    {
        violations.Required("kind", request.Kind);
        violations.Required("planned_date", request.PlannedDate);
        InjectionForm.Check("indication", request.Indication, violations);
        InjectionForm.Check("checklist", request.Checklist, violations);
        OverrideForm.Check(request.Overrides, violations);
        if (request.Planned is null) violations.Add("planned", "is required");
        else InjectionForm.Check("planned", request.Planned, violations);
        if (request.Planned is not null && Enum.IsDefined(request.Kind) && request.Kind != ProcedureKind.Unspecified) ProcedureForm.CheckKind(request.Kind, "planned", request.Planned, violations);
    }

    /// <summary>Who overrides a limit must know how far it is passed already.</summary>
    public bool MustSee(ScheduleProcedureRequest request, PlanEvent other) =>
        request.Overrides.Count > 0 && other.ChangeCase is PlanEvent.ChangeOneofCase.ProcedureScheduled or PlanEvent.ChangeOneofCase.ProcedureRescheduled;

    public override ScheduleProcedureResponse Reply(CarePlan after, ScheduleProcedureRequest request)
    {
        var procedure = after.Procedure(request.Or(request.ProcedureId, "procedure"));
        return new() { ProcedureId = procedure.ProcedureId, TaskId = procedure.TaskId, Findings = { procedure.Findings } };
    }

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, ScheduleProcedureRequest request, Caller caller, Timestamp now)
    {
        plan.MustNotHaveEnded();
        var id = request.Or(request.ProcedureId, "procedure");
        PlanState.MustBeNew("procedure", id, plan.Procedures.Any(p => p.ProcedureId == id));
        Dates.MustNotBeBefore("planned_date", request.PlannedDate, plan.Patient.BirthDate, "the patient's birth");
        foreach (var study in request.Indication.StudyIds) plan.Study(study);
        var performer = Performer(plan, request.PerformerPersonId, caller);
        var c = new ProcedureCase(rules, plan, id, request.Kind, Dates.Of(request.PlannedDate), request.Planned, request.Indication, request.Checklist);
        c.MustBeOnce();
        var findings = new RuleCheck(rules, plan, caller, now, request.Overrides) { OfWhatHappened = c.Day < rules.Day(plan.Coverage, now) }.AskGates(c).Settle($"procedure/{id}");
        foreach (var e in findings.Overrides) yield return e;

        var task = ProcedureTask.For(request, id, performer, caller.Person);
        yield return new PlanEvent { TaskAdded = new() { Task = task } };
        yield return new PlanEvent
        {
            ProcedureScheduled = new()
            {
                Procedure = new()
                {
                    ProcedureId = id,
                    Kind = request.Kind,
                    Status = ProcedureStatus.Scheduled,
                    Region = request.Planned.Region(),
                    PlannedDate = request.PlannedDate,
                    Planned = request.Planned,
                    Indication = request.Indication,
                    Checklist = request.Checklist,
                    ScheduledBy = caller.Person,
                    ScheduledAt = now,
                    TaskId = task.TaskId,
                    Findings = { findings.All },
                },
            },
        };
    }

    private Person Performer(CarePlan plan, string personId, Caller caller)
    {
        var performer = plan.AssigneeFor(personId) ?? caller.Person;
        return scope.May(performer.Role, Capability.PerformProcedures)
            ? performer
            : throw Fault.Refused("procedure.performer", $"person/{personId}", $"A {performer.Role.ToWords()} does not perform procedures.");
    }
}
