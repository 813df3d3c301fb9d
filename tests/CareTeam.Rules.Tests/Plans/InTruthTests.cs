namespace CareTeam.Rules.Tests.Plans;

/// <summary>What was known at a time and what was true then are two things: a late entry belongs to when it occurred.</summary>
public sealed class InTruthTests
{
    private static readonly Timestamp Later = Timestamp.FromDateTime(Given.Now.ToDateTime().AddDays(3));

    private static PlanEvent At(PlanEvent e, int version, Timestamp recorded, Timestamp occurred)
    {
        e.OccurredAt = occurred;
        e.Stamp(Given.PlanId, version, Given.Lead, recorded);
        return e;
    }

    private static List<PlanEvent> Events() =>
    [
        At(new() { PlanCreated = new() { Title = "t", Patient = new(), Lead = Given.Lead } }, 1, Given.Now, Given.Now),
        At(new() { GoalAdded = new() { Goal = new() { GoalId = Given.GoalId, Description = "d" } } }, 2, Later, Later),
        At(new() { NoteSubmitted = new() { Summary = new() { NoteId = Given.NoteId, Author = Given.Therapist } } }, 3, Later, Given.Tomorrow),
        At(new() { GoalClosed = new() { GoalId = Given.GoalId, Status = GoalStatus.Achieved } }, 4, Later, Given.Tomorrow),
    ];

    [Fact]
    public void A_late_note_is_there_from_when_the_patient_was_seen_and_what_came_later_is_not()
    {
        var plan = CarePlanFold.InTruth(Given.PlanId, Events(), Given.Tomorrow);
        Assert.Equal((3, Given.NoteId), (plan.Version, plan.Notes.Single().NoteId));
        Assert.Empty(plan.Goals);
    }

    [Fact]
    public void What_was_recorded_by_mistake_was_never_true_also_before_the_day_of_what_corrects_it()
    {
        static PlanEvent Walked(string id, string corrects) => new() { OutcomeRecorded = new() { Outcome = new() { OutcomeId = id, InstrumentId = "6mwt", SupersedesOutcomeId = corrects } } };
        List<PlanEvent> events = [.. Events(), At(Walked("mistaken", ""), 5, Given.Now, Given.Now), At(Walked("right", "mistaken"), 6, Later, Later)];
        Assert.Empty(CarePlanFold.InTruth(Given.PlanId, events, Given.Tomorrow).Outcomes);
        Assert.Equal(["mistaken", "right"], CarePlanFold.InTruth(Given.PlanId, events, Later).Outcomes.Select(o => o.OutcomeId));
    }

    [Fact]
    public void With_everything_occurred_it_is_the_plan_as_it_is_known() => Assert.Equal(
        CarePlanFold.Fold(CarePlanFold.Empty(Given.PlanId), Events()), CarePlanFold.InTruth(Given.PlanId, Events(), Later));

    [Fact]
    public void Of_a_long_plan_what_changes_what_is_not_there_is_left_out_and_nothing_else()
    {
        var events = Events();
        var random = new Random(8);
        for (var version = events.Count + 1; version <= 1_500; version++)
        {
            var id = $"goal {random.Next(400)}";
            PlanEvent e = random.Next(3) switch
            {
                0 => new() { GoalAdded = new() { Goal = new() { GoalId = id, Description = "d" } } },
                1 => new() { GoalClosed = new() { GoalId = id, Status = GoalStatus.Achieved } },
                _ => new() { NoteSubmitted = new() { Summary = new() { NoteId = $"note {version}", Author = Given.Therapist } } },
            };
            events.Add(At(e, version, Later, random.Next(4) == 0 ? Later : Given.Tomorrow));
        }
        Assert.Equal(OneByOne(events.Where(e => e.OccurredAt <= Given.Tomorrow)), CarePlanFold.InTruth(Given.PlanId, events, Given.Tomorrow));
    }

    /// <summary>The same, each event on a copy of its own.</summary>
    private static CarePlan OneByOne(IEnumerable<PlanEvent> events)
    {
        var plan = CarePlanFold.Empty(Given.PlanId);
        foreach (var e in events)
        {
            var before = plan.Version;
            var numbered = plan.Clone();
            numbered.Version = e.Version - 1;
            try
            {
                plan = CarePlanFold.Fold(numbered, [e]);
            }
            catch (NotOnPlanException)
            {
                Assert.Equal(before, plan.Version);
            }
        }
        return plan;
    }

    private static Timestamp March(int day) => Timestamp.FromDateTime(new DateTime(2026, 3, day, 12, 0, 0, DateTimeKind.Utc));

    private static PlanEvent Exam(string id, string corrects) => new() { ExamRecorded = new() { Exam = new() { ExamId = id, SupersedesExamId = corrects, ExaminedAt = Given.Now, Body = new() } } };

    [Theory]
    [InlineData(12, "")]
    [InlineData(6, "A B C")]
    public void What_a_mistaken_record_corrects_is_mistaken_too(int dayOfLast, string shown)
    {
        List<PlanEvent> events =
        [
            .. Events(), At(Exam("A", ""), 5, March(5), March(5)), At(Exam("B", "A"), 6, March(6), March(4)), At(Exam("C", "B"), 7, March(13), March(dayOfLast)),
        ];
        Assert.Equal(shown, string.Join(' ', CarePlanFold.InTruth(Given.PlanId, events, March(8)).Exams.Select(e => e.ExamId)));
        Assert.Equal(3, CarePlanFold.InTruth(Given.PlanId, events, March(20)).Exams.Count);
    }

    private static PlanEvent Performed(string day, string correction) =>
        new() { ProcedureRecorded = new() { ProcedureId = "p", Status = ProcedureStatus.Completed, PerformedDate = day, CorrectionReason = correction } };

    [Fact]
    public void A_procedure_that_was_recorded_of_too_early_a_day_had_not_been_done()
    {
        List<PlanEvent> events =
        [
            .. Events(), At(new() { ProcedureScheduled = new() { Procedure = new() { ProcedureId = "p", Status = ProcedureStatus.Scheduled, PlannedDate = "2026-03-10" } } }, 5, March(1), March(1)),
            At(Performed("2026-03-05", ""), 6, March(13), March(5)),
            At(new() { RehabilitationWindowOpened = new() { Window = new() { RehabilitationWindowId = "w", ProcedureId = "p", OpenedDate = "2026-03-05" } } }, 7, March(13), March(5)),
            At(Performed("2026-03-12", "Another day."), 8, March(14), March(12)),
        ];
        var plan = CarePlanFold.InTruth(Given.PlanId, events, March(8));
        Assert.Equal((ProcedureStatus.Scheduled, ""), (plan.Procedures.Single().Status, plan.Procedures.Single().PerformedDate));
        Assert.Empty(plan.RehabilitationWindows);
        Assert.Equal("2026-03-12", CarePlanFold.InTruth(Given.PlanId, events, March(12)).Procedures.Single().PerformedDate);

        events.Add(At(Performed("2026-03-07", "It was the 7th."), 9, March(15), March(7)));
        plan = CarePlanFold.InTruth(Given.PlanId, events, March(8));
        Assert.Equal("2026-03-07", plan.Procedures.Single().PerformedDate);
        Assert.Empty(plan.Procedures.Single().MistakenRecords);
    }

    [Fact]
    public void A_result_that_a_later_one_supersedes_had_not_been_found()
    {
        static PlanEvent Result(string id, string corrects) => new() { StudyResulted = new() { StudyId = "s", Result = new() { ResultId = id, SupersedesResultId = corrects } } };
        List<PlanEvent> events =
        [
            .. Events(), At(new() { StudyOrdered = new() { Study = new() { StudyId = "s", Status = StudyStatus.Ordered } } }, 5, March(1), March(1)),
            At(Result("of another", ""), 6, March(5), March(5)), At(Result("right", "of another"), 7, March(13), March(12)),
        ];
        Assert.Equal(StudyStatus.Ordered, CarePlanFold.InTruth(Given.PlanId, events, March(8)).Studies.Single().Status);
        Assert.Equal(["of another", "right"], CarePlanFold.InTruth(Given.PlanId, events, March(12)).Studies.Single().Results.Select(r => r.ResultId));
    }
}
