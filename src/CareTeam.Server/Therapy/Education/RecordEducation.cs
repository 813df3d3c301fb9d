namespace CareTeam.Server.Therapy;

partial class TherapyGrpc
{
    public override Task<RecordEducationResponse> RecordEducation(RecordEducationRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>A clinician of the team records what was taught, and what the teach-back showed.</summary>
public sealed class RecordEducation(RuleTable rules) : PlanCommand<RecordEducationRequest, RecordEducationResponse>
{
    public override Permission Who => Permission.ClinicianOfTeam;

    protected override void Validate(RecordEducationRequest request, Violations violations)
    {
        violations.Required("topic", request.Topic);
        violations.Required("teach_back", request.TeachBack);
        violations.Text("content", request.Content, 2000);
        violations.Range("minutes", request.Minutes, 0, 480);
        OverrideForm.Check(request.Overrides, violations);
    }

    public override RecordEducationResponse Reply(CarePlan after, RecordEducationRequest request)
    {
        var education = after.Education.First(e => e.EducationId == request.Or(request.EducationId, "education"));
        return new() { EducationId = education.EducationId, Findings = { education.Findings } };
    }

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, RecordEducationRequest request, Caller caller, Timestamp now)
    {
        plan.MustNotHaveEnded();
        var id = request.Or(request.EducationId, "education");
        PlanState.MustBeNew("education", id, plan.Education.Any(e => e.EducationId == id));
        var today = rules.Day(plan.Coverage, now);
        var day = request.EducationDate.Or(today);
        Dates.MustNotBeInFuture("education_date", day.Iso(), today);
        Dates.MustNotBeBefore("education_date", day.Iso(), plan.Patient.BirthDate, "the patient's birth");
        var findings = new RuleCheck(rules, plan, caller, now, request.Overrides)
            .Ask(TeachBackRules.TeachBack, _ => request.TeachBack == TeachBackResult.Understood ? null : $"Teach-back: {request.TeachBack.Spoken()}.")
            .Settle($"education/{id}");
        foreach (var e in findings.Overrides) yield return e;
        var summary = new EducationSummary
        {
            EducationId = id,
            Topic = request.Topic,
            EducationDate = day.Iso(),
            Learner = request.Learner == EducationLearner.Unspecified ? EducationLearner.Patient : request.Learner,
            TeachBack = request.TeachBack,
            TaughtBy = caller.Person,
            Findings = { findings.All },
        };
        yield return new PlanEvent
        {
            EducationRecorded = new() { Summary = summary, Content = request.Content, Minutes = request.Minutes },
            OccurredAt = rules.OccurredBy(plan.Coverage, day, now),
        };
    }
}
