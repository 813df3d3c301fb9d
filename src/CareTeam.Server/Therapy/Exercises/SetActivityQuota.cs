namespace CareTeam.Server.Therapy;

partial class TherapyGrpc
{
    public override Task<SetActivityQuotaResponse> SetActivityQuota(SetActivityQuotaRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>Who may order the therapy sets the weekly quota of a graded activity from a week on; raising one is a progression.</summary>
public sealed class SetActivityQuota(RuleTable rules) : PlanCommand<SetActivityQuotaRequest, SetActivityQuotaResponse>, IMustSee<SetActivityQuotaRequest>
{
    public override Permission Who => Permission.To(Capability.PlanTherapy);

    protected override void Validate(SetActivityQuotaRequest request, Violations violations)
    {
        violations.Required("therapy_order_id", request.TherapyOrderId);
        violations.Required("activity", request.Activity);
        violations.Text("reason", request.Reason, 500);
        if (request.WeeklyTarget is not (>= 0 and <= GradedActivities.Most)) violations.Add("weekly_target", $"is {request.WeeklyTarget}; it must be from 0 to {GradedActivities.Most}");
        if (request.Level != OccupationalLevel.Unspecified)
        {
            if (!GradedActivities.IsByWeight(request.Activity)) violations.Add("level", "is only of lifting and carrying");
            if (request.WeeklyTarget > 0) violations.Add("level", "contradicts weekly_target: the level stands for one");
            if (request.Level == OccupationalLevel.VeryHeavy) violations.Add("level", "stands for no weight of its own; give weekly_target");
        }
        OverrideForm.Check(request.Overrides, violations);
    }

    public bool MustSee(SetActivityQuotaRequest request, PlanEvent other) =>
        other.ActivityQuotaSet is { } set && set.TherapyOrderId == request.TherapyOrderId && set.Activity == request.Activity;

    public override SetActivityQuotaResponse Reply(CarePlan after, SetActivityQuotaRequest request)
    {
        var quota = Quota(after, request)!;
        return new() { ActivityQuotaId = quota.ActivityQuotaId, Findings = { quota.Steps[^1].Findings } };
    }

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, SetActivityQuotaRequest request, Caller caller, Timestamp now)
    {
        plan.MustNotHaveEnded();
        var order = plan.ActiveTherapyOrder(request.TherapyOrderId, "have a quota set");
        caller.MustBeOfDiscipline(order.Discipline);
        Dates.MustNotBeBefore("from_date", request.FromDate, order.EstablishedDate, "the day on which the order was written");
        var check = new RuleCheck(rules, plan, caller, now, request.Overrides);
        var from = request.FromDate.Or(check.Today);
        var week = from.Monday().Iso();
        var levels = check.InForce(GradedActivities.LiftingLevels);
        var target = Target(request, levels);
        var quota = Quota(plan, request);
        var id = quota?.ActivityQuotaId ?? ChosenId.Named(plan.PlanId, order.TherapyOrderId, request.Activity.ToWords());
        var before = quota.LeastFrom(week);
        if (quota?.Steps[^1] is { } last && last.WeeklyTarget == target && string.CompareOrdinal(last.WeekStartDate, week) <= 0) yield break;

        if (target > before) check.AskNoOpenRedFlag(RedFlagRules.BlocksTherapyProgression, plan);
        if (target > before && GradedActivities.IsByWeight(request.Activity))
            check.AskWeightLimit(order.Prescription.WeightLimit, new ExerciseLoad { Value = target, Unit = ExerciseDoses.Pounds });
        var findings = check.Settle($"activity-quota/{id}");
        foreach (var e in findings.Overrides) yield return e;
        var step = new QuotaStep { WeekStartDate = week, WeeklyTarget = target, Reason = request.Reason, SetBy = caller.Person, Findings = { findings.All } };
        if (levels is not null && GradedActivities.IsByWeight(request.Activity)) step.Level = GradedActivities.LevelOf(levels, target);
        yield return new PlanEvent
        {
            ActivityQuotaSet = new() { ActivityQuotaId = id, TherapyOrderId = order.TherapyOrderId, Activity = request.Activity, Step = step },
            OccurredAt = rules.OccurredBy(plan.Coverage, from, now),
        };
    }

    private static double Target(SetActivityQuotaRequest request, RuleVersion? levels)
    {
        if (request.Level == OccupationalLevel.Unspecified) return request.WeeklyTarget;
        return (levels is null ? null : GradedActivities.PoundsOf(levels, request.Level)) ?? throw Fault.Invalid("level", "stands for no weight here: the levels are off");
    }

    private static ActivityQuota? Quota(CarePlan plan, SetActivityQuotaRequest request) =>
        plan.ActivityQuotas.FirstOrDefault(q => q.TherapyOrderId == request.TherapyOrderId && q.Activity == request.Activity);
}
