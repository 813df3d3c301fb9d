using CareTeam.Rules.Tests.Rules;
using CareTeam.Rules.Tests.Team;
using CareTeam.Server.Clocks;
using CareTeam.Server.Notes;
using static CareTeam.Rules.Tests.Team.GivenTeam;

namespace CareTeam.Rules.Tests.Notes;

public sealed class CosignatureRulesTests
{
    private static readonly RuleTable None = SiteRules.With("[{'id': 'note.cosignature', 'parameters': {'mode': 'none'}}]");

    private static Given Supervised(string region = "") => Given.ActivePlan().Joins(Assistant, Given.Therapist).In(region);

    private static Timestamp Day(int day) => Timestamp.FromDateTime(Given.Now.ToDateTime().AddDays(day));

    private static NoteSummary Submitted(Given given, int day = 0, RuleTable? rules = null, Person? by = null)
    {
        var request = new SubmitNoteRequest { RequestId = Guid.NewGuid().ToString(), EncounterAt = Day(day), Body = new() { Narrative = "n" } };
        var outcome = given.When(new SubmitNote(rules ?? RuleTable.Shipped), request, by ?? Assistant, Day(day));
        foreach (var e in outcome.Events) given.Event(e);
        return given.Plan.Notes[^1];
    }

    private static NoteSummary Amended(Given given, RuleTable? rules = null)
    {
        var request = new AmendNoteRequest { RequestId = Guid.NewGuid().ToString(), NoteId = given.Plan.Notes[0].NoteId, Reason = "r", Text = "t" };
        return given.When(new AmendNote(rules ?? RuleTable.Shipped), request, Assistant).After.Notes[0];
    }

    [Theory, RuleNotMet("note.cosignature")]
    [InlineData("", "[policy]")]
    [InlineData("US-TX", "[policy]")]
    [InlineData("US-OH", "Ohio Administrative Code 4755:2-2-06")]
    public void Every_assistants_note_waits_for_the_supervisor_and_says_until_when_and_by_which_rule(string region, string source)
    {
        var demand = Submitted(Supervised(region)).CosignatureDemand;
        Assert.Equal((Given.Therapist, "2026-03-09", "note.cosignature"), (demand.Supervisor, demand.DueDate, demand.Rule.RuleId));
        Assert.StartsWith(source, demand.Rule.Source, StringComparison.Ordinal);
    }

    [Fact, RuleMet("note.cosignature")]
    public void A_therapists_note_needs_none_and_where_the_rule_says_none_no_note_does()
    {
        Assert.Null(Submitted(Supervised(), by: Given.Therapist).CosignatureDemand);
        Assert.Null(Submitted(Supervised(), rules: None).CosignatureDemand);
        Assert.Null(Submitted(Supervised(), rules: SiteRules.With("[{'id': 'note.cosignature', 'severity': 'off'}]")).CosignatureDemand);
    }

    [Theory, RuleMet("note.cosignature"), RuleNotMet("note.cosignature")]
    [InlineData(7, false)]
    [InlineData(8, true)]
    public void In_South_Carolina_the_eighth_treatment_day_needs_one(int treatmentDays, bool needed)
    {
        var given = Supervised("US-SC");
        for (var day = 1; day < treatmentDays; day++) Assert.Null(Submitted(given, day).CosignatureDemand);
        // A second note of a day is no second treatment day.
        Assert.Null(Submitted(given, treatmentDays - 1).CosignatureDemand);
        Assert.Equal(needed, Submitted(given, treatmentDays).CosignatureDemand is not null);
    }

    [Theory, RuleMet("note.cosignature"), RuleNotMet("note.cosignature")]
    [InlineData(59, "")]
    [InlineData(60, "2026-05-01")]
    public void In_South_Carolina_the_first_note_after_sixty_days_needs_one_the_same_day(int day, string due)
    {
        var given = Supervised("US-SC");
        Submitted(given, 0);
        Assert.Equal(due, Submitted(given, day).CosignatureDemand?.DueDate ?? "");
    }

    [Fact]
    public void One_co_signature_is_enough_for_the_run_and_starts_the_next()
    {
        var given = Supervised("US-SC");
        for (var day = 1; day <= 8; day++) Submitted(given, day);
        Assert.Null(Submitted(given, 9).CosignatureDemand);
        given.Cosigned(Given.Therapist, given.Plan.Notes[7].NoteId);
        for (var day = 10; day <= 15; day++) Assert.Null(Submitted(given, day).CosignatureDemand);
        Assert.NotNull(Submitted(given, 16).CosignatureDemand);
    }

    [Fact]
    public void A_late_note_of_a_day_before_the_last_co_signature_is_covered_by_it()
    {
        var given = Supervised("US-SC");
        Submitted(given, 70);
        given.Cosigned(Given.Therapist, given.Plan.Notes[0].NoteId);
        Assert.Null(Submitted(given, 5).CosignatureDemand);
    }

    [Fact]
    public void An_amendment_after_the_co_signature_needs_a_new_one_in_every_mode_that_knows_any()
    {
        foreach (var region in new[] { "", "US-SC" })
            Assert.Equal(Given.Therapist, Amended(Supervised(region).AssistantsNote().Cosigned(Given.Therapist)).CosignatureDemand.Supervisor);
        Assert.Null(Amended(Supervised().AssistantsNote().Cosigned(Given.Therapist), None).CosignatureDemand);
    }

    [Fact]
    public void An_amendment_before_the_co_signature_leaves_the_day_by_which_it_is_due()
    {
        var given = Supervised().AssistantsNote();
        Assert.Equal(given.Plan.Notes[0].CosignatureDemand, Amended(given).CosignatureDemand);
    }

    [Fact]
    public void An_amendment_of_a_note_that_needed_none_needs_none_where_days_are_counted()
    {
        var given = Supervised("US-SC");
        Submitted(given);
        Assert.Null(Amended(given).CosignatureDemand);
    }

    [Fact]
    public void A_site_that_misspells_the_mode_does_not_start()
    {
        var problems = Assert.Throws<InvalidDataException>(() => SiteRules.With("[{'id': 'note.cosignature', 'parameters': {'mode': 'sometimes'}}]")).Message;
        Assert.Contains("every-note", problems, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_awaited_falls_due_on_its_day_for_the_supervisor()
    {
        var due = Assert.Single(Dues(Supervised().AssistantsNote()));
        Assert.Equal(("note.cosignature", Given.NoteId, new DateOnly(2026, 3, 9), Given.Therapist), (due.Kind, due.SubjectId, due.Day, due.Assignee));
        Assert.Empty(Dues(Supervised().AssistantsNote().Cosigned(Given.Therapist)));
    }

    [Fact]
    public void Where_days_are_counted_they_fall_due_also_when_no_further_note_comes()
    {
        var given = Supervised("US-SC");
        var first = Submitted(given);
        Submitted(given, 3);
        var due = Assert.Single(Dues(given));
        Assert.Equal(("note.periodic-cosignature", first.NoteId, new DateOnly(2026, 5, 1), Given.Therapist), (due.Kind, due.SubjectId, due.Day, due.Assignee));
        Assert.True(due.NoticeDay < due.Day);
    }

    private static IEnumerable<Due> Dues(Given given) => new CosignatureDues().Dues(given.Plan, RuleTable.Shipped, RuleTable.Shipped.Day(given.Plan.Coverage, Given.Now));
}
