using CareTeam.Rules.Tests.Team;
using CareTeam.Server.Notes;
using static CareTeam.Rules.Tests.Team.GivenTeam;

namespace CareTeam.Rules.Tests.Notes;

public sealed class CosignNoteTests
{
    private static readonly CosignNoteRequest Cosign = new() { PlanId = Given.PlanId, RequestId = Given.RequestId, NoteId = Given.NoteId, Meaning = SignatureMeaning.Review };

    private static Given Waiting() => Given.ActivePlan().Joins(Assistant, Given.Therapist).Joins(OccupationalTherapist).AssistantsNote();

    private static Given Amended() => Waiting().Event(new() { NoteAmended = new() { NoteId = Given.NoteId, AmendmentId = AmendmentId, Author = Assistant } });

    [Fact]
    public void The_supervisor_signs_with_name_time_and_meaning_and_nothing_is_awaited_any_more()
    {
        var outcome = Waiting().When(new CosignNote(), Cosign, Given.Therapist, Given.Tomorrow);
        var cosignature = new NoteCosignature { Signer = Given.Therapist, SignedAt = Given.Tomorrow, Meaning = SignatureMeaning.Review };
        outcome.Then(new PlanEvent { NoteCosigned = new() { NoteId = Given.NoteId, Cosignature = cosignature } });
        var note = outcome.After.Notes.Single();
        Assert.Equal([cosignature], note.Cosignatures);
        Assert.Null(note.CosignatureDemand);
    }

    [Fact]
    public void Another_therapist_of_the_discipline_may_sign_and_one_of_another_may_not()
    {
        Assert.Single(Waiting().When(new CosignNote(), Cosign, Given.OtherTherapist).Events);
        Waiting().When(new CosignNote(), Cosign, OccupationalTherapist).ThenForbidden("NOT_OF_THE_DISCIPLINE");
        Waiting().When(new CosignNote(), Cosign, Given.Lead).ThenForbidden("MAY_NOT_COSIGN");
        Waiting().When(new CosignNote(), Cosign, Assistant).ThenForbidden("MAY_NOT_COSIGN");
    }

    [Fact]
    public void The_author_never_signs_also_when_they_have_become_a_therapist()
    {
        var promoted = Assistant.Clone();
        promoted.Role = Role.PhysicalTherapist;
        Waiting().Leaves(Assistant).Joins(promoted).When(new CosignNote(), Cosign, promoted).ThenRefused("note.cosigned-by-another");
    }

    [Fact]
    public void Only_an_assistants_note_is_co_signed() => Given.ActivePlan().Note(Given.OtherTherapist).When(new CosignNote(), Cosign, Given.Therapist).ThenRefused("note.cosignature-of-assistant");

    [Fact]
    public void A_signature_covers_the_amendments_that_were_read_and_only_with_all_of_them_it_is_given()
    {
        Amended().When(new CosignNote(), Cosign, Given.Therapist).ThenRefused("note.cosigned-as-read");
        var read = Cosign.Clone();
        read.AmendmentIds.Add(AmendmentId);
        Assert.Equal([AmendmentId], Amended().When(new CosignNote(), read, Given.Therapist).After.Notes.Single().Cosignatures.Single().AmendmentIds);
        Waiting().When(new CosignNote(), read, Given.Therapist).ThenRefused("note.cosigned-as-read");
    }

    [Fact]
    public void One_signature_is_enough_until_an_amendment_comes()
    {
        Waiting().Cosigned(Given.Therapist).When(new CosignNote(), Cosign, Given.Therapist).ThenNothing();
        Waiting().Cosigned(Given.Therapist).When(new CosignNote(), Cosign, Given.OtherTherapist).ThenRefused("note.cosigned-once");
        var read = Cosign.Clone();
        read.AmendmentIds.Add(AmendmentId);
        var again = Waiting().Cosigned(Given.Therapist).Event(new() { NoteAmended = new() { NoteId = Given.NoteId, AmendmentId = AmendmentId, Author = Assistant } });
        Assert.Equal(2, again.When(new CosignNote(), read, Given.OtherTherapist).After.Notes.Single().Cosignatures.Count);
    }

    [Fact]
    public void It_can_be_signed_after_the_plan_has_ended() =>
        Assert.Single(Waiting().Event(new() { PlanCompleted = new() { Summary = "s" } }).When(new CosignNote(), Cosign, Given.Therapist).Events);

    [Fact]
    public void A_note_that_is_not_there_is_not_found() => Given.ActivePlan().When(new CosignNote(), Cosign, Given.Therapist).ThenNotFound();

    [Fact]
    public void It_says_what_the_signature_means_and_never_that_the_signer_wrote_it()
    {
        Assert.Equal(["note_id", "meaning"], Fields.Violated(new CosignNote(), new CosignNoteRequest { PlanId = Given.PlanId, RequestId = Given.RequestId }));
        var asAuthor = Cosign.Clone();
        asAuthor.Meaning = SignatureMeaning.Authorship;
        Assert.Equal(["meaning"], Fields.Violated(new CosignNote(), asAuthor));
    }
}
