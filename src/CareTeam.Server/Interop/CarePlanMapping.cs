using R4 = Hl7.Fhir.Model;

namespace CareTeam.Server.Interop;

/// <summary>A CarePlan as the events that make the plan, in the order in which a team would have written them.</summary>
public static class CarePlanMapping
{
    private const int LongestTitle = 200, MostCategories = 10;
    private const string Imported = " in the imported record.";

    /// <summary>What makes it impossible for the CarePlan to be a plan here; null when nothing does.</summary>
    public static string? Refusal(R4.CarePlan plan) =>
        LeftOutReasons.CannotBeUnderstood(plan) ? LeftOutReasons.NotUnderstood
        : plan.Status == R4.RequestStatus.EnteredInError ? "is entered-in-error"
        : null;

    public static IReadOnlyList<PlanEvent> Events(PlanDraft draft, Patient patient)
    {
        var plan = draft.CarePlan;
        draft.Account.Use(draft.Source);
        if (plan.Intent is R4.CarePlan.CarePlanIntent.Plan or R4.CarePlan.CarePlanIntent.Order) draft.Take(plan.IntentElement);
        TakePeriod(draft, plan);
        var created = draft.TimeOf(plan.CreatedElement, draft.Source, "created");
        var categories = Categories(draft, plan);
        return
        [
            new()
            {
                PlanCreated = new()
                {
                    Title = Title(draft, plan), Patient = patient, Categories = { categories }, Lead = draft.Lead, Source = draft.Source.Source,
                },
                OccurredAt = created is not null && created <= draft.Now ? created : draft.Start,
            },
            .. ParticipantMapping.Events(draft),
            .. DiagnosisMapping.Events(draft),
            .. GoalMapping.Events(draft),
            .. ActivityMapping.Events(draft),
            .. Lifecycle(draft, plan),
        ];
    }

    private static void TakePeriod(PlanDraft draft, R4.CarePlan plan)
    {
        if (draft.Take(plan.Period) is not { } period) return;
        var start = draft.TimeOf(period.StartElement, draft.Source, "period.start");
        var end = draft.TimeOf(period.EndElement, draft.Source, "period.end");
        if (start is not null && end is not null && end < start && period is { Start.Length: >= 10, End.Length: >= 10 })
            draft.Broken(draft.Source, "period", "ends before it starts (R4 rule per-1)");
        draft.Start = start is not null && start <= draft.Now ? start : null;
        draft.End = end is not null && end <= draft.Now ? end : null;

        var hasStarted = plan.Status is not (R4.RequestStatus.Draft or R4.RequestStatus.Unknown);
        var hasEnded = plan.Status is R4.RequestStatus.Completed or R4.RequestStatus.Revoked;
        if (start != draft.Start) draft.LeaveOut("CarePlan.period.start", "lies in the future");
        else if (start is not null && !hasStarted)
            draft.LeaveOut("CarePlan.period.start", "is the start of a plan that has not started; it stands for the time of its creation");
        if (end is not null && !hasEnded) draft.LeaveOut("CarePlan.period.end", "is a planned end, for which a plan has no place");
        else if (end != draft.End) draft.LeaveOut("CarePlan.period.end", "lies in the future");
    }

    private static string Title(PlanDraft draft, R4.CarePlan plan)
    {
        if (!string.IsNullOrWhiteSpace(plan.Title)) return draft.Fit(draft.Take(plan.TitleElement)!.Value, LongestTitle, draft.Source, "CarePlan.title");
        var category = plan.Category.Select(draft.WordsOf).FirstOrDefault(words => !string.IsNullOrWhiteSpace(words));
        if (category is not null) return draft.Fit(category, LongestTitle, draft.Source, "CarePlan.category.text");
        if (string.IsNullOrWhiteSpace(plan.Description)) return "Care plan";
        return draft.Fit(draft.Take(plan.DescriptionElement)!.Value, LongestTitle, draft.Source, "CarePlan.description");
    }

    private static List<Coding> Categories(PlanDraft draft, R4.CarePlan plan)
    {
        var categories = new List<Coding>();
        foreach (var category in plan.Category)
        {
            var codings = draft.CodingsOf(category, draft.Source, "CarePlan.category").ToList();
            if (codings.Count == 0 && !string.IsNullOrWhiteSpace(category.Text))
                codings.Add(new() { Display = draft.Fit(category.Text, LongestTitle, draft.Source, "CarePlan.category.text") });
            if (codings.Any(c => c.Display == category.Text?.Trim())) draft.Take(category.TextElement);
            categories.AddRange(codings);
        }
        if (categories.Count > MostCategories) draft.LeaveOut("CarePlan.category", $"has more than {MostCategories} codes; the rest is left out");
        return [.. categories.Take(MostCategories)];
    }

    private static IEnumerable<PlanEvent> Lifecycle(PlanDraft draft, R4.CarePlan plan)
    {
        draft.Take(plan.StatusElement);
        if (plan.Status == R4.RequestStatus.Unknown) draft.LeaveOut("CarePlan.status", "is 'unknown'; the plan is a draft");
        if (plan.Status is R4.RequestStatus.Draft or R4.RequestStatus.Unknown) yield break;

        // A plan may be revoked before it ever started.
        if (plan.Status != R4.RequestStatus.Revoked || draft.Start is not null)
            yield return new() { PlanActivated = new(), OccurredAt = draft.Start };
        switch (plan.Status)
        {
            case R4.RequestStatus.OnHold:
                yield return new() { PlanHeld = new() { Reason = "On hold" + Imported } };
                break;
            case R4.RequestStatus.Completed:
                yield return new() { PlanCompleted = new() { Summary = "Completed" + Imported }, OccurredAt = draft.End };
                break;
            case R4.RequestStatus.Revoked:
                yield return new() { PlanRevoked = new() { Reason = "Revoked" + Imported }, OccurredAt = draft.End };
                break;
        }
    }
}
