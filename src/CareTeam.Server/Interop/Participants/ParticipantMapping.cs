using R4 = Hl7.Fhir.Model;

namespace CareTeam.Server.Interop;

/// <summary>The participants of the CareTeams of a CarePlan, and its author, are the members of the plan.</summary>
public static class ParticipantMapping
{
    // A team of teams of teams; deeper is a mistake or an attack.
    private const int DeepestTeam = 10;

    public static IEnumerable<PlanEvent> Events(PlanDraft draft)
    {
        var teams = new Teams([], []);
        for (var i = 0; i < draft.CarePlan.CareTeam.Count; i++) AddTeam(draft, draft.CarePlan.CareTeam[i], draft.Source, $"careTeam[{i}]", teams, 1);
        if (draft.CarePlan.Author is { } author)
        {
            draft.TakeReference(author);
            if (draft.Find(author, draft.Source, "author") is { Resource: R4.CareTeam }) AddTeam(draft, author, draft.Source, "author", teams, 1);
            else if (ParticipantPerson.Of(draft, author, [], draft.Source, "author") is { } person) draft.Author = AddAuthor(draft, person, teams);
        }

        foreach (var member in draft.Members.Values.Where(m => m.Person.PersonId != draft.Lead.PersonId))
        {
            var since = member.Since ?? draft.Start ?? draft.Now;
            if (member.Until is not null && since > member.Until) since = member.Until;
            yield return new() { MemberAdded = new() { Person = member.Person, Since = since }, OccurredAt = since };
            if (member.Until is not null)
                yield return new()
                {
                    MembershipEnded = new() { PersonId = member.Person.PersonId, Until = member.Until, Reason = "Ended in the imported record." },
                    OccurredAt = member.Until,
                };
        }
    }

    private static void AddTeam(PlanDraft draft, R4.ResourceReference reference, BundledResource holder, string element, Teams teams, int depth)
    {
        draft.TakeReference(reference);
        var found = draft.Find(reference, holder, element);
        if (found is not null && teams.Found.Contains(found)) return;
        var refusal = found is null ? LeftOutReasons.NotInBundle
            : found.Resource is not R4.CareTeam ? null
            : depth > DeepestTeam ? $"is a CareTeam within more than {DeepestTeam} others"
            : LeftOutReasons.CannotBeUnderstood(found.Resource) ? LeftOutReasons.NotUnderstood
            : TeamRefusal(draft, found, (R4.CareTeam)found.Resource);
        if (refusal is not null)
        {
            draft.Account.LeaveOut(holder, $"{holder.TypeName}.{element}", refusal);
            if (found is not null) draft.Account.LeaveOut(found, refusal);
        }
        else if (found!.Resource is not R4.CareTeam team) draft.Broken(holder, element, $"refers to a resource of type {found.TypeName}, not to a CareTeam");
        else AddParticipants(draft, found, team, teams, depth);
    }

    private static string? TeamRefusal(PlanDraft draft, BundledResource found, R4.CareTeam team) =>
        team.Status is R4.CareTeam.CareTeamStatus.EnteredInError or R4.CareTeam.CareTeamStatus.Proposed or R4.CareTeam.CareTeamStatus.Inactive
            ? $"is a CareTeam that is {Hl7.Fhir.Utility.EnumUtility.GetLiteral(team.Status)}"
        : team.Period?.EndElement is { } end && draft.TimeOf(end, found, "period.end", isEnd: true) is { } until && FhirDates.LastOf(end.Value!, until) <= draft.Now ? "is a CareTeam whose time is over"
        : !draft.IsOfThisPatient(team.Subject, found) ? LeftOutReasons.OfAnotherPatient
        : null;

    private static void AddParticipants(PlanDraft draft, BundledResource found, R4.CareTeam team, Teams teams, int depth)
    {
        teams.Found.Add(found);
        draft.Account.Use(found);
        if (team.Status == R4.CareTeam.CareTeamStatus.Active) draft.Take(team.StatusElement);
        for (var i = 0; i < team.Participant.Count; i++)
        {
            var (participant, element) = (draft.Take(team.Participant[i])!, $"participant[{i}]");
            if (participant.ModifierExtension.Count > 0)
            {
                draft.Account.LeaveOut(found, $"CareTeam.{element}", LeftOutReasons.NotUnderstood);
                continue;
            }
            if (participant.Member is not { } member) continue;
            draft.TakeReference(member);
            if (draft.Find(member, found, element + ".member") is { Resource: R4.CareTeam }) AddTeam(draft, member, found, element + ".member", teams, depth + 1);
            else if (ParticipantPerson.Of(draft, member, participant.Role, found, element + ".member") is { } person)
            {
                var (since, until) = Period(draft, participant, found, element);
                if (since is not null && since > draft.Now)
                {
                    draft.Account.LeaveOut(found, $"CareTeam.{element}.period.start", "lies in the future; who has not come yet is no member");
                    teams.Coming.Add(person.PersonId);
                    continue;
                }
                if (Add(draft, person, since, until).Role != person.Role && person.Role != Role.OtherClinician)
                    draft.Account.LeaveOut(found, $"CareTeam.{element}.role", "is another role of a member; a member has one");
            }
        }
    }

    private static (Timestamp? Since, Timestamp? Until) Period(PlanDraft draft, R4.CareTeam.ParticipantComponent participant, BundledResource team, string element)
    {
        if (draft.Take(participant.Period) is not { } period) return (null, null);
        var since = draft.TimeOf(period.StartElement, team, element + ".period.start");
        if (draft.TimeOf(period.EndElement, team, element + ".period.end", isEnd: true) is not { } end) return (since, null);
        var until = FhirDates.LastOf(period.End!, end);
        if (until <= draft.Now) return (since, until);
        draft.Account.LeaveOut(team, $"CareTeam.{element}.period.end", "lies in the future");
        return (since, null);
    }

    // To have written the plan makes nobody a member who has left since, or is still to come.
    private static Person AddAuthor(PlanDraft draft, Person author, Teams teams) =>
        draft.Members.TryGetValue(author.PersonId, out var known) ? known.Person
        : teams.Coming.Contains(author.PersonId) ? author
        : Add(draft, author, null, null);

    /// <summary>A person is on a team once. Who comes again, still there, does not leave.</summary>
    private static Person Add(PlanDraft draft, Person person, Timestamp? since, Timestamp? until)
    {
        if (person.PersonId == draft.Lead.PersonId) person = draft.Lead;
        if (!draft.Members.TryGetValue(person.PersonId, out var known)) draft.Members[person.PersonId] = new(person, since, until);
        else
        {
            if (known.Person.Role != Role.OtherClinician) person = known.Person;
            draft.Members[person.PersonId] = new(person, Earlier(known.Since, since), known.Until is null || until is null ? null : Later(known.Until, until));
        }
        return person;
    }

    /// <summary>The teams whose people are added already, and who of them has not come yet.</summary>
    private sealed record Teams(HashSet<BundledResource> Found, HashSet<string> Coming);

    private static Timestamp? Earlier(Timestamp? a, Timestamp? b) => a is null || b is null ? null : a < b ? a : b;

    private static Timestamp Later(Timestamp a, Timestamp b) => a > b ? a : b;
}
