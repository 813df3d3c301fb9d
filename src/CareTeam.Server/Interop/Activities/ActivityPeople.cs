using R4 = Hl7.Fhir.Model;

namespace CareTeam.Server.Interop;

/// <summary>Who shall do the work of an activity, and who asked for it: people of the team, or else nobody in particular.</summary>
public static class ActivityPeople
{
    /// <summary>The first performer who is on the team now; null for the whole team.</summary>
    public static Person? Assignee(PlanDraft draft, Activity work)
    {
        Person? assignee = null;
        for (var i = 0; i < work.Performers.Count; i++)
        {
            var reference = work.Performers[i];
            draft.TakeReference(reference);
            // The whole team has what nobody in particular has.
            if (draft.Find(reference, work.Holder, work.Path($"performer[{i}]")) is { Resource: R4.CareTeam }) continue;
            if (Member(draft, reference, work) is not { } member) draft.Account.LeaveOut(work.Holder, work.Element($"performer[{i}]"), "is no member of the plan's team");
            else if (assignee is not null && assignee.PersonId != member.PersonId) draft.Account.LeaveOut(work.Holder, work.Element($"performer[{i}]"), "is another performer; a task has one assignee");
            else assignee = member;
        }
        return assignee;
    }

    public static Person Requester(PlanDraft draft, Activity work)
    {
        if (work.Requester is not { } reference) return draft.Author ?? draft.Lead;
        draft.TakeReference(reference);
        if (Member(draft, reference, work) is { } member) return member;
        draft.Account.LeaveOut(work.Holder, work.Element("requester"), "is no member of the plan's team; the lead stands for the requester");
        return draft.Lead;
    }

    private static Person? Member(PlanDraft draft, R4.ResourceReference reference, Activity work) =>
        ParticipantPerson.IdOf(draft, reference, work.Holder, work.Path("performer")) is { } id && draft.Members.TryGetValue(id, out var member) && member.Until is null
            ? member.Person
            : null;
}
