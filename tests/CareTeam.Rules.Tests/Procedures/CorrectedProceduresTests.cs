using CareTeam.Rules.Tests.Rules;
using CareTeam.Server.Outcomes;
using CareTeam.Server.Procedures;
using CareTeam.Server.Therapy;
using static CareTeam.Rules.Tests.Procedures.ProcedureStory;

namespace CareTeam.Rules.Tests.Procedures;

public sealed class CorrectedProceduresTests
{
    private static readonly FollowUpProcedure FollowUp = new(RuleTable.Shipped);

    private static RecordProcedureRequest Correct(string day, Action<RecordProcedureRequest>? with = null)
    {
        var request = Record(day);
        request.CorrectionReason = "The day of the letter, not of the injection.";
        with?.Invoke(request);
        return request;
    }

    private static Given Done(Given given, RecordProcedureRequest request)
    {
        var decision = given.WhenRecorded(request);
        Assert.Null(decision.Refusal);
        foreach (var e in decision.Events) given.Event(e.Clone());
        return given;
    }

    private static Given Recorded(string day = "2026-02-20") => Done(Given.ActivePlan().Scheduled(Epidural()), Record(day));

    private static FollowUpProcedureRequest Response(string id, int after, string corrects = "") => new()
    {
        PlanId = Given.PlanId,
        RequestId = Given.RequestId,
        ProcedureId = Id(1),
        FollowUpId = id,
        AssessedDate = "2026-02-24",
        NprsBefore = 8,
        NprsAfter = after,
        SupersedesFollowUpId = corrects,
        CorrectionReason = corrects.Length > 0 ? "Of another patient." : "",
    };

    [Fact]
    public void A_procedure_of_another_day_takes_that_day_and_the_mistake_stays_to_be_seen()
    {
        var procedure = Done(Recorded(), Correct("2026-02-10")).Plan.Procedures.Single();
        Assert.Equal(("2026-02-10", ProcedureStatus.Completed), (procedure.PerformedDate, procedure.Status));
        var mistaken = procedure.MistakenRecords.Single();
        Assert.Equal(("2026-02-20", Given.Lead, Given.Now, "The day of the letter, not of the injection."), (mistaken.Record.PerformedDate, mistaken.CorrectedBy, mistaken.CorrectedAt, mistaken.CorrectionReason));
        Assert.Equal(2, Done(Done(Recorded(), Correct("2026-02-10")), Correct("2026-02-11")).Plan.Procedures.Single().MistakenRecords.Count);
    }

    [Fact]
    public void The_window_for_rehabilitation_follows_the_day()
    {
        var window = Done(Recorded(), Correct("2026-02-10")).Plan.RehabilitationWindows.Single();
        Assert.Equal(("2026-02-10", "2026-02-24"), (window.OpenedDate, window.FirstVisitByDate));
        Assert.Single(Recorded().WhenRecorded(Correct("2026-02-20", r => r.Description = "L5, not L4.")).Events);
    }

    [Fact]
    public void One_that_turns_out_to_be_stopped_opens_no_window_and_one_that_treated_after_all_does()
    {
        var stopped = Done(Recorded(), Correct("2026-02-20", r => r.StoppedReason = "Vasovagal."));
        Assert.Empty(stopped.Plan.WindowsThatHold());
        Assert.Empty(RehabilitationWindows.Dues(stopped.Plan, RuleTable.Shipped, new(2026, 3, 2)));
        Assert.Single(Done(stopped, Correct("2026-02-21")).Plan.WindowsThatHold());
    }

    [Fact]
    public void Limits_and_gates_are_asked_of_the_day_as_it_is_corrected()
    {
        var schedule = Epidural();
        schedule.Indication.PainSinceDate = "2026-01-05";
        Done(Given.ActivePlan().Scheduled(schedule), Record("2026-02-20")).WhenRecorded(Correct("2026-01-20")).ThenRule("epidural.pain-duration", met: false);
    }

    [Fact]
    public void What_is_not_recorded_is_not_corrected_and_what_is_recorded_is_not_recorded_again()
    {
        Given.ActivePlan().Scheduled(Epidural()).WhenRecorded(Correct("2026-02-10")).ThenRefused("procedure.lifecycle");
        Recorded().WhenRecorded(Record("2026-02-10")).ThenRefused("procedure.lifecycle");
    }

    [Fact]
    public void Who_performed_it_did_so_whoever_corrects_it()
    {
        var given = Given.ActivePlan().Scheduled(Epidural());
        var physician = new Person { PersonId = "dr-pain", Name = "Pain", Role = Role.PainPhysician };
        given.Event(new() { MemberAdded = new() { Person = physician, Since = Given.Now } });
        foreach (var e in given.When(new RecordProcedure(RuleTable.Shipped), Record("2026-02-20"), physician).Events) given.Event(e.Clone());
        Assert.Equal(physician, Done(given, Correct("2026-02-10")).Plan.Procedures.Single().PerformedBy);
        var other = new Person { PersonId = "dr-other", Name = "Other", Role = Role.PainPhysician };
        given.Event(new() { MemberAdded = new() { Person = other, Since = Given.Now } });
        given.When(new RecordProcedure(RuleTable.Shipped), Correct("2026-02-11"), other).ThenRefused("procedure.corrected-by-author");
    }

    [Fact]
    public void It_was_not_after_its_follow_up()
    {
        var given = Given.ActivePlan().Performed(1, ProcedureKind.TransforaminalEpiduralSteroid, "2026-02-10").Helped(1, "2026-02-20");
        given.WhenRecorded(Correct("2026-02-21", r => r.ProcedureId = Id(1))).ThenInvalid("performed_date");
    }

    [Fact]
    public void The_mistake_is_not_drawn_beside_the_outcomes()
    {
        var given = Given.ActivePlan().Scheduled(Epidural());
        var events = new List<PlanEvent>();
        foreach (var request in new[] { Record("2026-02-20"), Correct("2026-02-10") })
            foreach (var e in given.WhenRecorded(request).Events.Select(e => e.Clone()))
            {
                given.Event(e);
                events.Add(e);
            }
        Assert.Equal(["Transforaminal epidural steroid injection L4-L5 left", "rehabilitation window through 2026-05-05"], TrajectoryMarkers.Of(given.Plan, events).Select(m => m.Text));
    }

    [Fact]
    public void A_mistaken_response_opens_no_gate()
    {
        var given = Given.ActivePlan().Performed(1, ProcedureKind.TransforaminalEpiduralSteroid, "2025-11-01").Helped(1, "2026-02-24", after: 0);
        given.WhenScheduled(Epidural()).ThenRule("epidural.repeat", met: true);
        var decision = given.When(FollowUp, Response(Id(90), 7, Id(51)), Given.Lead);
        Assert.Null(decision.Refusal);
        foreach (var e in decision.Events) given.Event(e.Clone());
        Assert.Equal([(Id(51), Id(90)), (Id(90), "")], given.Plan.Procedures.Single().FollowUps.Select(f => (f.FollowUpId, f.SupersededByFollowUpId)));
        given.WhenScheduled(Epidural()).ThenRule("epidural.repeat", met: false);
    }

    [Fact]
    public void A_response_is_corrected_by_who_assessed_it_or_leads_the_plan_and_once()
    {
        var given = Given.ActivePlan().Performed(1, ProcedureKind.TransforaminalEpiduralSteroid, "2026-02-10");
        foreach (var e in given.When(FollowUp, Response(Id(90), 0), Given.Therapist).Events) given.Event(e.Clone());
        given.When(FollowUp, Response(Id(91), 7, Id(90)), Given.OtherTherapist).ThenRefused("follow-up.corrected-by-author");
        foreach (var e in given.When(FollowUp, Response(Id(91), 7, Id(90)), Given.Therapist).Events) given.Event(e.Clone());
        given.When(FollowUp, Response(Id(92), 7, Id(90)), Given.Lead).ThenRefused("follow-up.corrected-once");
        Assert.Equal(["correction_reason"], Fields.Violated(FollowUp, Response(Id(92), 7, Id(91)) is var r && (r.CorrectionReason = "") == "" ? r : r));
    }

    private static Given Repeated() => Given.ActivePlan().Performed(1, ProcedureKind.TransforaminalEpiduralSteroid, "2025-11-01").Helped(1, "2026-02-05")
        .Performed(2, ProcedureKind.TransforaminalEpiduralSteroid, "2026-02-20");

    [Fact, RuleNotMet("procedure.corrected-after-session")]
    public void A_session_that_was_judged_by_the_mistake_stays_and_the_correction_says_so()
    {
        var found = Repeated().When(FollowUp, Response(Id(90), 7, Id(51)), Given.Lead).Events.Single().ProcedureFollowedUp.FollowUp.Findings.Single();
        Assert.Equal(("procedure.corrected-after-session", "The session of 2026-02-20 was judged by what is corrected; look at it again."), (found.RuleId, found.Text));
        Assert.Contains(Repeated().WhenRecorded(Correct("2025-10-25", r => r.ProcedureId = Id(1)), SiteRules.With("[{'id': 'epidural.pain-duration', 'severity': 'off'}]")).Findings(), f => f.RuleId == "procedure.corrected-after-session");
    }

    [Fact, RuleMet("procedure.corrected-after-session")]
    public void Where_no_session_came_after_it_nothing_is_said()
    {
        Assert.DoesNotContain(Recorded().WhenRecorded(Correct("2026-02-10")).Findings(), f => f.RuleId == "procedure.corrected-after-session");
        Assert.Empty(Repeated().Helped(2, "2026-02-24").When(FollowUp, new FollowUpProcedureRequest(Response(Id(90), 7, Id(52))) { ProcedureId = Id(2) }, Given.Lead).Events.Single().ProcedureFollowedUp.FollowUp.Findings);
    }

    [Fact]
    public void An_antithrombotic_that_came_to_be_known_since_keeps_no_mistake_in_the_record()
    {
        var given = Recorded().Event(new() { HomeMedicationReported = new() { Medication = new() { MedicationId = Id(65), Name = "apixaban", Status = MedicationStatus.Active, Reported = true } } });
        given.WhenRecorded(Correct("2026-02-20", r => r.Description = "L5, not L4.")).ThenRule("checklist.antithrombotic-plan", met: true);
        given.WhenRecorded(Correct("2026-02-20", r => r.Checklist.Antithrombotics = new() { Use = AntithromboticUse.Held })).ThenRule("checklist.antithrombotic-plan", met: false);
    }

    [Fact]
    public void A_procedure_that_was_corrected_as_often_as_it_may_be_is_not_corrected_again()
    {
        var given = Recorded();
        for (var i = 0; i < PlanBounds.MostOfProcedure; i++) Done(given, Correct("2026-02-20"));
        var refused = given.WhenRecorded(Correct("2026-02-20"));
        refused.ThenRefused("procedure.most-corrections");
        Assert.Contains("Write what was wrong in a note.", refused.Refusal!.Message, StringComparison.Ordinal);
    }
}
