namespace CareTeam.Server.Tests.Diagnostics;

public sealed class StudyTests(Clinic clinic) : IClassFixture<Clinic>
{
    private static OrderStudyRequest Emg(string plan) => new()
    {
        PlanId = plan,
        RequestId = New.Id(),
        Modality = StudyModality.EmgNcs,
        Region = BodyRegion.LowerLimb,
        Side = Side.Left,
        Indication = StudyIndication.RadiculopathyOrEntrapment,
        ClinicalQuestion = "L5 or peroneal?",
    };

    private static RecordStudyResultRequest Result(string plan, string study, string report = "") => new()
    {
        PlanId = plan,
        RequestId = New.Id(),
        StudyId = study,
        PerformedDate = "2026-01-05",
        Impression = "Normal.",
        Report = report,
        NeedleFindings = { new NeedleFinding { Muscle = "tibialis-anterior", Side = Side.Left, Interpretation = FindingInterpretation.Normal } },
        Conclusions = { new ElectrodiagnosticConclusion { Kind = ElectrodiagnosticConclusionKind.Normal } },
    };

    private static RecordExamRequest Exam(string plan, int grade) => new()
    {
        PlanId = plan,
        RequestId = New.Id(),
        Body = new() { Strength = { new StrengthFinding { Root = "L5", Side = Side.Left, Grade = grade } } },
    };

    [Fact]
    public async Task The_report_is_read_beside_the_plan_each_result_its_own()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        var lead = team.As(team.Physiatrist).Diagnostics;
        var study = (await lead.OrderStudyAsync(Emg(plan))).StudyId;
        await Expect.Status(StatusCode.NotFound, lead.GetStudyReportAsync(new() { PlanId = plan, StudyId = study }));

        var first = await lead.RecordStudyResultAsync(Result(plan, study, "As dictated."));
        var correction = Result(plan, study, "As typed.");
        (correction.SupersedesResultId, correction.CorrectionReason) = (first.ResultId, "Typing error.");
        var second = await lead.RecordStudyResultAsync(correction);
        var without = Result(plan, study);
        (without.SupersedesResultId, without.CorrectionReason) = (second.ResultId, "Withdrawn.");
        await lead.RecordStudyResultAsync(without);

        var reader = team.As(team.Therapist).Diagnostics;
        Assert.Equal("As dictated.", (await reader.GetStudyReportAsync(new() { PlanId = plan, StudyId = study, ResultId = first.ResultId })).Report);
        Assert.Equal("As typed.", (await reader.GetStudyReportAsync(new() { PlanId = plan, StudyId = study, ResultId = second.ResultId })).Report);
        var holds = await reader.GetStudyReportAsync(new() { PlanId = plan, StudyId = study });
        Assert.Equal(("", "Withdrawn."), (holds.Report, holds.Result.CorrectionReason));
        await Expect.Status(StatusCode.PermissionDenied, team.As(team.Outsider).Diagnostics.GetStudyReportAsync(new() { PlanId = plan, StudyId = study }));
        await Expect.Status(StatusCode.NotFound, clinic.NewTeam().As(team.Physiatrist with { Organization = "elsewhere" }).Diagnostics.GetStudyReportAsync(new() { PlanId = plan, StudyId = study }));
    }

    [Fact]
    public async Task Of_two_orders_of_the_same_study_at_once_on_two_nodes_the_second_is_warned()
    {
        var team = clinic.NewTeam();
        await using var second = clinic.NewNode();
        for (var round = 0; round < 5; round++)
        {
            var plan = await team.ActivePlan();
            var answers = await Task.WhenAll(new[] { clinic.Server, second }.Select(node => node.As(team.Physiatrist).Diagnostics.OrderStudyAsync(Emg(plan)).ResponseAsync));
            Assert.Equal([0, 1], answers.OrderBy(a => a.Version).Select(a => a.Findings.Count(f => f.RuleId == "study.duplicate")));
        }
    }

    [Fact]
    public async Task Of_a_result_and_a_cancellation_at_once_or_of_two_results_one_gets_in()
    {
        var team = clinic.NewTeam();
        await using var second = clinic.NewNode();
        var nodes = new[] { clinic.Server.As(team.Physiatrist).Diagnostics, second.As(team.Physiatrist).Diagnostics };
        for (var round = 0; round < 6; round++)
        {
            var plan = await team.ActivePlan();
            var study = (await nodes[0].OrderStudyAsync(Emg(plan))).StudyId;
            Task[] calls =
            [
                nodes[0].RecordStudyResultAsync(Result(plan, study)).ResponseAsync,
                round % 2 == 0
                    ? nodes[1].RecordStudyResultAsync(Result(plan, study)).ResponseAsync
                    : nodes[1].CancelStudyAsync(new() { PlanId = plan, RequestId = New.Id(), StudyId = study, Reason = "r" }).ResponseAsync,
            ];
            await Task.WhenAll(calls.Select(c => c.ContinueWith(_ => { }, TaskScheduler.Default)));
            _ = Assert.Single(calls, c => c.IsCompletedSuccessfully);
            await Expect.Status(StatusCode.FailedPrecondition, () => calls.Single(c => c.IsFaulted));
            var after = (await team.As(team.Physiatrist).Plans.GetPlanAsync(new() { PlanId = plan })).Plan;
            Assert.Equal(after.Studies.Single().Status == StudyStatus.Resulted ? TaskStatus.Completed : TaskStatus.Cancelled, after.Tasks.Single().Status);
        }
    }

    [Fact]
    public async Task Two_corrections_of_one_result_at_once_are_not_both_in()
    {
        var team = clinic.NewTeam();
        await using var second = clinic.NewNode();
        var nodes = new[] { clinic.Server.As(team.Physiatrist).Diagnostics, second.As(team.Physiatrist).Diagnostics };
        var plan = await team.ActivePlan();
        var study = (await nodes[0].OrderStudyAsync(Emg(plan))).StudyId;
        var first = await nodes[0].RecordStudyResultAsync(Result(plan, study));
        var calls = nodes.Select(node =>
        {
            var correction = Result(plan, study);
            (correction.SupersedesResultId, correction.CorrectionReason) = (first.ResultId, "r");
            return node.RecordStudyResultAsync(correction).ResponseAsync;
        }).ToList();
        await Task.WhenAll(calls.Select(c => c.ContinueWith(_ => { }, TaskScheduler.Default)));
        _ = Assert.Single(calls, c => c.IsCompletedSuccessfully);
        Assert.Equal("study.supersedes-what-holds", (await Expect.Status(StatusCode.FailedPrecondition, () => calls.Single(c => c.IsFaulted))).Rule());
    }

    [Fact]
    public async Task Examinations_at_once_are_both_in_and_a_repeat_is_answered_with_the_same_comparison()
    {
        var team = clinic.NewTeam();
        await using var second = clinic.NewNode();
        var plan = await team.ActivePlan();
        var nodes = new[] { clinic.Server.As(team.Physiatrist).Diagnostics, second.As(team.Therapist).Diagnostics };
        await Task.WhenAll(nodes.Select(node => node.RecordExamAsync(Exam(plan, 4)).ResponseAsync));
        var weaker = Exam(plan, 2);
        var answer = await nodes[0].RecordExamAsync(weaker);
        Assert.Equal((ExamTrend.Worse, "exam.severe-motor-deficit"), (answer.Comparison.Changes.Single().Trend, answer.Findings.Single().RuleId));
        Assert.Equal(answer, await second.As(team.Physiatrist).Diagnostics.RecordExamAsync(weaker));
        Assert.Equal(3, (await team.As(team.Physiatrist).Plans.GetPlanAsync(new() { PlanId = plan })).Plan.Exams.Count);
    }
}
