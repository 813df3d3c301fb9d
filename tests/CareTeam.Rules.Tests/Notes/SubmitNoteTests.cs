using CareTeam.Server.Notes;

namespace CareTeam.Rules.Tests.Notes;

public sealed class SubmitNoteTests
{
    private static readonly Timestamp Yesterday = Timestamp.FromDateTime(Given.Now.ToDateTime().AddDays(-1));

    private static SubmitNoteRequest Note() => new() { RequestId = Given.RequestId, NoteId = Given.NoteId, Body = new() { Narrative = "Walked." } };

    [Fact]
    public void It_occurred_when_the_patient_was_seen_and_the_plan_keeps_no_text()
    {
        var request = Note();
        request.EncounterAt = Yesterday;
        var outcome = Given.ActivePlan().When(new SubmitNote(RuleTable.Shipped), request, Given.Therapist);
        Assert.Equal(Yesterday, outcome.Events.Single().OccurredAt);
        Assert.Equal("Walked.", outcome.Events.Single().NoteSubmitted.Body.Narrative);
        Assert.Equal((Discipline.PhysicalTherapy, Given.Therapist), (outcome.After.Notes.Single().Discipline, outcome.After.Notes.Single().Author));
        Assert.DoesNotContain("Walked.", outcome.After.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_encounter_is_not_in_the_future()
    {
        var request = Note();
        request.EncounterAt = Given.Tomorrow;
        Given.ActivePlan().When(new SubmitNote(RuleTable.Shipped), request, Given.Therapist).ThenInvalid("encounter_at");
    }

    [Fact]
    public void A_late_entry_is_recorded_after_the_plan_has_ended_and_a_new_encounter_is_not()
    {
        var given = Given.ActivePlan().Event(new() { PlanCompleted = new() { Summary = "s" } });
        var late = Note();
        late.EncounterAt = Yesterday;
        Assert.Single(given.When(new SubmitNote(RuleTable.Shipped), late, Given.Therapist, Given.Tomorrow).Events);
        given.When(new SubmitNote(RuleTable.Shipped), Note(), Given.Therapist, Given.Tomorrow).ThenRefused("note.within-plan");
    }

    [Fact]
    public void Tasks_and_goals_it_speaks_of_must_be_there()
    {
        var request = Note();
        request.TaskIds.Add(Given.TaskId);
        Given.ActivePlan().When(new SubmitNote(RuleTable.Shipped), request, Given.Therapist).ThenNotFound();
        Assert.Equal([Given.TaskId], Given.PlanWithTask(TaskStatus.Requested).When(new SubmitNote(RuleTable.Shipped), request, Given.Therapist).After.Notes.Single().TaskIds);
    }

    [Fact]
    public void Patients_sign_no_clinical_notes() => Given.ActivePlan().When(new SubmitNote(RuleTable.Shipped), Note(), Given.Patient).ThenForbidden("NOT_A_CLINICIAN_OF_THE_TEAM");

    [Theory]
    [InlineData("")]
    [InlineData("  \n ")]
    public void A_note_without_text_is_invalid(string text)
    {
        var soap = new SubmitNoteRequest { PlanId = Given.PlanId, RequestId = Given.RequestId, Body = new() { Soap = new() { Plan = text } } };
        Assert.Equal(["body.soap"], Fields.Violated(new SubmitNote(RuleTable.Shipped), soap));
        var narrative = new SubmitNoteRequest { PlanId = Given.PlanId, RequestId = Given.RequestId, Body = new() { Narrative = text } };
        Assert.Equal(["body.narrative"], Fields.Violated(new SubmitNote(RuleTable.Shipped), narrative));
    }

    [Fact]
    public void Nobody_is_seen_before_birth() => Given.PlanOfPatientBorn("1980-06-15").When(new SubmitNote(RuleTable.Shipped), new()
    {
        RequestId = Given.RequestId,
        Body = new() { Narrative = "n" },
        EncounterAt = Timestamp.FromDateTime(new DateTime(1980, 6, 14, 9, 0, 0, DateTimeKind.Utc)),
    }, Given.Lead).ThenInvalid("encounter_at");

    [Fact]
    public void Of_a_device_whose_clock_is_a_little_fast_the_encounter_counts_as_of_now()
    {
        var request = Note();
        request.EncounterAt = Timestamp.FromDateTime(Given.Now.ToDateTime().AddMinutes(5));
        Assert.Equal(Given.Now, Given.ActivePlan().When(new SubmitNote(RuleTable.Shipped), request, Given.Therapist).After.Notes.Single().EncounterAt);
        request.EncounterAt = Timestamp.FromDateTime(Given.Now.ToDateTime().AddMinutes(5).AddSeconds(1));
        Given.ActivePlan().When(new SubmitNote(RuleTable.Shipped), request, Given.Therapist).ThenInvalid("encounter_at");
    }
}
