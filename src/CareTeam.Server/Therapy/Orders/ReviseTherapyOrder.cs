namespace CareTeam.Server.Therapy;

partial class TherapyGrpc
{
    public override Task<ReviseTherapyOrderResponse> ReviseTherapyOrder(ReviseTherapyOrderRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>
/// Who may order the therapy changes the order; a series of treatment that no longer fits is replaced by one for the weeks that are left, if any are. Two revisions must not
/// pass over each other, nor one over a signature.
/// </summary>
public sealed class ReviseTherapyOrder(RuleTable rules) : PlanCommand<ReviseTherapyOrderRequest, ReviseTherapyOrderResponse>, IMustSee<ReviseTherapyOrderRequest>
{
    public override Permission Who => Permission.To(Capability.PlanTherapy);

    protected override void Validate(ReviseTherapyOrderRequest request, Violations violations)
    {
        violations.Required("therapy_order_id", request.TherapyOrderId);
        TherapyOrderForm.Check(request.Prescription, violations);
        violations.Text("reason", request.Reason, 2000);
        OverrideForm.Check(request.Overrides, violations);
    }

    public bool MustSee(ReviseTherapyOrderRequest request, PlanEvent other) =>
        other.TherapyOrderRevised?.TherapyOrderId == request.TherapyOrderId || other.TherapyCertified?.TherapyOrderId == request.TherapyOrderId;

    public override ReviseTherapyOrderResponse Reply(CarePlan after, IReadOnlyList<PlanEvent> events, ReviseTherapyOrderRequest request) => new()
    {
        TaskId = after.TherapyOrder(request.TherapyOrderId).TaskId,
        Findings = { events.SelectMany(e => e.TherapyOrderRevised?.Findings ?? []) },
    };

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, ReviseTherapyOrderRequest request, Caller caller, Timestamp now)
    {
        plan.MustNotHaveEnded();
        var order = plan.ActiveTherapyOrder(request.TherapyOrderId, "be revised");
        caller.MustBeOfDiscipline(order.Discipline);
        var end = TherapyOrderForm.CheckOn(plan, request.Prescription, order.EstablishedDate);
        var evaluation = request.EvaluationSessionId.Length > 0 ? request.EvaluationSessionId : order.EvaluationSessionId;
        if (evaluation != order.EvaluationSessionId) Evaluations.MustBeFree(plan, evaluation, order.Discipline, order.TherapyOrderId);
        if (request.Prescription.StartDate != order.Prescription.StartDate && TreatmentDays.HasTreated(plan, order))
            throw Fault.Invalid("prescription.start_date", $"is {order.Prescription.StartDate}, and stays: treatment has begun");
        var check = new RuleCheck(rules, plan, caller, now, request.Overrides).AskContent(plan, order.Discipline, request.Prescription);
        var prescription = request.Prescription.Clone();
        prescription.SessionsPerDay = Math.Max(1, prescription.SessionsPerDay);
        var start = Dates.Of(prescription.StartDate);
        prescription.ReevaluationDate = check.ReEvaluationDate(prescription.ReevaluationDate, start > check.Today ? start : check.Today);
        if (prescription.Equals(order.Prescription) && evaluation == order.EvaluationSessionId) yield break;
        if (TherapyProgression.Raises(order.Prescription, prescription)) check.AskNoOpenRedFlag(RedFlagRules.BlocksTherapyProgression, plan);
        if (TherapyProgression.LowersLimit(order.Prescription, prescription)) check.AskWhatIsThereWithin(plan, order, prescription.WeightLimit);

        var findings = check.Settle($"therapy-order/{order.TherapyOrderId}");
        foreach (var e in findings.Overrides) yield return e;
        var fits = Fits(order.Prescription, prescription);
        var series = fits ? null : Series(plan, order, prescription, end, request, caller, check.Today);
        yield return new PlanEvent
        {
            TherapyOrderRevised = new()
            {
                TherapyOrderId = order.TherapyOrderId,
                Prescription = prescription,
                EndDate = end.Iso(),
                TaskId = series?.TaskId ?? order.TaskId,
                Reason = request.Reason,
                Findings = { findings.All },
                EvaluationSessionId = request.EvaluationSessionId,
            },
        };
        if (fits) yield break;
        foreach (var e in TreatmentSeries.Cancelled(plan, order, "The therapy order was revised.")) yield return e;
        if (series is not null) yield return new PlanEvent { TaskAdded = new() { Task = series } };
    }

    private static bool Fits(TherapyPrescription before, TherapyPrescription now) =>
        (now.SessionsPerWeek, now.Weeks, now.StartDate, now.TherapyType) == (before.SessionsPerWeek, before.Weeks, before.StartDate, before.TherapyType);

    /// <summary>For the weeks that are left, in the hands of who has the present one; null when nothing is left.</summary>
    private static CareTask? Series(CarePlan plan, TherapyOrder order, TherapyPrescription prescription, DateOnly end, ReviseTherapyOrderRequest request, Caller caller, DateOnly today)
    {
        var present = plan.Tasks.FirstOrDefault(t => t.TaskId == order.TaskId);
        var open = TreatmentSeries.Open(plan, order);
        var start = open is not null && prescription.StartDate == order.Prescription.StartDate ? Dates.Of(open.DueDate)
            : Dates.Of(prescription.StartDate) > today ? Dates.Of(prescription.StartDate) : today;
        if (start > end) return null;
        var weeks = (end.DayNumber - start.DayNumber) / 7 + 1;
        var task = TreatmentSeries.New(ChosenId.Of(request, "series of treatment"), order.TherapyOrderId, order.Discipline, prescription, start, weeks, present?.Assignee, caller.Person);
        if (open is { Status: TaskStatus.Accepted or TaskStatus.InProgress }) task.Status = TaskStatus.Accepted;
        return task;
    }
}
