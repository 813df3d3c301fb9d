using CareTeam.Rules.Tests.Rules;
using CareTeam.Server.Clocks;
using CareTeam.Server.Tasks;
using CareTeam.Server.Therapy;
using static CareTeam.Rules.Tests.Therapy.GivenTherapy;

namespace CareTeam.Rules.Tests.Therapy;

public sealed class TherapyDuesTests
{
    private static RuleTable Without(string rule) => SiteRules.With($"[{{'id': '{rule}', 'severity': 'off'}}]");

    private static void IsDue(IReadOnlyList<Due> dues, string occurrence, string notice, string day, Person? assignee)
    {
        var due = Assert.Single(dues);
        Assert.Equal((occurrence, notice, day, assignee), (due.Occurrence, due.NoticeDay.Iso(), due.Day.Iso(), due.Assignee));
        Assert.Equal($"{due.Kind}/{due.SubjectId}/{occurrence}", due.Key);
        Assert.True(Table.Knows(due.RuleId));
    }

    [Fact]
    public void Every_certification_that_falls_due_is_of_a_kind_that_waits_for_a_signature()
    {
        var oral = PlanWithOrder().TreatmentDays(1).Event(new() { VerbalOrderRecorded = new() { TherapyOrderId = OrderId, VerbalOrder = new() { GivenBy = Given.Lead, GivenDate = "2026-01-06" } } });
        Given[] given = [oral, PlanWithOrder().TreatmentDays(1).Certified("2026-01-10")];
        var kinds = given.SelectMany(g => CertificationDues.Dues(g.Plan, g.TheOrder(), Table, Dates.Of("2026-03-02"))).Select(d => d.Kind).Distinct();
        Assert.Equal(CertificationDues.Kinds.Order(), kinds.Order());
    }

    [Fact]
    public void The_initial_certification_is_due_thirty_days_after_the_first_treatment_from_the_lead()
    {
        Assert.Empty(PlanWithOrder().Dues("therapy.initial-certification", "2026-03-02"));
        var given = PlanWithOrder().TreatmentDays(1);
        IsDue(given.Dues("therapy.initial-certification", "2026-01-06"), "initial", "2026-01-25", "2026-02-04", Given.Lead);
        IsDue(given.Dues("therapy.initial-certification", "2027-01-01"), "initial", "2026-01-25", "2026-02-04", Given.Lead);
        Assert.Empty(given.Dues("therapy.initial-certification", "2026-01-06", Without("therapy.initial-certification")));
        Assert.Empty(given.Certified("2026-01-20").Dues("therapy.initial-certification", "2026-03-02"));
    }

    [Theory]
    [InlineData(16, "2026-04-05")]
    [InlineData(12, "2026-03-29")]
    public void The_recertification_is_due_by_the_earlier_of_ninety_days_and_the_end_of_the_order(int weeks, string day)
    {
        var given = PlanWithOrder(with: p => p.Weeks = weeks).TreatmentDays(1).Certified("2026-01-10", end: Dates.Of(Start).AddDays(7 * weeks - 1).Iso());
        IsDue(given.Dues("therapy.recertification", "2026-03-02"), "2", Dates.Of(day).AddDays(-14).Iso(), day, Given.Lead);
    }

    [Fact]
    public void After_a_recertification_the_next_is_due_and_after_the_discharge_nothing()
    {
        var given = PlanWithOrder(with: p => p.Weeks = 40).TreatmentDays(1).Certified("2026-01-10", end: "2026-10-11").Certified("2026-04-01", from: "2026-04-01", end: "2026-10-11");
        IsDue(given.Dues("therapy.recertification", "2026-04-02"), "3", "2026-06-16", "2026-06-30", Given.Lead);
        given.Event(new() { TherapyDischarged = new() { TherapyOrderId = OrderId } });
        Assert.Empty(new TherapyDues().Dues(given.Plan, Table, new(2026, 7, 1)));
    }

    [Fact]
    public void What_was_treated_is_signed_for_also_after_the_discharge_and_no_next_interval_is_asked_for()
    {
        var verbal = new PlanEvent { VerbalOrderRecorded = new() { TherapyOrderId = OrderId, VerbalOrder = new() { GivenBy = Practitioner, GivenDate = "2026-01-06" } } };
        var discharged = new PlanEvent { TherapyDischarged = new() { TherapyOrderId = OrderId } };
        var given = PlanWithOrder().TreatmentDays(3).Event(verbal.Clone()).Event(discharged.Clone());
        IsDue(given.Dues("therapy.initial-certification", "2026-01-26"), "initial", "2026-01-25", "2026-02-04", Given.Lead);
        IsDue(given.Dues("therapy.verbal-order", "2026-01-26"), "2026-01-06", "2026-01-13", "2026-01-20", Practitioner);
        Assert.Empty(new TherapyDues().Dues(given.Certified("2026-01-27").Plan, Table, new(2026, 1, 27)));
        Assert.Empty(new TherapyDues().Dues(PlanWithOrder().Event(verbal.Clone()).Event(discharged.Clone()).Plan, Table, new(2026, 1, 26)));
    }

    [Fact]
    public void A_discharge_does_not_take_an_unsigned_certification_away_and_ends_what_it_leaves_undone()
    {
        var given = PlanWithOrder().TreatmentDays(8);
        Clocks(given, "2026-01-25");
        var asked = given.Plan.Tasks.Where(t => t.DueKind.Length > 0).ToDictionary(t => t.DueKind, t => t.TaskId);
        given.Event(new() { TherapyDischarged = new() { TherapyOrderId = OrderId } });
        Clocks(given, "2026-01-26");
        Assert.Equal(TaskStatus.Requested, given.Plan.Tasks.Single(t => t.TaskId == asked["therapy.initial-certification"]).Status);
        var report = given.Plan.Tasks.Single(t => t.TaskId == asked["therapy.progress-report"]);
        Assert.Equal((TaskStatus.Cancelled, TherapyDues.Discharged), (report.Status, report.StatusReason));
        given.Certified("2026-01-27");
        Clocks(given, "2026-01-27");
        Assert.Equal(TaskStatus.Completed, given.Plan.Tasks.Single(t => t.TaskId == asked["therapy.initial-certification"]).Status);
    }

    [Fact]
    public void A_late_entry_that_moves_the_first_treatment_moves_the_certification_and_its_task()
    {
        var given = PlanWithOrder().Session("2026-02-01");
        Clocks(given, "2026-02-21");
        Assert.Equal("2026-03-03", given.Plan.Tasks.Single(t => t.DueKind == "therapy.initial-certification").DueDate);
        given.Session("2026-01-20");
        Clocks(given, "2026-02-21");
        Assert.Equal("2026-02-19", given.Plan.Tasks.Single(t => t.DueKind == "therapy.initial-certification").DueDate);
        Assert.NotNull(given.Plan.Dues.Single(d => d.Kind == "therapy.initial-certification").OverdueAt);
    }

    private static void Clocks(Given given, string today)
    {
        foreach (var told in new DueCalendar([new TherapyDues()], Table).Tell(given.Plan, Dates.Of(today)).ToList()) given.Event(told);
    }

    [Theory]
    [InlineData("therapy.initial-certification", false)]
    [InlineData("therapy.verbal-order", false)]
    [InlineData("therapy.progress-report", true)]
    [InlineData("therapy.re-evaluation", true)]
    public void Nobody_ticks_off_what_asks_for_a_signature_a_report_or_a_re_evaluation_and_it_ends_with_that(string kind, bool endsWithDischarge)
    {
        var given = PlanWithOrder(with: p => p.ReevaluationDate = "2026-01-28", therapist: Given.Therapist).TreatmentDays(8)
            .Event(new() { VerbalOrderRecorded = new() { TherapyOrderId = OrderId, VerbalOrder = new() { GivenBy = Practitioner, GivenDate = "2026-01-12" } } });
        Clocks(given, "2026-01-25");
        CareTask Asked() => given.Plan.Tasks.Single(t => t.DueKind == kind);
        var (cancel, complete) = (new CancelTaskRequest { TaskId = Asked().TaskId, Reason = "r" }, new CompleteTaskRequest { TaskId = Asked().TaskId });
        given.When(new CancelTask(), cancel, Given.Lead).ThenRefused("task.ends-with-its-owner");
        given.Event(new() { TaskAccepted = new() { TaskId = Asked().TaskId, Assignee = Asked().Assignee } }).Event(new() { TaskStarted = new() { TaskId = Asked().TaskId } });
        given.When(new CompleteTask(Table), complete, Asked().Assignee).ThenRefused("task.ends-with-its-owner");
        if (!endsWithDischarge) given.Event(new() { TherapyDischarged = new() { TherapyOrderId = OrderId } });
        given.When(new CancelTask(), cancel, Given.Lead).ThenRefused("task.ends-with-its-owner");

        given.Certified("2026-01-26").Report("2026-01-14").Event(new()
        {
            SessionRecorded = new()
            {
                Summary = new() { SessionId = Given.NoteId, TherapyOrderId = OrderId, SessionDate = "2026-01-26", Attendance = SessionAttendance.Attended, Purpose = SessionPurpose.ReEvaluation },
                NextReevaluationDate = "2026-02-25",
            },
        });
        Clocks(given, "2026-01-26");
        Assert.Equal(TaskStatus.Completed, Asked().Status);
    }

    [Fact]
    public void After_the_discharge_the_task_of_a_report_is_in_nobodys_way()
    {
        var given = PlanWithOrder().TreatmentDays(8);
        Clocks(given, "2026-01-14");
        given.Event(new() { TherapyDischarged = new() { TherapyOrderId = OrderId } });
        Assert.Single(given.When(new CancelTask(), new CancelTaskRequest { TaskId = given.Plan.Tasks.Single(t => t.DueKind == "therapy.progress-report").TaskId, Reason = "r" }, Given.Lead).Events);
    }

    [Fact]
    public void The_signature_of_a_verbal_order_is_due_in_fourteen_days_from_who_gave_it()
    {
        var given = PlanWithOrder().TreatmentDays(1).Event(new() { VerbalOrderRecorded = new() { TherapyOrderId = OrderId, VerbalOrder = new() { GivenBy = Practitioner, GivenDate = "2026-01-06" } } });
        IsDue(given.Dues("therapy.verbal-order", "2026-01-06"), "2026-01-06", "2026-01-13", "2026-01-20", Practitioner);
        Assert.Empty(given.Certified("2026-01-06").Dues("therapy.verbal-order", "2026-01-07"));
    }

    [Fact]
    public void The_progress_report_is_told_from_the_eighth_treatment_day_and_due_on_the_tenth()
    {
        var therapist = Given.Therapist;
        Assert.Empty(PlanWithOrder().TreatmentDays(7).Dues("therapy.progress-report", "2026-01-13"));
        // Two more days at three a week: about four days after the last; while the tenth has not come a week later each week, and never in the past.
        IsDue(PlanWithOrder().TreatmentDays(8).Dues("therapy.progress-report", "2026-01-14"), "1", "2026-01-14", "2026-01-18", therapist);
        IsDue(PlanWithOrder().TreatmentDays(8).Dues("therapy.progress-report", "2026-01-18"), "1", "2026-01-14", "2026-01-18", therapist);
        IsDue(PlanWithOrder().TreatmentDays(8).Dues("therapy.progress-report", "2026-01-19"), "1", "2026-01-14", "2026-01-25", therapist);
        IsDue(PlanWithOrder().TreatmentDays(8).Dues("therapy.progress-report", "2026-02-27"), "1", "2026-01-14", "2026-03-01", therapist);
        IsDue(PlanWithOrder().TreatmentDays(10).Dues("therapy.progress-report", "2026-03-01"), "1", "2026-01-14", "2026-01-16", therapist);
        Assert.Empty(PlanWithOrder().TreatmentDays(10).Report("2026-01-16").Dues("therapy.progress-report", "2026-03-01"));
        IsDue(PlanWithOrder().TreatmentDays(20).Report("2026-01-16").Dues("therapy.progress-report", "2026-03-01"), "2", "2026-01-28", "2026-01-30", therapist);
    }

    [Fact]
    public void Two_sessions_of_a_day_are_one_treatment_day()
    {
        var given = PlanWithOrder().TreatmentDays(7);
        for (var i = 0; i < 5; i++) given.Session("2026-01-13");
        Assert.Empty(given.Dues("therapy.progress-report", "2026-01-13"));
    }

    [Theory]
    [InlineData("pt-two", false, "pt-two")]
    [InlineData("pta", true, "pt-one")]
    public void It_is_asked_of_the_therapist_who_has_the_treatment_never_of_an_assistant(string assignee, bool supervised, string asked)
    {
        var person = new[] { Given.OtherTherapist, Assistant }.Single(p => p.PersonId == assignee);
        var given = PlanWithOrder(therapist: person).TreatmentDays(9).Session("2026-01-16", s => (s.TreatedBy, s.SupervisedBy) = supervised ? (Assistant, Given.Therapist) : (Given.Therapist, null));
        Assert.Equal(asked, given.Dues("therapy.progress-report", "2026-01-16").Single().Assignee!.PersonId);
    }

    [Fact]
    public void Who_left_the_team_is_not_asked()
    {
        var given = PlanWithOrder().TreatmentDays(10).Event(new() { MembershipEnded = new() { PersonId = Given.Therapist.PersonId, Until = Given.Now } });
        var due = given.Dues("therapy.progress-report", "2026-03-02").Single();
        Assert.Equal((null, Discipline.PhysicalTherapy), (due.Assignee, due.Discipline));
    }

    [Fact, RuleNotMet("therapy.re-evaluation")]
    public void The_re_evaluation_is_due_on_the_day_of_the_order_each_time()
    {
        var given = PlanWithOrder(therapist: Given.Therapist);
        IsDue(given.Dues("therapy.re-evaluation", "2026-03-02"), "2026-04-01", "2026-03-25", "2026-04-01", Given.Therapist);
        given.Event(new() { SessionRecorded = new() { Summary = new() { TherapyOrderId = OrderId }, NextReevaluationDate = "2026-05-01" } });
        IsDue(given.Dues("therapy.re-evaluation", "2026-03-02"), "2026-05-01", "2026-04-24", "2026-05-01", Given.Therapist);
        Assert.Empty(given.Dues("therapy.re-evaluation", "2026-03-02", Without("therapy.re-evaluation")));
    }

    [Fact, RuleMet("therapy.device-stop")]
    public void A_device_is_given_up_on_its_day_by_who_prescribed_it()
    {
        Assert.Empty(Plan().Device(stop: "").Dues("therapy.device-stop", "2026-03-02"));
        Assert.Empty(Plan().Device(DeviceStatus.Discontinued, "2026-04-01").Dues("therapy.device-stop", "2026-03-02"));
        Assert.Empty(Plan().Device(DeviceStatus.Fitted, "2026-04-01").Dues("therapy.device-stop", "2026-03-02", Without("therapy.device-stop")));
    }

    [Fact, RuleNotMet("therapy.device-stop")]
    public void And_until_then_it_is_told() => IsDue(Plan().Device(DeviceStatus.Fitted, "2026-04-01").Dues("therapy.device-stop", "2026-03-02"), "stop", "2026-03-29", "2026-04-01", Given.Lead);

    [Fact]
    public void What_was_not_understood_is_taught_again_until_it_is()
    {
        var given = Plan().Event(Taught(EducationId, "2026-02-20", TeachBackResult.NotUnderstood));
        IsDue(given.Dues("therapy.teach-back", "2026-03-02"), "again", "2026-02-20", "2026-03-06", Nurse);
        Assert.Empty(given.Dues("therapy.teach-back", "2026-03-02", Without("therapy.teach-back")));
        Assert.Empty(given.Event(Taught(Given.NoteId, "2026-02-24", TeachBackResult.Understood)).Dues("therapy.teach-back", "2026-03-02"));
    }

    [Theory]
    [InlineData(PlanStatus.Active, true)]
    [InlineData(PlanStatus.OnHold, true)]
    [InlineData(PlanStatus.Completed, false)]
    [InlineData(PlanStatus.Revoked, false)]
    public void Only_a_plan_that_is_under_way_owes_anything(PlanStatus status, bool owes)
    {
        var given = PlanWithOrder().TreatmentDays(10);
        if (status == PlanStatus.OnHold) given.Event(new() { PlanHeld = new() { Reason = "r" } });
        if (status == PlanStatus.Completed) given.Event(new() { PlanCompleted = new() { Summary = "s" } });
        if (status == PlanStatus.Revoked) given.Event(new() { PlanRevoked = new() { Reason = "r" } });
        Assert.Equal(owes, new TherapyDues().Dues(given.Plan, Table, new(2026, 3, 2)).Any());
    }

    [Fact]
    public void No_two_dues_have_the_same_key_on_any_day_of_a_year()
    {
        var given = PlanWithOrder(with: p => p.Weeks = 40, therapist: Given.Therapist).TreatmentDays(35).Report("2026-01-16").Exercise().Quota(GradedActivity.WalkingTime, 100)
            .Done(50, 50, 50, 50, 20, 20, 20, 80, 81, 82).Injection("2026-01-20").Injection("2026-03-01", Given.NoteId).Device(DeviceStatus.Fitted, "2026-06-01");
        for (var day = Dates.Of(Start); day.Year == 2026; day = day.AddDays(1))
        {
            var dues = new TherapyDues().Dues(given.Plan, Table, day).ToList();
            Assert.Equal(dues.Count, dues.Select(d => d.Key).Distinct().Count());
            Assert.All(dues, d => Assert.True(d.NoticeDay <= d.Day, d.Key));
        }
    }

    [Fact]
    public void What_one_learner_has_understood_another_has_not()
    {
        const EducationLearner patient = EducationLearner.Patient, caregiver = EducationLearner.Caregiver, both = EducationLearner.PatientAndCaregiver;
        static IEnumerable<string> Due(params (string Day, EducationLearner Learner, bool Understood)[] lessons)
        {
            var given = Plan();
            foreach (var (day, learner, understood) in lessons)
                given.Event(Taught($"{Given.NoteId}{given.Plan.Education.Count}", day, understood ? TeachBackResult.Understood : TeachBackResult.NotUnderstood, learner));
            return given.Dues("therapy.teach-back", "2026-03-02").Select(d => d.Day.AddDays(-14).Iso());
        }
        Assert.Equal(["2026-02-20"], Due(("2026-02-20", patient, false), ("2026-02-24", caregiver, true)));
        Assert.Equal(["2026-02-20", "2026-02-24"], Due(("2026-02-20", patient, false), ("2026-02-24", caregiver, false)));
        Assert.Empty(Due(("2026-02-20", patient, false), ("2026-02-24", both, true)));
        Assert.Equal(["2026-02-20"], Due(("2026-02-20", both, false)));
        Assert.Equal(["2026-02-20"], Due(("2026-02-20", both, false), ("2026-02-24", caregiver, true)));
        Assert.Empty(Due(("2026-02-20", both, false), ("2026-02-24", caregiver, true), ("2026-02-25", patient, true)));
    }

    private static PlanEvent Taught(string id, string day, TeachBackResult result, EducationLearner learner = EducationLearner.Unspecified) => new()
    {
        EducationRecorded = new() { Summary = new() { EducationId = id, Topic = EducationTopic.Pacing, EducationDate = day, TeachBack = result, TaughtBy = Nurse, Learner = learner } },
    };
}
