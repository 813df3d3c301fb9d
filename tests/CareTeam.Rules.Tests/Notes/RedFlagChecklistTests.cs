using CareTeam.Server.Notes;

namespace CareTeam.Rules.Tests.Notes;

public sealed class RedFlagChecklistTests
{
    private static SubmitNoteRequest Note(params RedFlagCheck[] checks) => new()
    {
        PlanId = Given.PlanId,
        RequestId = Given.RequestId,
        NoteId = Given.NoteId,
        Body = new() { Narrative = "n" },
        RedFlagChecks = { checks },
    };

    private static RedFlagCheck Present(RedFlagKind kind) => new() { Kind = kind, Present = true, Finding = "Seen." };

    private static Decision Submit(Given given, params RedFlagCheck[] checks) => given.When(new SubmitNote(RuleTable.Shipped), Note(checks), Given.Therapist);

    [Fact]
    public void A_present_flag_is_raised_with_the_note_and_an_absent_one_is_only_kept()
    {
        var after = Submit(Given.ActivePlan(), Present(RedFlagKind.Infection), new RedFlagCheck { Kind = RedFlagKind.Fracture }).After;
        var flag = after.RedFlags.Single();
        Assert.Equal((RedFlagKind.Infection, Given.NoteId, Given.Therapist), (flag.Kind, flag.NoteId, flag.RaisedBy));
        Assert.Equal(2, after.Notes.Single().RedFlagChecks.Count);
        Assert.Equal(flag.TaskId, after.Tasks.Single().TaskId);
    }

    [Fact]
    public void A_flag_that_is_open_is_not_raised_twice_and_one_that_was_resolved_is_raised_anew()
    {
        Assert.Single(Submit(Given.ActivePlan().RedFlag(), Present(RedFlagKind.CaudaEquina)).After.RedFlags);
        var resolved = Given.ActivePlan().RedFlag().Event(new() { RedFlagResolved = new() { RedFlagId = Given.FlagId, Resolution = "r" } });
        Assert.Equal(2, Submit(resolved, Present(RedFlagKind.CaudaEquina)).After.RedFlags.Count);
    }

    [Fact]
    public void A_late_note_of_an_ended_plan_loses_no_warning_sign()
    {
        var request = Note(Present(RedFlagKind.Malignancy));
        request.EncounterAt = Timestamp.FromDateTime(Given.Now.ToDateTime().AddDays(-1));
        var after = Given.PlanAt(PlanStatus.Completed).When(new SubmitNote(RuleTable.Shipped), request, Given.Therapist, Given.Tomorrow).After;
        Assert.Equal("", after.RedFlags.Single().TaskId);
        Assert.Empty(after.Tasks);
    }

    [Fact]
    public void Each_kind_is_asked_once_and_a_present_one_says_what_was_found() => Assert.Equal(
        ["red_flag_checks[0].kind", "red_flag_checks[1].finding", "red_flag_checks"],
        Fields.Violated(new SubmitNote(RuleTable.Shipped), Note(
            new RedFlagCheck(), new RedFlagCheck { Kind = RedFlagKind.Fracture, Present = true }, new RedFlagCheck { Kind = RedFlagKind.Fracture })));
}
