namespace CareTeam.Rules.Tests.Team;

/// <summary>Therapy assistants, a second physician who may lead, and what there is to do with them.</summary>
internal static class GivenTeam
{
    public const string HandoverId = "0190c0de-0000-7000-8000-0000000000b1";
    public const string AmendmentId = "0190c0de-0000-7000-8000-0000000000b2";

    public static readonly Person Assistant = new() { PersonId = "pta", Name = "Assi", Role = Role.PhysicalTherapistAssistant };
    public static readonly Person OccupationalTherapist = new() { PersonId = "ot", Name = "Otto", Role = Role.OccupationalTherapist };
    public static readonly Person OtherPhysician = new() { PersonId = "dr-other", Name = "Other", Role = Role.PainPhysician };

    public static Given Joins(this Given given, Person person, Person? supervisor = null) =>
        given.Event(new() { MemberAdded = new() { Person = person, Since = Given.Now, SupervisorPersonId = supervisor?.PersonId ?? "" } });

    public static Given Leaves(this Given given, Person person) => given.Event(new() { MembershipEnded = new() { PersonId = person.PersonId, Until = Given.Now, Reason = "Left." } });

    public static Given In(this Given given, string region) => given.Event(new() { CoverageRecorded = new() { Coverage = new() { Region = region } } });

    /// <summary>A note of the assistant's that the therapist is to co-sign.</summary>
    public static Given AssistantsNote(this Given given, Person? supervisor = null, string id = Given.NoteId) => given.Event(new()
    {
        NoteSubmitted = new()
        {
            Summary = new() { NoteId = id, Author = Assistant, EncounterAt = Given.Now, CosignatureDemand = new() { Supervisor = supervisor ?? Given.Therapist, DueDate = "2026-03-09", Rule = new() { RuleId = "note.cosignature" } } },
            Body = new() { Narrative = "n" },
        },
    });

    public static Given Cosigned(this Given given, Person by, string id = Given.NoteId) => given.Event(new()
    {
        NoteCosigned = new() { NoteId = id, Cosignature = new() { Signer = by, SignedAt = Given.Now, Meaning = SignatureMeaning.Review, AmendmentIds = { given.Plan.Notes.Single(n => n.NoteId == id).AmendmentIds } } },
    });

    public static Given HandoverTo(this Given given, Person person) => given.Event(new() { HandoverProposed = new() { HandoverId = HandoverId, ProposedTo = person, Reason = "Leave." } });
}
