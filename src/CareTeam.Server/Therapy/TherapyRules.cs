namespace CareTeam.Server.Therapy;

/// <summary>The rules of therapy, and questions about its orders that several use cases ask.</summary>
public static class TherapyRules
{
    public static readonly RuleKey OrderContent = new("therapy.order-content", "disciplines");
    public static readonly RuleKey ReEvaluation = new("therapy.re-evaluation", "days", "notice_days");

    /// <summary>Whether a rule that names disciplines is about this one.</summary>
    public static bool IsAbout(this RuleVersion rule, Discipline discipline) => rule.Words("disciplines").Contains(discipline.ToWords());

    public static TherapyOrder TherapyOrder(this CarePlan plan, string therapyOrderId) =>
        plan.TherapyOrders.FirstOrDefault(o => o.TherapyOrderId == therapyOrderId) ?? throw Fault.NotFound("therapy order", therapyOrderId);

    public static TherapyOrder ActiveTherapyOrder(this CarePlan plan, string therapyOrderId, string toDo)
    {
        var order = plan.TherapyOrder(therapyOrderId);
        Lifecycle.MustBe("therapy.lifecycle", "therapy order", order.TherapyOrderId, order.Status, toDo, TherapyOrderStatus.Active);
        return order;
    }

    /// <summary>Physicians and practitioners order any therapy; therapists and psychologists that of their own discipline (42 CFR 410.61).</summary>
    public static void MustBeOfDiscipline(this Caller caller, Discipline discipline)
    {
        if (caller.Role.Discipline() is not (Discipline.PhysicalMedicine or Discipline.PrimaryCare) && caller.Role.Discipline() != discipline)
            throw Fault.Forbidden("NOT_OF_THE_DISCIPLINE", $"Only somebody of {discipline.ToWords()}, or a physician, may do this.");
    }

    /// <summary>What 42 CFR 410.61(c) asks an order to contain. Amount, frequency and duration are numbers that no request may leave out.</summary>
    public static RuleCheck AskContent(this RuleCheck check, CarePlan plan, Discipline discipline, TherapyPrescription prescription) => check.Ask(OrderContent, rule =>
    {
        if (!rule.IsAbout(discipline)) return null;
        var missing = new List<string>();
        if (prescription.DiagnosisIds.Count == 0) missing.Add("a diagnosis");
        if (string.IsNullOrWhiteSpace(prescription.TherapyType)) missing.Add("the type of therapy");
        if (prescription.GoalIds.Count == 0) missing.Add("a goal");
        var goals = prescription.GoalIds.Select(plan.Goal).ToList();
        if (!goals.TrueForAll(g => g.Measure.Length > 0 && g.HasTarget)) missing.Add("a measure and a target of every goal");
        if (!goals.TrueForAll(g => g.DueDate.Length > 0)) missing.Add("a due date of every goal");
        return missing.Count == 0 ? null : $"The order lacks {string.Join(", ", missing)}.";
    });

    /// <summary>The next re-evaluation: the day that was named, or so many days from a day as the rule says; empty where the rule is off.</summary>
    public static string ReEvaluationDate(this RuleCheck check, string named, DateOnly from) =>
        named.Length > 0 ? named : check.InForce(ReEvaluation) is { } rule ? from.AddDays(rule.Number("days")).Iso() : "";

    /// <summary>Who is asked for what the order needs: the therapist who has the treatment, or who treated or supervised last, while on the team; null: the discipline.</summary>
    public static Person? ResponsibleTherapist(this CarePlan plan, TherapyOrder order)
    {
        var assignee = plan.Tasks.FirstOrDefault(t => t.TaskId == order.TaskId)?.Assignee;
        var treating = plan.SessionsThatHold().Where(s => s.TherapyOrderId == order.TherapyOrderId && s.TreatedBy is not null).Select(s => s.SupervisedBy ?? s.TreatedBy).Reverse();
        return treating.Prepend(assignee).FirstOrDefault(p => p is not null && !p.Role.IsAssistant() && plan.HasMember(p.PersonId));
    }
}
