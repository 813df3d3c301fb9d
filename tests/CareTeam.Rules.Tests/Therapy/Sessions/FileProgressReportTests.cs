using CareTeam.Rules.Tests.Rules;
using CareTeam.Server.Therapy;
using static CareTeam.Rules.Tests.Therapy.GivenTherapy;

namespace CareTeam.Rules.Tests.Therapy;

public sealed class FileProgressReportTests
{
    private static readonly FileProgressReport UseCase = new(Table, Scope);

    private static FileProgressReportRequest Completed(Action<FileProgressReportRequest>? with = null)
    {
        var request = new FileProgressReportRequest
        {
            PlanId = Given.PlanId,
            RequestId = Given.RequestId,
            ProgressReportId = ReportId,
            TherapyOrderId = OrderId,
            Text = new() { Objective = "Lifts 35 lb.", Assessment = "On course.", Plan = "Continue." },
            Recommendation = ProgressRecommendation.Continue,
            Complete = true,
        };
        with?.Invoke(request);
        return request;
    }

    private static FileProgressReportRequest Prepared(Action<FileProgressReportRequest>? with = null) =>
        Completed(r =>
        {
            (r.Complete, r.Recommendation, r.Text) = (false, ProgressRecommendation.Unspecified, new() { Objective = "Lifts 35 lb." });
            with?.Invoke(r);
        });

    [Fact]
    public void A_therapist_completes_it_and_the_plan_keeps_all_but_the_text()
    {
        var decision = PlanWithOrder().TreatmentDays(10).When(UseCase, Completed(), Given.Therapist);
        var report = decision.After.ProgressReports.Single();
        Assert.Equal((ProgressReportStatus.Completed, Given.Therapist, Given.Now, "2026-01-16", 10), (report.Status, report.CompletedBy, report.CompletedAt, report.PeriodEndDate, report.TreatmentDays));
        Assert.DoesNotContain("Lifts 35 lb.", decision.After.ToString(), StringComparison.Ordinal);
        Assert.Equal("Lifts 35 lb.", decision.Events.Single().ProgressReportFiled.Text.Objective);
    }

    [Fact]
    public void It_covers_at_most_the_days_after_which_it_is_due_and_what_was_later_is_of_the_next()
    {
        var after = PlanWithOrder().TreatmentDays(12).When(UseCase, Completed(), Given.Therapist).After;
        Assert.Equal(("2026-01-16", 10), (after.ProgressReports.Single().PeriodEndDate, after.ProgressReports.Single().TreatmentDays));
        Assert.Equal(2, ReportClock.Of(after, after.TherapyOrders.Single()).Days.Count);
    }

    [Fact, RuleNotMet("therapy.progress-report")]
    public void A_period_of_more_days_is_refused_and_a_therapist_may_override()
    {
        var request = Completed(r => r.PeriodEndDate = "2026-01-19");
        PlanWithOrder().TreatmentDays(11).When(UseCase, request, Given.Therapist).ThenRefused("therapy.progress-report");
        request.Overrides.Add(Override("therapy.progress-report"));
        Assert.Equal(11, PlanWithOrder().TreatmentDays(11).When(UseCase, request, Given.Therapist).After.ProgressReports.Single().TreatmentDays);
    }

    [Fact]
    public void Its_period_ends_on_a_treatment_day_since_the_last()
    {
        PlanWithOrder().TreatmentDays(5).When(UseCase, Completed(r => r.PeriodEndDate = "2026-01-10"), Given.Therapist).ThenInvalid("period_end_date");
        PlanWithOrder().TreatmentDays(5).Report("2026-01-07").When(UseCase, Completed(r => r.PeriodEndDate = "2026-01-07"), Given.Therapist).ThenInvalid("period_end_date");
        Assert.Equal(1, PlanWithOrder().TreatmentDays(5).Report("2026-01-07").When(UseCase, Completed(r => r.PeriodEndDate = "2026-01-08"), Given.Therapist).After.ProgressReports[^1].TreatmentDays);
    }

    [Fact]
    public void Without_treatment_there_is_nothing_to_report() =>
        PlanWithOrder().TreatmentDays(5).Report("2026-01-09").When(UseCase, Completed(), Given.Therapist).ThenRefused("progress-report.covers-treatment");

    [Fact]
    public void An_assistant_prepares_elements_and_a_therapist_completes_them()
    {
        var given = PlanWithOrder().TreatmentDays(10);
        given.Event(given.When(UseCase, Prepared(), Assistant).Events.Single());
        var prepared = given.Plan.ProgressReports.Single();
        Assert.Equal((ProgressReportStatus.InPreparation, null), (prepared.Status, prepared.CompletedBy));
        Assert.Equal(10, ReportClock.Of(given.Plan, given.TheOrder()).Days.Count);

        var completed = given.When(UseCase, Completed(r => r.Text.Objective = ""), Given.Therapist).After.ProgressReports.Single();
        Assert.Equal((ProgressReportStatus.Completed, Given.Therapist), (completed.Status, completed.CompletedBy));
        Assert.Equal([Assistant], completed.ElementsBy);
    }

    [Fact]
    public void An_assistant_prepares_none_without_a_supervisor() =>
        PlanWithOrder().WithoutSupervisor().TreatmentDays(10).When(UseCase, Prepared(), Assistant).ThenRefused("assistant.supervised");

    [Fact]
    public void Without_its_id_the_order_goes_on_with_the_report_that_is_in_preparation()
    {
        var given = PlanWithOrder().TreatmentDays(10);
        given.Event(given.When(UseCase, Prepared(), Assistant).Events.Single());
        var (prepare, complete) = (Prepared(r => r.ProgressReportId = ""), Completed(r => r.ProgressReportId = ""));
        var again = given.When(UseCase, prepare, Assistant).After;
        Assert.Equal(ReportId, UseCase.Reply(again, prepare).ProgressReportId);
        var after = given.When(UseCase, complete, Given.Therapist).After;
        Assert.Equal((ReportId, ProgressReportStatus.Completed), (after.ProgressReports.Single().ProgressReportId, after.ProgressReports.Single().Status));
        Assert.Equal((ReportId, 10), (UseCase.Reply(after, complete).ProgressReportId, UseCase.Reply(after, complete).TreatmentDays));
    }

    [Fact]
    public void Without_one_in_preparation_the_server_chooses_an_id()
    {
        var request = Completed(r => r.ProgressReportId = "");
        var after = PlanWithOrder().TreatmentDays(10).When(UseCase, request, Given.Therapist).After;
        Assert.Equal(after.ProgressReports.Single().ProgressReportId, UseCase.Reply(after, request).ProgressReportId);
    }

    [Fact]
    public void An_assistant_neither_completes_nor_judges()
    {
        var given = PlanWithOrder().TreatmentDays(10);
        given.When(UseCase, Completed(), Assistant).ThenForbidden("MAY_NOT_COMPLETE_PROGRESS_REPORTS");
        given.When(UseCase, Prepared(r => r.Text.Assessment = "Lazy."), Assistant).ThenForbidden("MAY_NOT_COMPLETE_PROGRESS_REPORTS");
        given.When(UseCase, Prepared(r => r.Text.Plan = "More."), Assistant).ThenForbidden("MAY_NOT_COMPLETE_PROGRESS_REPORTS");
        given.When(UseCase, Prepared(r => r.Recommendation = ProgressRecommendation.Discharge), Assistant).ThenForbidden("MAY_NOT_COMPLETE_PROGRESS_REPORTS");
    }

    [Fact]
    public void A_completed_report_is_never_changed()
    {
        var given = PlanWithOrder().TreatmentDays(12);
        given.Event(given.When(UseCase, Completed(), Given.Therapist).Events.Single());
        given.When(UseCase, Completed(), Given.Therapist).ThenRefused("progress-report.lifecycle");
    }

    [Fact]
    public void Nobody_completes_without_what_was_seen() =>
        PlanWithOrder().TreatmentDays(10).When(UseCase, Completed(r => r.Text.Objective = ""), Given.Therapist).ThenInvalid("text.objective");

    [Fact]
    public void Another_orders_report_is_not_gone_on_with()
    {
        var given = PlanWithOrder().TreatmentDays(2).Order(orderId: OtherOrderId).Session("2026-01-05", orderId: OtherOrderId);
        given.Event(given.When(UseCase, Prepared(), Assistant).Events.Single());
        given.When(UseCase, Completed(r => r.TherapyOrderId = OtherOrderId), Given.Therapist).ThenRefused("progress-report.of-its-order");
    }

    [Fact]
    public void Other_disciplines_and_nurses_report_not()
    {
        PlanWithOrder().TreatmentDays(10).When(UseCase, Completed(), OccupationalTherapist).ThenForbidden("NOT_OF_THE_DISCIPLINE");
        PlanWithOrder().TreatmentDays(10).When(UseCase, Completed(), Nurse).ThenForbidden("MAY_NOT_COMPLETE_PROGRESS_REPORTS_OR_TREAT_IN_THERAPY");
    }

    [Fact]
    public void It_must_see_another_filing_of_the_same_report()
    {
        Assert.True(UseCase.MustSee(Completed(), new() { ProgressReportFiled = new() { Report = new() { ProgressReportId = ReportId } } }));
        Assert.False(UseCase.MustSee(Completed(), new() { ProgressReportFiled = new() { Report = new() { ProgressReportId = Given.NoteId } } }));
    }

    [Fact]
    public void To_complete_it_takes_assessment_plan_and_recommendation()
    {
        Assert.Equal(["therapy_order_id", "text"], Fields.Violated(UseCase, new FileProgressReportRequest { PlanId = Given.PlanId, RequestId = Given.RequestId }));
        Assert.Equal(["text.assessment", "text.plan", "recommendation"], Fields.Violated(UseCase, Prepared(r => r.Complete = true)));
        Assert.Empty(Fields.Violated(UseCase, Prepared()));
    }
}
