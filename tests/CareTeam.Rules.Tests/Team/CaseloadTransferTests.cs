using CareTeam.Server.Team;
using static CareTeam.Rules.Tests.Team.GivenTeam;

namespace CareTeam.Rules.Tests.Team;

public sealed class CaseloadTransferTests
{
    private static readonly Person NewTherapist = new() { PersonId = "pt-new", Name = "New", Role = Role.PhysicalTherapist };
    private static readonly Person Administrator = new() { PersonId = "admin", Name = "Admin", Role = Role.Administrator };

    private static (PlanCaseload Told, CarePlan After, IReadOnlyList<PlanEvent> Events) Transfer(Given given, Person from, Person[] to, Person? by = null, bool dryRun = false)
    {
        var request = new TransferCaseloadRequest { RequestId = Given.RequestId, FromPersonId = from.PersonId, Targets = { to }, DryRun = dryRun, Reason = "Leaves." };
        var before = given.Plan.Clone();
        var (events, told) = new CaseloadTransfer(RuleTable.Shipped, ScopeOfPractice.Shipped, request, new Caller("org", by ?? Administrator)).Decide(given.Plan, Given.Now);
        Assert.Equal(before, given.Plan);
        for (var i = 0; i < events.Count; i++) events[i].Stamp(Given.PlanId, given.Plan.Version + 1 + i, by ?? Administrator, Given.Now);
        return (told, CarePlanFold.Fold(given.Plan, events), events);
    }

    private static void Failed(PlanCaseload told, string reason)
    {
        Assert.Equal((TransferOutcome.Failed, reason), (told.Outcome, told.Reason));
        Assert.All(told.Items, item => Assert.Equal((TransferOutcome.Failed, ""), (item.Outcome, item.ToPersonId)));
    }

    [Fact]
    public void Tasks_supervisions_and_the_membership_go_to_who_fits_and_who_was_not_on_the_team_joins_it()
    {
        var given = Given.ActivePlan().Joins(Assistant, Given.Therapist).AssistantsNote().Task(Given.Therapist);
        var (told, after, _) = Transfer(given, Given.Therapist, [NewTherapist]);
        Assert.Equal(
            [(CaseloadItemKind.Supervision, Assistant.PersonId, ""), (CaseloadItemKind.Task, "", Given.TaskId), (CaseloadItemKind.Membership, "", "")],
            told.Items.Select(i => (i.Kind, i.PersonId, i.TaskId)));
        Assert.All(told.Items, i => Assert.Equal((NewTherapist.PersonId, TransferOutcome.Moved), (i.ToPersonId, i.Outcome)));
        Assert.Equal((after.Version, TransferOutcome.Moved, ""), (told.Version, told.Outcome, told.Reason));
        Assert.False(after.HasMember(Given.Therapist.PersonId));
        Assert.Equal(NewTherapist, after.Tasks.Single().Assignee);
        Assert.Equal(NewTherapist, after.SupervisorOf(Assistant.PersonId));
        Assert.Equal(NewTherapist, after.Notes.Single().CosignatureDemand.Supervisor);
    }

    [Fact]
    public void The_lead_goes_to_the_first_target_who_may_lead_by_an_event_that_says_so_and_a_pending_hand_over_is_off()
    {
        var given = Given.ActivePlan().Joins(OtherPhysician).HandoverTo(OtherPhysician);
        var third = new Person { PersonId = "dr-third", Name = "Third", Role = Role.Physiatrist };
        var (told, after, events) = Transfer(given, Given.Lead, [NewTherapist, third, OtherPhysician]);
        Assert.Equal((third, null), (after.Lead, after.PendingHandover));
        Assert.Equal(["member_added", "handover_withdrawn", "lead_transferred", "membership_ended"], events.Select(e => PlanEvents.FieldOf[e.GetChange().GetType()].Name));
        Assert.Equal("May lead.", told.Items[0].Reason);
        Assert.False(after.HasMember(NewTherapist.PersonId));
    }

    [Fact]
    public void If_one_item_finds_nobody_nothing_of_the_plan_is_moved_and_each_item_says_why()
    {
        var (told, _, events) = Transfer(Given.ActivePlan().Task(Given.Lead, t => t.Discipline = Discipline.Nursing), Given.Lead, [NewTherapist]);
        Assert.Empty(events);
        Failed(told, "No target may lead.");
        Assert.Equal(["No target may lead.", "No target is of nursing, or physiatrist.", "No target can stand in for a physiatrist."], told.Items.Select(i => i.Reason));
        var (second, _, _) = Transfer(Given.ActivePlan().Task(Given.Therapist, t => t.Discipline = Discipline.Nursing), Given.Therapist, [OccupationalTherapist]);
        Failed(second, "No target is of nursing, or physical-therapist.");
        var supervisor = Transfer(Given.ActivePlan().Joins(Assistant, Given.Therapist), Given.Therapist, [OccupationalTherapist]).Told;
        Assert.Equal("No target may supervise assistants of physical-therapy.", supervisor.Reason);
    }

    [Fact]
    public void An_item_that_would_fit_says_that_another_did_not()
    {
        var (told, _, _) = Transfer(Given.ActivePlan().Joins(Assistant, Given.Therapist).Task(Given.Therapist), Given.Therapist, [Assistant]);
        Failed(told, "No target may supervise assistants of physical-therapy.");
        Assert.Equal("No target is of physical-therapy, or physical-therapist.", told.Items[1].Reason);
        var (treatment, _, _) = Transfer(Given.ActivePlan().Task(Given.Therapist, t => t.Kind = TaskKind.Treatment), Given.Therapist, [Assistant]);
        Assert.Equal(["Another item of the plan could not be moved.", "No target can stand in for a physical-therapist."], treatment.Items.Select(i => i.Reason));
    }

    [Fact]
    public void A_task_goes_to_its_discipline_then_to_the_same_role_and_one_of_no_discipline_to_anybody()
    {
        var nurse = new Person { PersonId = "rn", Name = "N", Role = Role.Nurse };
        var given = Given.ActivePlan().Task(Given.Therapist, t => t.Discipline = Discipline.Nursing);
        Assert.Equal(nurse, Transfer(given, Given.Therapist, [OccupationalTherapist, nurse, NewTherapist]).After.Tasks[0].Assignee);
        Assert.Equal(NewTherapist, Transfer(given, Given.Therapist, [OccupationalTherapist, NewTherapist]).After.Tasks[0].Assignee);
        var any = Given.ActivePlan().Task(Given.Therapist, t => t.Discipline = Discipline.Unspecified);
        Assert.Equal(OccupationalTherapist, Transfer(any, Given.Therapist, [OccupationalTherapist, NewTherapist]).After.Tasks[0].Assignee);
    }

    [Fact]
    public void What_is_not_open_or_somebody_elses_stays()
    {
        var given = Given.PlanWithTask(TaskStatus.Completed);
        Assert.Equal(given.Plan.Tasks, Transfer(given, Given.Therapist, [NewTherapist]).After.Tasks);
        var other = Given.ActivePlan().Task(Given.OtherTherapist);
        Assert.Equal(other.Plan.Tasks, Transfer(other, Given.Therapist, [NewTherapist]).After.Tasks);
    }

    [Fact]
    public void A_target_who_is_on_the_team_in_another_role_is_none_there()
    {
        var patient = Given.Patient.Clone();
        patient.Role = Role.PhysicalTherapist;
        Failed(Transfer(Given.ActivePlan(), Given.Therapist, [patient]).Told, "No target can stand in for a physical-therapist.");
        Assert.Equal(Given.OtherTherapist.PersonId, Transfer(Given.ActivePlan(), Given.Therapist, [patient, Given.OtherTherapist]).Told.Items.Single().ToPersonId);
    }

    [Fact]
    public void An_assistant_who_stands_in_for_another_works_under_the_same_supervisor()
    {
        var newAssistant = new Person { PersonId = "pta-new", Name = "A", Role = Role.PhysicalTherapistAssistant };
        var given = Given.ActivePlan().Joins(Assistant, Given.Therapist).Task(Assistant, t => t.Kind = TaskKind.Treatment);
        Assert.Equal(Given.Therapist, Transfer(given, Assistant, [newAssistant]).After.SupervisorOf(newAssistant.PersonId));
    }

    [Fact]
    public void A_dry_run_says_the_same_with_would_move()
    {
        var given = Given.ActivePlan().Task(Given.Therapist);
        var (real, dry) = (Transfer(given, Given.Therapist, [NewTherapist]).Told, Transfer(given, Given.Therapist, [NewTherapist], dryRun: true).Told);
        Assert.Equal((given.Plan.Version, TransferOutcome.WouldMove), (dry.Version, dry.Outcome));
        Assert.Equal(real.Items.Select(i => (i.ToPersonId, i.Reason)), dry.Items.Select(i => (i.ToPersonId, i.Reason)));
        Assert.All(dry.Items, i => Assert.Equal(TransferOutcome.WouldMove, i.Outcome));
    }

    [Fact]
    public void An_administrator_the_person_themself_and_the_lead_may_and_nobody_learns_of_a_plan_that_they_may_not_read()
    {
        foreach (var by in new[] { Administrator, Given.Therapist, Given.Lead }) Assert.Equal(TransferOutcome.Moved, Transfer(Given.ActivePlan(), Given.Therapist, [NewTherapist], by).Told.Outcome);
        Failed(Transfer(Given.ActivePlan(), Given.Therapist, [NewTherapist], Given.Psychologist).Told, "Only an administrator, the person themself or the lead of the plan may do this.");
        var stranger = Transfer(Given.ActivePlan(), Given.Therapist, [NewTherapist], Given.Stranger).Told;
        Failed(stranger, "There is no such plan.");
        Assert.Equal(0, stranger.Version);
        Failed(Transfer(new Given(), Given.Therapist, [NewTherapist]).Told, "There is no such plan.");
    }

    [Fact]
    public void A_plan_that_has_ended_one_without_the_person_and_a_patient_are_not_transferred()
    {
        Failed(Transfer(Given.PlanAt(PlanStatus.Completed), Given.Therapist, [NewTherapist]).Told, "The plan is completed.");
        Failed(Transfer(Given.ActivePlan().Leaves(Given.Therapist), Given.Therapist, [NewTherapist]).Told, "The person is not on the team of the plan.");
        Failed(Transfer(Given.ActivePlan(), Given.Patient, [NewTherapist]).Told, "The person is on the team as patient, whose place nobody takes.");
    }

    [Fact]
    public void Reasons_stay_short_whatever_the_roles()
    {
        var reasons = Enum.GetValues<Role>().Where(r => r.IsClinician()).SelectMany(role =>
        {
            var from = new Person { PersonId = "from", Name = "F", Role = role };
            var given = Given.ActivePlan().Joins(from).Task(from, t => t.Discipline = Discipline.VocationalRehabilitation);
            return Transfer(given, from, [NewTherapist]).Told.Items.Select(i => i.Reason);
        });
        Assert.All(reasons, r => Assert.InRange(r.Length, 1, 200));
    }
}
