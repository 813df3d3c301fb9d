using CareTeam.Server.Notes;

namespace CareTeam.Rules.Tests.Notes;

public sealed class AmendNoteTests
{
    [Fact]
    public void Only_its_author_amends_a_note()
    {
        var request = new AmendNoteRequest { RequestId = Given.RequestId, NoteId = Given.NoteId, Reason = "Typo.", Text = "Left, not right." };
        var given = Given.ActivePlan().Note(Given.Therapist);
        given.When(new AmendNote(RuleTable.Shipped), request, Given.Lead).ThenRefused("note.amended-by-author");
        Assert.Single(given.When(new AmendNote(RuleTable.Shipped), request, Given.Therapist).After.Notes.Single().AmendmentIds);
        Given.ActivePlan().When(new AmendNote(RuleTable.Shipped), request, Given.Therapist).ThenNotFound();
    }

    [Fact]
    public void An_amendments_id_is_used_once()
    {
        var request = new AmendNoteRequest { RequestId = Given.RequestId, NoteId = Given.NoteId, AmendmentId = Given.FlagId, Reason = "Typo.", Text = "Left." };
        Given.ActivePlan().Note(Given.Therapist).Event(new() { NoteAmended = new() { NoteId = Given.NoteId, AmendmentId = Given.FlagId } })
            .When(new AmendNote(RuleTable.Shipped), request, Given.Therapist).ThenRefused("id.unused");
    }

    [Fact]
    public void Beyond_fifty_amendments_a_note_of_its_own_is_asked_for()
    {
        var request = new AmendNoteRequest { RequestId = Given.RequestId, NoteId = Given.NoteId, Reason = "Typo.", Text = "Left, not right." };
        var given = Given.ActivePlan().Note(Given.Therapist);
        for (var i = 1; i < AmendNote.MostOfOneNote; i++) given.Event(new() { NoteAmended = new() { NoteId = Given.NoteId, AmendmentId = $"0190c0de-0000-7000-8000-0000000f{i:0000}" } });
        Assert.Null(given.When(new AmendNote(RuleTable.Shipped), request, Given.Therapist).Refusal);
        given.Event(new() { NoteAmended = new() { NoteId = Given.NoteId, AmendmentId = Given.FlagId } }).When(new AmendNote(RuleTable.Shipped), request, Given.Therapist).ThenRefused("note.most-amendments");
    }

    [Fact]
    public void An_amendment_can_be_made_after_the_plan_has_ended()
    {
        var request = new AmendNoteRequest { RequestId = Given.RequestId, NoteId = Given.NoteId, Reason = "Typo.", Text = "Left, not right." };
        Assert.Single(Given.ActivePlan().Note(Given.Therapist).Event(new() { PlanCompleted = new() { Summary = "Back at work." } })
            .When(new AmendNote(RuleTable.Shipped), request, Given.Therapist).Events);
    }

    [Fact]
    public void Its_event_keeps_the_text_and_the_plan_does_not()
    {
        var request = new AmendNoteRequest { RequestId = Given.RequestId, NoteId = Given.NoteId, AmendmentId = Given.FlagId, Reason = "Typo.", Text = "Left, not right." };
        var outcome = Given.ActivePlan().Note(Given.Therapist).When(new AmendNote(RuleTable.Shipped), request, Given.Therapist);
        outcome.Then(new PlanEvent
        {
            NoteAmended = new() { NoteId = Given.NoteId, AmendmentId = Given.FlagId, Author = Given.Therapist, Reason = "Typo.", Text = "Left, not right." },
        });
        Assert.Equal([Given.FlagId], outcome.After.Notes.Single().AmendmentIds);
        Assert.DoesNotContain("Left, not right.", outcome.After.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void It_needs_a_reason_and_a_text()
    {
        var request = new AmendNoteRequest { PlanId = Given.PlanId, RequestId = Given.RequestId, NoteId = Given.NoteId };
        Assert.Equal(["reason", "text"], Fields.Violated(new AmendNote(RuleTable.Shipped), request));
    }
}
