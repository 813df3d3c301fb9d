using CareTeam.Rules.Tests.Rules;
using CareTeam.Server.Diagnostics;

namespace CareTeam.Rules.Tests.Diagnostics;

public sealed class RecordStudyResultTests
{
    private static readonly RecordStudyResult UseCase = new(RuleTable.Shipped, ScopeOfPractice.Shipped);

    private static Decision Record(Given given, RecordStudyResultRequest request, Person? by = null) => given.When(UseCase, request, by ?? Given.Lead);

    private static IEnumerable<string> Findings(Decision decision) => decision.After.Studies[0].Results[^1].Findings.Select(f => f.RuleId);

    [Fact]
    public void The_result_is_filed_and_the_task_done_with_it()
    {
        var decision = Record(WorkUp.Clinic().Ordered(), WorkUp.MriResult(), WorkUp.Nurse);
        var (study, result) = (decision.After.Studies.Single(), decision.After.Studies.Single().Results.Single());
        Assert.Equal((StudyStatus.Resulted, WorkUp.Nurse, Given.Now), (study.Status, result.RecordedBy, result.RecordedAt));
        Assert.Equal(WorkUp.MriResult().ImagingFindings, result.ImagingFindings);
        Assert.Null(result.SignedBy);
        Assert.Equal((TaskStatus.Completed, "L4-L5 protrusion."), (decision.After.Tasks.Single().Status, decision.Events[^1].TaskCompleted.Outcome));
    }

    [Fact]
    public void What_it_found_was_so_on_the_day_of_the_study()
    {
        var result = Record(WorkUp.Clinic().Ordered(), WorkUp.MriResult(), WorkUp.Nurse).Events.Single(e => e.StudyResulted is not null);
        Assert.Equal(WorkUp.MriResult().PerformedDate, result.OccurredAt.ToDateTime().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void The_text_of_the_report_stays_out_of_the_plan()
    {
        var request = WorkUp.MriResult();
        request.Report = "The whole text.";
        var decision = Record(WorkUp.Clinic().Ordered(), request);
        Assert.Equal("The whole text.", decision.Events[0].StudyResulted.Report);
        Assert.True(decision.After.Studies.Single().Results.Single().HasReport);
        Assert.DoesNotContain("The whole text.", decision.After.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TaskStatus.Completed)]
    [InlineData(TaskStatus.Cancelled)]
    public void A_task_that_is_over_stays_as_it_is(TaskStatus status)
    {
        var given = WorkUp.Clinic().Ordered().Event(status == TaskStatus.Completed ? new() { TaskCompleted = new() { TaskId = Given.TaskId } } : new() { TaskCancelled = new() { TaskId = Given.TaskId } });
        Assert.Single(Record(given, WorkUp.MriResult()).Events);
    }

    [Fact]
    public void Imaging_is_filed_by_who_may_report_and_electrodiagnosis_signed_by_who_performs_it()
    {
        Record(WorkUp.Clinic().Ordered(), WorkUp.MriResult(), Given.Therapist).ThenForbidden("MAY_NOT_REPORT_STUDIES_OR_PERFORM_ELECTRODIAGNOSIS");
        Record(WorkUp.Clinic().Ordered(WorkUp.Emg()), WorkUp.EmgResult(), WorkUp.Nurse).ThenForbidden("MAY_NOT_PERFORM_ELECTRODIAGNOSIS");
        Record(WorkUp.Clinic().Ordered(WorkUp.Emg()), WorkUp.EmgResult(), WorkUp.Practitioner).ThenForbidden("MAY_NOT_PERFORM_ELECTRODIAGNOSIS");
        var result = Record(WorkUp.Clinic().Ordered(WorkUp.Emg()), WorkUp.EmgResult(), WorkUp.PainPhysician).After.Studies.Single().Results.Single();
        Assert.Equal((WorkUp.PainPhysician, WorkUp.PainPhysician, Given.Now), (result.RecordedBy, result.SignedBy, result.SignedAt));
    }

    [Fact]
    public void A_second_result_must_name_the_one_it_corrects_and_only_the_one_that_holds_can_be()
    {
        var given = WorkUp.Clinic().Ordered().Resulted();
        var second = WorkUp.MriResult();
        second.ResultId = WorkUp.OtherResultId;
        Record(given, second).ThenRefused("study.one-result");
        (second.SupersedesResultId, second.CorrectionReason) = (WorkUp.ResultId, "Addendum.");
        var after = Record(given, second).After;
        Assert.Equal([WorkUp.ResultId, WorkUp.OtherResultId], after.Studies.Single().Results.Select(r => r.ResultId));
        given.Event(new() { StudyResulted = new() { StudyId = WorkUp.StudyId, Result = after.Studies.Single().Results[1] } });
        second.ResultId = Given.FlagId;
        Record(given, second).ThenRefused("study.supersedes-what-holds");
        second.SupersedesResultId = Given.NoteId;
        Record(given, second).ThenNotFound();
    }

    [Fact]
    public void A_correction_comes_in_also_after_the_plans_end_and_a_first_result_does_not()
    {
        var completed = WorkUp.Clinic().Ordered().Resulted().Event(new() { PlanCompleted = new() });
        var correction = WorkUp.MriResult();
        (correction.ResultId, correction.SupersedesResultId, correction.CorrectionReason) = (WorkUp.OtherResultId, WorkUp.ResultId, "Addendum.");
        Assert.Equal(2, Record(completed, correction).After.Studies.Single().Results.Count);
        Record(WorkUp.Clinic().Ordered().Event(new() { PlanRevoked = new() }), WorkUp.MriResult()).ThenRefused("plan.not-ended");
    }

    [Fact]
    public void An_id_is_used_once_and_a_cancelled_study_has_no_result()
    {
        var correction = WorkUp.MriResult();
        (correction.SupersedesResultId, correction.CorrectionReason) = (WorkUp.ResultId, "r");
        Record(WorkUp.Clinic().Ordered().Resulted(), correction).ThenRefused("id.unused");
        Record(WorkUp.Clinic().Ordered().Event(new() { StudyCancelled = new() { StudyId = WorkUp.StudyId, Reason = "r" } }), WorkUp.MriResult()).ThenRefused("study.lifecycle");
        Record(WorkUp.Clinic(), WorkUp.MriResult()).ThenNotFound();
    }

    [Fact]
    public void Nobody_is_studied_in_the_future()
    {
        var request = WorkUp.MriResult();
        request.PerformedDate = WorkUp.DateDaysAgo(-2);
        Record(WorkUp.Clinic().Ordered(), request).ThenInvalid("performed_date");
    }

    [Fact]
    public void Findings_fit_the_study()
    {
        var mixed = WorkUp.EmgResult(WorkUp.Abnormal("tibialis-anterior"));
        mixed.NerveConductions.Add(new NerveConductionFinding());
        Assert.Equal(["nerve_conductions", "needle_findings", "conclusions"], Invalid(Record(WorkUp.Clinic().Ordered(), mixed)));
        var imaging = WorkUp.MriResult();
        Assert.Equal(["imaging_findings", "conclusions", "report"], Invalid(Record(WorkUp.Clinic().Ordered(WorkUp.Emg()), imaging)));
    }

    [Fact, RuleNotMet("imaging.red-flag-finding")]
    public void A_fracture_that_nobody_has_flagged_asks_for_a_red_flag()
    {
        var finding = Record(WorkUp.Clinic().RedFlag().Ordered(), Fracture()).After.Studies.Single().Results.Single().Findings.Single();
        Assert.Equal("imaging.red-flag-finding", finding.RuleId);
        Assert.Contains("fracture (raise fracture)", finding.Text, StringComparison.Ordinal);
    }

    [Fact, RuleMet("imaging.red-flag-finding")]
    public void One_that_is_flagged_or_a_protrusion_does_not()
    {
        Assert.Empty(Findings(Record(WorkUp.Clinic().Ordered(), WorkUp.MriResult())));
        var flagged = WorkUp.Clinic().Event(new() { RedFlagRaised = new() { RedFlagId = Given.FlagId, Kind = RedFlagKind.Fracture, Finding = "f" } });
        Assert.Empty(Findings(Record(flagged.Ordered(), Fracture())));
    }

    [Theory, RuleNotMet("electrodiagnosis.after-onset")]
    [InlineData(20)]
    [InlineData(0)]
    public void A_study_on_day_20_after_the_onset_is_warned_of(int days) =>
        Assert.Contains("electrodiagnosis.after-onset", Findings(Record(WorkUp.Clinic().Onset(days).Ordered(WorkUp.Emg()), WorkUp.EmgResult())));

    [Fact, RuleMet("electrodiagnosis.after-onset")]
    public void On_day_21_it_is_not() =>
        Assert.DoesNotContain("electrodiagnosis.after-onset", Findings(Record(WorkUp.Clinic().Onset(21).Ordered(WorkUp.Emg()), WorkUp.EmgResult())));

    [Fact]
    public void The_onset_of_the_order_counts_and_one_after_the_study_does_not()
    {
        var order = WorkUp.Emg();
        order.OnsetDate = WorkUp.DateDaysAgo(5);
        Assert.Contains("electrodiagnosis.after-onset", Findings(Record(WorkUp.Clinic().Onset(400).Ordered(order), WorkUp.EmgResult())));
        var old = WorkUp.EmgResult();
        old.PerformedDate = WorkUp.DateDaysAgo(6);
        Assert.DoesNotContain("electrodiagnosis.after-onset", Findings(Record(WorkUp.Clinic().Ordered(order), old)));
    }

    [Theory, RuleNotMet("electrodiagnosis.two-muscles")]
    [InlineData("tibialis-anterior")]
    [InlineData("tibialis-anterior", "lower-lumbar-paraspinals")]
    [InlineData("tibialis-anterior", "peroneus-longus")]
    [InlineData("tibialis-anterior", "vastus-medialis")]
    [InlineData]
    public void A_radiculopathy_by_one_nerve_or_the_back_alone_is_warned_of(params string[] muscles) =>
        Assert.Equal(["electrodiagnosis.two-muscles"], Findings(Record(WorkUp.Clinic().Ordered(WorkUp.Emg()), WorkUp.EmgResult([.. muscles.Select(m => WorkUp.Abnormal(m))]))));

    [Theory, RuleMet("electrodiagnosis.two-muscles")]
    [InlineData("tibialis-anterior", "gluteus-medius")]
    [InlineData("tibialis-anterior", "tibialis-posterior")]
    [InlineData("peroneus-longus", "tensor-fasciae-latae", "lower-lumbar-paraspinals")]
    public void By_two_muscles_with_different_nerves_it_is_not(params string[] muscles) =>
        Assert.Empty(Findings(Record(WorkUp.Clinic().Ordered(WorkUp.Emg()), WorkUp.EmgResult([.. muscles.Select(m => WorkUp.Abnormal(m))]))));

    [Fact]
    public void Muscles_of_the_other_side_and_normal_ones_do_not_count_and_both_sides_need_their_own()
    {
        var given = WorkUp.Clinic().Ordered(WorkUp.Emg());
        Assert.NotEmpty(Findings(Record(given, WorkUp.EmgResult(WorkUp.Abnormal("tibialis-anterior"), WorkUp.Abnormal("gluteus-medius", Side.Right)))));
        var normal = WorkUp.Abnormal("gluteus-medius");
        normal.Interpretation = FindingInterpretation.Normal;
        Assert.NotEmpty(Findings(Record(given, WorkUp.EmgResult(WorkUp.Abnormal("tibialis-anterior"), normal))));
        var bilateral = WorkUp.EmgResult(WorkUp.Abnormal("tibialis-anterior"), WorkUp.Abnormal("gluteus-medius"), WorkUp.Abnormal("tibialis-anterior", Side.Right));
        bilateral.Conclusions[0].Side = Side.Bilateral;
        Assert.Contains("right L5", Record(given, bilateral).After.Studies.Single().Results.Single().Findings.Single().Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ElectrodiagnosticConclusionKind.Normal)]
    [InlineData(ElectrodiagnosticConclusionKind.Inconclusive)]
    [InlineData(ElectrodiagnosticConclusionKind.PeripheralEntrapment)]
    public void Other_conclusions_need_no_two_muscles(ElectrodiagnosticConclusionKind kind)
    {
        var request = WorkUp.EmgResult();
        request.Conclusions[0] = new ElectrodiagnosticConclusion { Kind = kind };
        Assert.Empty(Findings(Record(WorkUp.Clinic().Ordered(WorkUp.Emg()), request)));
    }

    [Fact]
    public void It_needs_the_study_its_day_and_what_it_comes_to()
    {
        var request = new RecordStudyResultRequest { PlanId = Given.PlanId, RequestId = Given.RequestId };
        Assert.Equal(["study_id", "performed_date", "impression"], Fields.Violated(UseCase, request));
        var correction = WorkUp.MriResult();
        (correction.PlanId, correction.SupersedesResultId) = (Given.PlanId, WorkUp.ResultId);
        Assert.Equal(["correction_reason"], Fields.Violated(UseCase, correction));
    }

    private static RecordStudyResultRequest Fracture()
    {
        var request = WorkUp.MriResult();
        request.ImagingFindings[0] = new ImagingFinding { Kind = ImagingFindingKind.Fracture, Level = "L1" };
        return request;
    }

    private static IEnumerable<string> Invalid(Decision decision)
    {
        Assert.Equal(ErrorKind.Invalid, decision.Refusal?.Kind);
        return Assert.IsType<Google.Rpc.BadRequest>(decision.Refusal!.Details.Single()).FieldViolations.Select(v => v.Field);
    }

    [Fact]
    public void A_study_has_so_many_results_and_no_more()
    {
        var given = WorkUp.Clinic().Ordered();
        for (var i = 1; i <= PlanBounds.MostResults; i++) given.Event(new() { StudyResulted = new() { StudyId = WorkUp.StudyId, Result = new() { ResultId = $"result {i}", PerformedDate = WorkUp.DateDaysAgo(1) } } });
        var correction = WorkUp.MriResult();
        (correction.SupersedesResultId, correction.CorrectionReason) = ($"result {PlanBounds.MostResults}", "Addendum.");
        var refused = Record(given, correction);
        refused.ThenRefused("study.most-results");
        Assert.Contains("Order the study anew", refused.Refusal!.Message, StringComparison.Ordinal);
    }
}
