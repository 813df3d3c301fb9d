using CareTeam.Server.Tasks;

namespace CareTeam.Server.Team;

/// <summary>
/// What becomes of all that a person has on one plan: each item goes to the first target whose role fits, and if one item finds none, nothing of the plan is moved. Pure.
/// The lead changes by an event of its own, LeadTransferred: nobody was asked, so a hand-over that says "accepted" would put a false statement into the record.
/// </summary>
public sealed class CaseloadTransfer(RuleTable rules, ScopeOfPractice scope, TransferCaseloadRequest request, Caller caller)
{
    private sealed record Move(CaseloadItem Item, Person? To, PlanEvent? Event);

    /// <summary>The events that move it, none when it fails, and what to tell of it.</summary>
    public (IReadOnlyList<PlanEvent> Events, PlanCaseload Told) Decide(CarePlan plan, Timestamp now)
    {
        if (Refusal(plan) is { } refusal) return ([], new() { PlanId = plan.PlanId, Version = IsKnown(plan) ? plan.Version : 0, Outcome = TransferOutcome.Failed, Reason = refusal });
        var from = plan.CurrentMember(request.FromPersonId)!;
        var targets = request.Targets.Select(t => plan.CurrentMember(t.PersonId) is { } member ? member.Person.Role == t.Role ? member.Person : null : t).OfType<Person>().ToList();
        var noEvaluation = new RuleCheck(rules, plan, caller, now).InForce(AssistantRules.NoEvaluation)?.Words("task_kinds") ?? [];
        List<Move> moves =
        [
            .. Lead(plan, targets),
            .. plan.AssistantsOf(from.Person.PersonId).Select(assistant => Supervised(assistant, targets)),
            .. plan.Tasks.Where(t => t.IsOpen() && t.Assignee?.PersonId == from.Person.PersonId).Select(task => Task(task, from.Person, targets, noEvaluation)),
            Membership(from.Person, targets, now),
        ];
        var failed = moves.FirstOrDefault(m => m.To is null);
        foreach (var move in moves) Settle(move, failed, request.DryRun);
        var events = failed is null ? Events(plan, from, targets, moves, now) : [];
        return (events, new()
        {
            PlanId = plan.PlanId,
            Version = plan.Version + (request.DryRun ? 0 : events.Count),
            Outcome = moves[0].Item.Outcome,
            Reason = failed?.Item.Reason ?? "",
            Items = { moves.Select(m => m.Item) },
        });
    }

    private bool IsKnown(CarePlan plan) => plan.Version > 0 && plan.IsReadableFor(caller);

    private string? Refusal(CarePlan plan)
    {
        if (!IsKnown(plan)) return "There is no such plan.";
        if (!caller.Role.ReadsOrganization() && caller.Person.PersonId != request.FromPersonId && !caller.Is(plan.Lead))
            return "Only an administrator, the person themself or the lead of the plan may do this.";
        if (plan.HasEnded()) return $"The plan is {plan.Status.ToWords()}.";
        if (plan.CurrentMember(request.FromPersonId) is not { } member) return "The person is not on the team of the plan.";
        return member.Person.Role.IsClinician() ? null : $"The person is on the team as {member.Person.Role.ToWords()}, whose place nobody takes.";
    }

    private IEnumerable<Move> Lead(CarePlan plan, List<Person> targets)
    {
        if (plan.Lead.PersonId != request.FromPersonId) return [];
        var to = targets.FirstOrDefault(t => scope.May(t.Role, Capability.Lead));
        return [Moved(new() { Kind = CaseloadItemKind.Lead }, to, "May lead.", "No target may lead.", new() { LeadTransferred = new() { Lead = to, Reason = request.Reason } })];
    }

    private Move Supervised(Person assistant, List<Person> targets)
    {
        var discipline = assistant.Role.Discipline().ToWords();
        var to = targets.FirstOrDefault(t => t.MaySupervise(assistant, scope));
        return Moved(new() { Kind = CaseloadItemKind.Supervision, PersonId = assistant.PersonId }, to,
            $"May supervise assistants of {discipline}.", $"No target may supervise assistants of {discipline}.",
            new() { SupervisorAssigned = new() { PersonId = assistant.PersonId, SupervisorPersonId = to?.PersonId ?? "", Reason = request.Reason } });
    }

    private Move Task(CareTask task, Person from, List<Person> targets, IReadOnlyList<string> noEvaluation)
    {
        var to = targets.FirstOrDefault(t => (task.Discipline == Discipline.Unspecified || t.Role.Discipline() == task.Discipline || t.Role == from.Role)
            && !(t.Role.IsAssistant() && noEvaluation.Contains(task.Kind.ToWords())));
        var why = task.Discipline == Discipline.Unspecified ? "Work of any discipline." : to?.Role.Discipline() == task.Discipline ? $"Of {task.Discipline.ToWords()}." : $"{from.Role.ToWords()} too.";
        var whyNot = $"No target is of {(task.Discipline == Discipline.Unspecified ? "a discipline that does it" : task.Discipline.ToWords())}, or {from.Role.ToWords()}.";
        return Moved(new() { Kind = CaseloadItemKind.Task, TaskId = task.TaskId }, to, why, whyNot, new() { TaskReassigned = new() { TaskId = task.TaskId, Assignee = to, Reason = request.Reason } });
    }

    private Move Membership(Person from, List<Person> targets, Timestamp now)
    {
        var discipline = from.Role.Discipline();
        var to = targets.FirstOrDefault(t => t.Role == from.Role || (discipline != Discipline.Unspecified && t.Role.Discipline() == discipline && !t.Role.IsAssistant()));
        return Moved(new() { Kind = CaseloadItemKind.Membership }, to, to?.Role == from.Role ? $"{from.Role.ToWords()} too." : $"Of {discipline.ToWords()}.",
            $"No target can stand in for a {from.Role.ToWords()}.", new() { MembershipEnded = new() { PersonId = from.PersonId, Until = now, Reason = request.Reason } });
    }

    private static Move Moved(CaseloadItem item, Person? to, string why, string whyNot, PlanEvent e)
    {
        (item.ToPersonId, item.Reason) = (to?.PersonId ?? "", to is null ? whyNot : why);
        return new(item, to, e);
    }

    private static void Settle(Move move, Move? failed, bool dryRun)
    {
        move.Item.Outcome = failed is not null ? TransferOutcome.Failed : dryRun ? TransferOutcome.WouldMove : TransferOutcome.Moved;
        if (failed is not null && move.To is not null) (move.Item.ToPersonId, move.Item.Reason) = ("", "Another item of the plan could not be moved.");
    }

    private IReadOnlyList<PlanEvent> Events(CarePlan plan, Member from, List<Person> targets, List<Move> moves, Timestamp now)
    {
        var needed = targets.Where(t => moves.Any(m => m.To == t) && !plan.HasMember(t.PersonId));
        var withdrawn = plan.PendingHandover is { } pending && (pending.ProposedTo.PersonId == request.FromPersonId || plan.Lead.PersonId == request.FromPersonId);
        return
        [
            .. needed.Select(t => new PlanEvent { MemberAdded = new() { Person = t, Since = now, SupervisorPersonId = SupervisorOf(t, from, plan) } }),
            .. withdrawn ? HandoverState.Withdrawn(plan, "The caseload was transferred.") : [],
            .. moves.Select(m => m.Event!),
        ];
    }

    /// <summary>An assistant who stands in for another works under the same supervisor.</summary>
    private string SupervisorOf(Person joining, Member from, CarePlan plan) =>
        joining.Role.IsAssistant() && plan.SupervisorOf(from.Person.PersonId) is { } supervisor && supervisor.MaySupervise(joining, scope) ? supervisor.PersonId : "";
}
