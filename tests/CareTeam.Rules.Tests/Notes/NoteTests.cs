using CareTeam.Server.Notes;

namespace CareTeam.Rules.Tests.Notes;

public sealed class NoteTests
{
    private static readonly Timestamp Yesterday = Timestamp.FromDateTime(Given.Now.ToDateTime().AddDays(-1));
    private static readonly Timestamp Tomorrow = Timestamp.FromDateTime(Given.Now.ToDateTime().AddDays(1));

    private static SubmitNoteRequest Note() => new() { RequestId = Given.RequestId, NoteId = Given.NoteId, Body = new() { Narrative = "Walked." } };

    [Fact]
    public void It_occurred_when_the_patient_was_seen_and_the_plan_keeps_no_text()
    {
        var request = Note();
        request.EncounterAt = Yesterday;
        var outcome = Given.ActivePlan().When(new SubmitNote(), request, Given.Therapist);
        Assert.Equal(Yesterday, outcome.Events.Single().OccurredAt);
        Assert.Equal("Walked.", outcome.Events.Single().NoteSubmitted.Body.Narrative);
        Assert.Equal((Discipline.PhysicalTherapy, Given.Therapist), (outcome.After.Notes.Single().Discipline, outcome.After.Notes.Single().Author));
        Assert.DoesNotContain("Walked.", outcome.After.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_encounter_is_not_in_the_future()
    {
        var request = Note();
        request.EncounterAt = Tomorrow;
        Given.ActivePlan().When(new SubmitNote(), request, Given.Therapist).ThenInvalid("encounter_at");
    }

    [Fact]
    public void A_late_entry_is_recorded_after_the_plan_has_ended_and_a_new_encounter_is_not()
    {
        var given = Given.ActivePlan().Event(new() { PlanCompleted = new() { Summary = "s" } });
        var late = Note();
        late.EncounterAt = Yesterday;
        Assert.Single(given.When(new SubmitNote(), late, Given.Therapist, Tomorrow).Events);
        given.When(new SubmitNote(), Note(), Given.Therapist, Tomorrow).ThenRefused("note.within-plan");
    }

    [Fact]
    public void Tasks_and_goals_it_speaks_of_must_be_there()
    {
        var request = Note();
        request.TaskIds.Add(Given.TaskId);
        Given.ActivePlan().When(new SubmitNote(), request, Given.Therapist).ThenNotFound();
        Assert.Equal([Given.TaskId], Given.PlanWithTask(TaskStatus.Requested).When(new SubmitNote(), request, Given.Therapist).After.Notes.Single().TaskIds);
    }

    [Fact]
    public void Patients_sign_no_clinical_notes() => Given.ActivePlan().When(new SubmitNote(), Note(), Given.Patient).ThenForbidden("NOT_A_CLINICIAN_OF_THE_TEAM");

    [Fact]
    public void An_amendments_id_is_used_once()
    {
        var request = new AmendNoteRequest { RequestId = Given.RequestId, NoteId = Given.NoteId, AmendmentId = Given.FlagId, Reason = "Typo.", Text = "Left." };
        Given.ActivePlan().Note(Given.Therapist).Event(new() { NoteAmended = new() { NoteId = Given.NoteId, AmendmentId = Given.FlagId } })
            .When(new AmendNote(), request, Given.Therapist).ThenRefused("id.unused");
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n ")]
    public void A_note_without_text_is_invalid(string text)
    {
        var soap = new SubmitNoteRequest { PlanId = Given.PlanId, RequestId = Given.RequestId, Body = new() { Soap = new() { Plan = text } } };
        Assert.Equal(["body.soap"], Fields.Violated(new SubmitNote(), soap));
        var narrative = new SubmitNoteRequest { PlanId = Given.PlanId, RequestId = Given.RequestId, Body = new() { Narrative = text } };
        Assert.Equal(["body.narrative"], Fields.Violated(new SubmitNote(), narrative));
    }

    [Fact]
    public void Only_its_author_amends_a_note()
    {
        var request = new AmendNoteRequest { RequestId = Given.RequestId, NoteId = Given.NoteId, Reason = "Typo.", Text = "Left, not right." };
        var given = Given.ActivePlan().Note(Given.Therapist);
        given.When(new AmendNote(), request, Given.Lead).ThenRefused("note.amended-by-author");
        Assert.Single(given.When(new AmendNote(), request, Given.Therapist).After.Notes.Single().AmendmentIds);
        Given.ActivePlan().When(new AmendNote(), request, Given.Therapist).ThenNotFound();
    }
}
