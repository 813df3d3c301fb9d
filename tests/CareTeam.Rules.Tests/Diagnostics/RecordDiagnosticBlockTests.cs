using CareTeam.Rules.Tests.Procedures;
using CareTeam.Rules.Tests.Rules;
using CareTeam.Server.Diagnostics;
using static CareTeam.Rules.Tests.Procedures.ProcedureStory;

namespace CareTeam.Rules.Tests.Diagnostics;

public sealed class RecordDiagnosticBlockTests
{
    private static Decision When(Given given, RecordDiagnosticBlockRequest request, RuleTable? rules = null, Person? by = null) =>
        given.When(new RecordDiagnosticBlock(rules ?? RuleTable.Shipped), request, by ?? Given.Lead);

    private static Decision When(RecordDiagnosticBlockRequest request) => When(Given.ActivePlan(), request);

    private static IReadOnlyList<string> Violated(RecordDiagnosticBlockRequest request) => Fields.Violated(new RecordDiagnosticBlock(RuleTable.Shipped), request);

    [Theory]
    [RuleMet("medial-branch-block.concordance"), RuleNotMet("medial-branch-block.concordance")]
    [RuleMet("facet-block.concordance"), RuleNotMet("facet-block.concordance")]
    [RuleMet("sacroiliac-block.concordance"), RuleNotMet("sacroiliac-block.concordance")]
    [RuleMet("nerve-root-block.concordance"), RuleNotMet("nerve-root-block.concordance")]
    [InlineData(BlockTarget.MedialBranch, 5, 1, 80, true)]
    [InlineData(BlockTarget.MedialBranch, 9, 2, 80, false)]
    [InlineData(BlockTarget.MedialBranch, 4, 1, 80, false)]
    [InlineData(BlockTarget.FacetJoint, 10, 2, 80, true)]
    [InlineData(BlockTarget.FacetJoint, 9, 2, 80, false)]
    [InlineData(BlockTarget.SacroiliacJoint, 4, 1, 75, true)]
    [InlineData(BlockTarget.SacroiliacJoint, 7, 2, 75, false)]
    [InlineData(BlockTarget.NerveRoot, 5, 1, 80, true)]
    [InlineData(BlockTarget.NerveRoot, 9, 2, 80, false)]
    [InlineData(BlockTarget.NerveRoot, 3, 5, 80, false)]
    public void It_is_judged_in_whole_numbers_by_the_threshold_of_its_target(BlockTarget target, int before, int after, int threshold, bool positive)
    {
        var block = When(Block(target, before: before, after: after)).After.DiagnosticBlocks.Single();
        Assert.Equal((threshold, positive ? BlockConcordance.Positive : BlockConcordance.Negative), (block.ThresholdPercent, block.Concordance));
        Assert.Equal(100.0 * (before - after) / before, block.ReliefPercent);
        Assert.Equal(Given.Lead, block.PerformedBy);
    }

    [Theory, RuleMet("medial-branch-block.concordance"), RuleNotMet("medial-branch-block.concordance")]
    [InlineData("bcbs-nd", 50, 4, 2, true)]
    [InlineData("bcbs-nd", 50, 9, 5, false)]
    [InlineData("evicore", 80, 5, 1, true)]
    [InlineData("evicore", 80, 9, 2, false)]
    public void A_payer_may_have_another_threshold(string payer, int threshold, int before, int after, bool positive)
    {
        var given = Given.ActivePlan().Event(new() { CoverageRecorded = new() { Coverage = new() { Payer = payer } } });
        var block = When(given, Block(BlockTarget.MedialBranch, before: before, after: after)).After.DiagnosticBlocks.Single();
        Assert.Equal((threshold, positive), (block.ThresholdPercent, block.Concordance == BlockConcordance.Positive));
    }

    [Fact]
    public void How_it_was_judged_stays_when_another_threshold_comes_into_force()
    {
        var given = Given.ActivePlan().Event(new() { CoverageRecorded = new() { Coverage = new() { Payer = "bcbs-nd" } } });
        foreach (var (day, n) in new[] { ("2026-01-05", 31), ("2026-02-05", 32) })
        {
            var block = Block(BlockTarget.MedialBranch, day, 4, 2);
            block.DiagnosticBlockId = Id(n);
            foreach (var e in When(given, block).Events) given.Event(e.Clone());
        }
        given.Event(new() { CoverageRecorded = new() { Coverage = new() { Payer = "evicore" } } })
            .WhenScheduled(Schedule(ProcedureKind.FacetRadiofrequencyAblation)).ThenRule("ablation.two-blocks", met: true);
    }

    [Fact]
    public void Where_no_threshold_is_in_force_it_is_recorded_and_not_judged()
    {
        var block = When(Given.ActivePlan(), Block(BlockTarget.MedialBranch), SiteRules.With("[{'id':'medial-branch-block.concordance','severity':'off'}]")).After.DiagnosticBlocks.Single();
        Assert.Equal((BlockConcordance.Unspecified, 0, 80), (block.Concordance, block.ThresholdPercent, block.ReliefPercent));
    }

    [Theory, RuleMet("block.stated-relief"), RuleNotMet("block.stated-relief")]
    [InlineData(5, 1, 80, true)]
    [InlineData(5, 1, 79, false)]
    [InlineData(9, 2, 79, true)]
    [InlineData(9, 2, 80, false)]
    [InlineData(9, 2, null, true)]
    public void The_scores_decide_and_a_stated_percent_on_the_other_side_is_noted(int before, int after, int? stated, bool met)
    {
        var request = Block(BlockTarget.MedialBranch, before: before, after: after);
        if (stated is { } percent) request.StatedPercent = percent;
        var decision = When(request);
        Assert.Null(decision.Refusal);
        decision.ThenRule("block.stated-relief", met);
    }

    [Theory, RuleMet("block.steroid-effect"), RuleNotMet("block.steroid-effect")]
    [InlineData("2025-12-08", Side.Left, true)]
    [InlineData("2025-12-09", Side.Left, false)]
    [InlineData("2025-12-09", Side.Right, true)]
    public void A_joint_is_not_blocked_while_steroid_may_still_relieve(string given, Side side, bool met)
    {
        var technique = BlockTechnique(BlockTarget.SacroiliacJoint, side);
        technique.Agents.Add(Steroid);
        When(Given.ActivePlan().Blocked(21, BlockTarget.SacroiliacJoint, given, technique: technique), Block(BlockTarget.SacroiliacJoint)).ThenRule("block.steroid-effect", met);
        When(Given.ActivePlan().Performed(1, ProcedureKind.SacroiliacJointSteroid, given, Technique("", side)), Block(BlockTarget.SacroiliacJoint)).ThenRule("block.steroid-effect", met);
        When(Given.ActivePlan().Performed(1, ProcedureKind.FacetJointSteroid, given, Technique(side: side)), Block(BlockTarget.MedialBranch)).ThenRule("block.steroid-effect", met);
    }

    [Fact]
    public void Anaesthetic_alone_is_over_by_then() =>
        When(Given.ActivePlan().Blocked(21, BlockTarget.MedialBranch, "2026-02-16"), Block(BlockTarget.MedialBranch)).ThenRule("block.steroid-effect", met: true);

    [Theory, RuleMet("sacroiliac-block.sessions"), RuleNotMet("sacroiliac-block.sessions")]
    [InlineData(Side.Left, 1, true)]
    [InlineData(Side.Left, 2, false)]
    [InlineData(Side.Right, 2, true)]
    [InlineData(Side.Bilateral, 2, false)]
    public void A_sacroiliac_joint_has_two_diagnostic_sessions(Side side, int sessions, bool met)
    {
        var given = Given.ActivePlan();
        for (var n = 1; n <= sessions; n++) given.Blocked(20 + n, BlockTarget.SacroiliacJoint, $"2026-01-0{n}", technique: BlockTechnique(BlockTarget.SacroiliacJoint, side));
        When(given, Block(BlockTarget.SacroiliacJoint)).ThenRule("sacroiliac-block.sessions", met);
    }

    [Theory, RuleMet("sacroiliac-block.provocation-tests"), RuleNotMet("sacroiliac-block.provocation-tests")]
    [InlineData(3, 0, Side.Left, true)]
    [InlineData(2, 0, Side.Left, false)]
    [InlineData(0, 3, Side.Left, true)]
    [InlineData(0, 2, Side.Left, false)]
    [InlineData(0, 3, Side.Right, false)]
    public void Three_provocation_tests_are_positive_in_an_examination_or_attested(int attested, int examined, Side side, bool met)
    {
        var (request, given) = (Block(BlockTarget.SacroiliacJoint), Given.ActivePlan());
        request.Indication.ProvocationTests = attested;
        var exam = new PhysicalExam { ExamId = Id(75), ExaminedAt = Given.Now, Body = new() };
        foreach (var test in new[] { ExamTest.Faber, ExamTest.ThighThrust, ExamTest.Gaenslen }.Take(examined))
            exam.Body.Tests.Add(new ExamTestFinding { Test = test, Side = side, Result = ExamTestResult.Positive });
        exam.Body.Tests.Add(new ExamTestFinding { Test = ExamTest.SacroiliacCompression, Side = side, Result = ExamTestResult.Negative });
        exam.Body.Tests.Add(new ExamTestFinding { Test = ExamTest.FacetLoading, Side = side, Result = ExamTestResult.Positive });
        When(given.Event(new() { ExamRecorded = new() { Exam = exam } }), request).ThenRule("sacroiliac-block.provocation-tests", met);
    }

    [Theory, RuleMet("sacroiliac-block.pain-duration"), RuleNotMet("sacroiliac-block.pain-duration")]
    [InlineData("2025-12-02", true)]
    [InlineData("2025-12-03", false)]
    public void Sacroiliac_pain_has_lasted_three_months(string since, bool met)
    {
        var request = Block(BlockTarget.SacroiliacJoint);
        request.Indication.PainSinceDate = since;
        When(request).ThenRule("sacroiliac-block.pain-duration", met);
    }

    [Theory, RuleMet("sacroiliac-block.failed-care"), RuleNotMet("sacroiliac-block.failed-care")]
    [InlineData("2026-02-02", true)]
    [InlineData("2026-02-03", false)]
    public void Sacroiliac_care_has_failed_for_four_weeks(string since, bool met)
    {
        var request = Block(BlockTarget.SacroiliacJoint);
        request.Indication.CareSinceDate = since;
        When(request).ThenRule("sacroiliac-block.failed-care", met);
    }

    [Theory, RuleMet("nerve-root-block.single-root"), RuleNotMet("nerve-root-block.single-root")]
    [InlineData("L5", Side.Left, false, true)]
    [InlineData("L5 S1", Side.Left, false, false)]
    [InlineData("L5", Side.Bilateral, false, false)]
    [InlineData("L5", Side.Left, true, false)]
    public void A_nerve_root_block_is_of_one_root_with_anaesthetic_alone(string roots, Side side, bool steroid, bool met)
    {
        var request = Block(BlockTarget.NerveRoot);
        request.Technique.Levels.Clear();
        request.Technique.Levels.Add(roots.Split(' '));
        request.Technique.Side = side;
        if (steroid) request.Technique.Agents.Add(Steroid);
        When(request).ThenRule("nerve-root-block.single-root", met);
    }

    [Theory, RuleMet("nerve-root-block.uncertain-diagnosis"), RuleNotMet("nerve-root-block.uncertain-diagnosis")]
    [InlineData("L5 or S1?", true)]
    [InlineData("", false)]
    public void A_nerve_root_is_blocked_when_something_is_uncertain(string uncertainty, bool met)
    {
        var request = Block(BlockTarget.NerveRoot);
        request.Indication.Uncertainty = uncertainty;
        When(request).ThenRule("nerve-root-block.uncertain-diagnosis", met);
    }

    [Theory, RuleMet("nerve-root-block.guidance"), RuleNotMet("nerve-root-block.guidance")]
    [InlineData(ImageGuidance.ComputedTomography, true, true)]
    [InlineData(ImageGuidance.Fluoroscopy, false, false)]
    [InlineData(ImageGuidance.Ultrasound, true, false)]
    public void A_nerve_root_is_seen_with_contrast(ImageGuidance guidance, bool contrast, bool met)
    {
        var request = Block(BlockTarget.NerveRoot);
        request.Technique.Guidance = guidance;
        if (!contrast) request.Technique.Contrast = new() { NoneReason = "None." };
        When(request).ThenRule("nerve-root-block.guidance", met);
    }

    [Fact]
    public void The_checklist_and_red_flags_hold_for_a_block_as_for_a_procedure()
    {
        var request = Block(BlockTarget.MedialBranch);
        request.Checklist.ConsentSigned = false;
        When(request).ThenRule("checklist.consent", met: false);
        var before = new PlanEvent { RedFlagRaised = new() { RedFlagId = Given.FlagId, Kind = RedFlagKind.Infection, Finding = "Fever." }, OccurredAt = Timestamp.FromDateTime(Given.Now.ToDateTime().AddDays(-1)) };
        When(Given.ActivePlan().Event(before), Block(BlockTarget.MedialBranch)).ThenRule("red-flag.blocks-injections", met: false);
        var since = When(Given.ActivePlan().RedFlag(), Block(BlockTarget.MedialBranch)).After.DiagnosticBlocks.Single();
        Assert.Equal("red-flag.blocks-injections", since.Findings.Single().RuleId);
        request.Overrides.Add(Override("checklist.consent"));
        Assert.Equal("checklist.consent", When(request).After.DiagnosticBlocks.Single().Findings.Single().RuleId);
    }

    [Fact]
    public void Who_performs_procedures_records_it_on_a_plan_that_goes_on()
    {
        When(Given.ActivePlan(), Block(BlockTarget.MedialBranch), by: Given.Therapist).ThenForbidden("MAY_NOT_PERFORM_PROCEDURES");
        When(Given.PlanAt(PlanStatus.Completed), Block(BlockTarget.MedialBranch)).ThenRefused("plan.not-ended");
        When(Given.ActivePlan().Blocked(90, BlockTarget.MedialBranch, "2026-01-01"), Block(BlockTarget.MedialBranch)).ThenRefused("id.unused");
        When(Given.ActivePlan(), Block(BlockTarget.MedialBranch, "2026-03-03")).ThenInvalid("performed_date");
    }

    [Fact]
    public void A_correction_takes_the_place_of_the_block_for_every_gate_and_the_corrected_one_stays_to_be_seen()
    {
        var given = Given.ActivePlan();
        foreach (var (n, day) in new[] { (91, "2026-01-05"), (92, "2026-02-05") })
        {
            var block = Block(BlockTarget.MedialBranch, day);
            block.DiagnosticBlockId = Id(n);
            foreach (var e in When(given, block).Events) given.Event(e.Clone());
        }
        var correction = Block(BlockTarget.MedialBranch, "2026-02-05", before: 5, after: 4);
        (correction.SupersedesDiagnosticBlockId, correction.CorrectionReason) = (Id(92), "Scores of another patient.");
        // No new injection is given: the red flag of today does not keep the error in the record.
        var after = When(given.RedFlag(), correction).After;
        Assert.Equal([BlockConcordance.Positive, BlockConcordance.Positive, BlockConcordance.Negative], after.DiagnosticBlocks.Select(b => b.Concordance));
        foreach (var e in When(given, correction).Events) given.Event(e.Clone());
        given.Event(new() { RedFlagResolved = new() { RedFlagId = Given.FlagId, Resolution = "r" } })
            .WhenScheduled(Schedule(ProcedureKind.FacetRadiofrequencyAblation)).ThenRule("ablation.two-blocks", met: false);
        correction.DiagnosticBlockId = Id(93);
        When(given, correction).ThenRefused("diagnostic-block.corrected-once");
    }

    [Fact]
    public void Only_who_performed_a_block_corrects_it_and_says_why()
    {
        var correction = Block(BlockTarget.MedialBranch);
        correction.SupersedesDiagnosticBlockId = Id(91);
        Assert.Equal(["correction_reason"], Violated(correction));
        When(correction).ThenNotFound();
        When(Given.ActivePlan().Blocked(91, BlockTarget.MedialBranch, "2026-01-05"), correction).ThenRefused("diagnostic-block.corrected-by-performer");
    }

    [Fact]
    public void A_corrected_session_does_not_count_twice()
    {
        var given = Given.ActivePlan().Blocked(21, BlockTarget.SacroiliacJoint, "2026-01-05");
        var second = Block(BlockTarget.SacroiliacJoint, "2026-02-05");
        foreach (var e in When(given, second).Events) given.Event(e.Clone());
        var correction = Block(BlockTarget.SacroiliacJoint, "2026-02-06");
        (correction.DiagnosticBlockId, correction.SupersedesDiagnosticBlockId, correction.CorrectionReason) = (Id(93), Id(90), "It was the day after.");
        When(given, correction).ThenRule("sacroiliac-block.sessions", met: true);
    }

    [Fact]
    public void Without_pain_before_there_is_nothing_to_relieve_and_pain_after_must_be_told()
    {
        var request = Block(BlockTarget.MedialBranch, before: 0, after: 0);
        Assert.Equal(["nprs_before"], Violated(request));
        request.ClearNprsAfter();
        request.NprsBefore = 10;
        Assert.Equal(["nprs_after"], Violated(request));
        request.NprsAfter = 11;
        Assert.Equal(["nprs_after"], Violated(request));
        request.NprsAfter = 10;
        Assert.Empty(Violated(request));
    }

    [Theory]
    [InlineData(BlockTarget.MedialBranch, "L4-L5 L5-S1", Side.Bilateral)]
    [InlineData(BlockTarget.MedialBranch, "L4", Side.Left, "technique.levels[0]")]
    [InlineData(BlockTarget.FacetJoint, "", Side.Left, "technique.levels")]
    [InlineData(BlockTarget.SacroiliacJoint, "L5-S1", Side.Left, "technique.levels")]
    [InlineData(BlockTarget.SacroiliacJoint, "", Side.Midline, "technique.side")]
    [InlineData(BlockTarget.NerveRoot, "C8", Side.Right)]
    [InlineData(BlockTarget.NerveRoot, "L5-S1", Side.Right, "technique.levels[0]")]
    [InlineData(BlockTarget.NerveRoot, "L5", Side.Unspecified, "technique.side")]
    public void Levels_and_side_are_written_as_the_notation_has_them(BlockTarget target, string levels, Side side, params string[] violated)
    {
        var request = Block(target);
        request.Technique.Levels.Clear();
        request.Technique.Levels.Add(levels.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        request.Technique.Side = side;
        Assert.Equal(violated, Violated(request));
    }

    [Fact]
    public void A_block_numbs()
    {
        var request = Block(BlockTarget.MedialBranch);
        request.Technique.Agents.Clear();
        request.Technique.Agents.Add(Steroid);
        Assert.Equal(["technique.agents"], Violated(request));
    }

    private static RecordDiagnosticBlockRequest Corrected(int n, int of, int after)
    {
        var request = Block(BlockTarget.MedialBranch, "2026-01-05", after: after);
        request.Checklist.ConsentSigned = false;
        (request.DiagnosticBlockId, request.SupersedesDiagnosticBlockId, request.CorrectionReason) = (Id(n), Id(of), "Scores.");
        return request;
    }

    [Fact]
    public void What_was_overridden_stands_on_each_correction()
    {
        var (given, first) = (Given.ActivePlan(), Corrected(91, 91, 1));
        (first.SupersedesDiagnosticBlockId, first.CorrectionReason) = ("", "");
        first.Overrides.Add(Override("checklist.consent"));
        foreach (var request in new[] { first, Corrected(92, 91, 2), Corrected(93, 92, 3) })
        {
            var decision = When(given, request);
            Assert.Null(decision.Refusal);
            foreach (var e in decision.Events) given.Event(e.Clone());
        }
        Assert.Equal((Id(93), "Discussed with the payer."), (given.Plan.DiagnosticBlocks[^1].DiagnosticBlockId, given.Plan.DiagnosticBlocks[^1].Findings.Single().Override.Reason));
        Assert.Single(given.Plan.RuleOverrides);
    }

    [Fact]
    public void An_antithrombotic_that_came_to_be_known_since_keeps_no_mistake_in_the_record()
    {
        var (given, first) = (Given.ActivePlan(), Block(BlockTarget.MedialBranch, "2026-01-05"));
        foreach (var e in When(given, first).Events) given.Event(e.Clone());
        given.Event(new() { HomeMedicationReported = new() { Medication = new() { MedicationId = Id(65), Name = "apixaban", Status = MedicationStatus.Active, Reported = true } } });
        var correction = Corrected(92, 90, 2);
        correction.Checklist.ConsentSigned = true;
        When(given, correction).ThenRule("checklist.antithrombotic-plan", met: true);
        correction.Checklist.Antithrombotics = new() { Use = AntithromboticUse.Continued, Plan = "Goes on." };
        When(given, correction).ThenRule("checklist.antithrombotic-plan", met: false);
        When(given, Block(BlockTarget.NerveRoot, "2026-02-05")).ThenRefused("id.unused");
    }
}
