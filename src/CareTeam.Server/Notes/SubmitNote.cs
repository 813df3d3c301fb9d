using CareTeam.Server.Tasks;

namespace CareTeam.Server.Notes;

partial class NoteGrpc
{
    public override Task<SubmitNoteResponse> SubmitNote(SubmitNoteRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>A clinician of the team records a note of an encounter; late entries are allowed, also on a plan that has been completed since.</summary>
public sealed class SubmitNote(RuleTable rules) : PlanCommand<SubmitNoteRequest, SubmitNoteResponse>
{
    public override Permission Who => Permission.ClinicianOfTeam;

    protected override void Validate(SubmitNoteRequest request, Violations violations)
    {
        violations.AtMost("task_ids", request.TaskIds, 50);
        violations.AtMost("goal_ids", request.GoalIds, 50);
        RedFlagChecklist.Check(request.RedFlagChecks, violations);
        switch (request.Body?.FormCase ?? NoteBody.FormOneofCase.None)
        {
            case NoteBody.FormOneofCase.None: violations.Add("body", "is required, as soap or as narrative"); break;
            case NoteBody.FormOneofCase.Narrative: violations.Required("body.narrative", request.Body!.Narrative); break;
            case NoteBody.FormOneofCase.Soap when IsEmpty(request.Body!.Soap): violations.Add("body.soap", "has no text in any of its sections"); break;
            default: break;
        }
    }

    public override SubmitNoteResponse Reply(CarePlan after, SubmitNoteRequest request) => new() { NoteId = request.Or(request.NoteId, "note") };

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, SubmitNoteRequest request, Caller caller, Timestamp now)
    {
        var encounterAt = plan.OccurrenceTime("encounter_at", request.EncounterAt, now, "note.within-plan", "encounters");
        // That no other note has this id is seen to by the key of its row: looking through all notes of the plan took 200 us at 10,000 of them.
        var id = request.Or(request.NoteId, "note");
        foreach (var task in request.TaskIds) plan.Task(task);
        foreach (var goal in request.GoalIds) plan.Goal(goal);
        var summary = new NoteSummary
        {
            NoteId = id,
            Author = caller.Person,
            Discipline = request.Discipline == Discipline.Unspecified ? caller.Role.Discipline() : request.Discipline,
            EncounterAt = encounterAt,
            TaskIds = { request.TaskIds },
            GoalIds = { request.GoalIds },
            RedFlagChecks = { request.RedFlagChecks },
        };
        yield return new PlanEvent { NoteSubmitted = new() { Summary = summary, Body = request.Body }, OccurredAt = encounterAt };
        foreach (var e in RedFlagChecklist.Raised(rules, plan, request, caller, now, id)) yield return e;
    }

    private static bool IsEmpty(SoapNote soap) =>
        string.IsNullOrWhiteSpace(soap.Subjective + soap.Objective + soap.Assessment + soap.Plan);
}
