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

    /// <summary>One by one, so that who asks may stop.</summary>
    public static IEnumerable<PlanEvent> Events(PlanDraft draft, Patient patient)
    {
        var plan = draft.CarePlan;
        draft.Account.Use(draft.Source);
        TakePeriod(draft, plan);
        var created = draft.TimeOf(plan.CreatedElement, draft.Source, "created");
        var categories = Categories(draft, plan);
        if (created is not null && created > draft.Now) draft.LeaveOut("CarePlan.created", "lies in the future");
        PlanEvent[] first =
        [
            new()
            {
                PlanCreated = new() { Title = Title(draft, plan), Patient = patient, Categories = { categories }, Lead = draft.Lead, Source = draft.Source.Source },
                OccurredAt = created is not null && created <= draft.Now ? created : draft.Start,
            },
        ];
        return first.Concat(ParticipantMapping.Events(draft)).Concat(DiagnosisMapping.Events(draft)).Concat(GoalMapping.Events(draft))
            .Concat(ActivityMapping.Events(draft)).Concat(Lifecycle(draft, plan));
    }

    private static void TakePeriod(PlanDraft draft, R4.CarePlan plan)
    {
        if (plan.Intent is R4.CarePlan.CarePlanIntent.Plan or R4.CarePlan.CarePlanIntent.Order) draft.Take(plan.IntentElement);
        if (draft.Take(plan.Period) is not { } period) return;
        var (start, end) = (Time(draft, period.StartElement, "start"), Time(draft, period.EndElement, "end"));
        if (start is not null && end is not null && period is { Start.Length: >= 10, End.Length: >= 10 } && FhirDates.LastOf(period.End, end) < start)
            draft.Broken(draft.Source, "period", "ends before it starts (R4 rule per-1)");
        draft.Start = start is not null && start <= draft.Now ? start : null;
        draft.End = end is null || end > draft.Now ? null : FhirDates.LastOf(period.End!, end) is var last && last > draft.Now ? draft.Now : last;
        if (start is not null && draft.Start is null) draft.LeaveOut("CarePlan.period.start", "lies in the future");
        if (end is not null && plan.Status is not (R4.RequestStatus.Completed or R4.RequestStatus.Revoked)) draft.LeaveOut("CarePlan.period.end", "is a planned end, for which a plan has no place");
        else if (end is not null && draft.End is null) draft.LeaveOut("CarePlan.period.end", "lies in the future");
        if (start is not null && HasNotStarted(plan)) draft.LeaveOut("CarePlan.period.start", "is the start of a plan that has not started; it counts as the time of its creation");
    }

    // A status that is an extension only says as much as an unknown one.
    private static bool HasNotStarted(R4.CarePlan plan) => plan.Status is null or R4.RequestStatus.Draft or R4.RequestStatus.Unknown;

    private static Timestamp? Time(PlanDraft draft, R4.FhirDateTime? element, string name) => draft.TimeOf(element, draft.Source, $"period.{name}", isEnd: name == "end");

    private static string Title(PlanDraft draft, R4.CarePlan plan)
    {
        if (!string.IsNullOrWhiteSpace(plan.Title)) return draft.Fit(draft.Take(plan.TitleElement)!.Value, LongestTitle, draft.Source, "CarePlan.title");
        foreach (var category in plan.Category)
            if (draft.WordsOf(category) is { Length: > 0 } words && !string.IsNullOrWhiteSpace(words)) return draft.Fit(words, LongestTitle, draft.Source, "CarePlan.category.text");
        return string.IsNullOrWhiteSpace(plan.Description) ? "Care plan" : draft.Fit(draft.Take(plan.DescriptionElement)!.Value, LongestTitle, draft.Source, "CarePlan.description");
    }

    private static List<Coding> Categories(PlanDraft draft, R4.CarePlan plan)
    {
        var categories = new List<Coding>();
        foreach (var category in plan.Category)
        {
            var codings = draft.CodingsOf(category, draft.Source, "CarePlan.category").ToList();
            if (codings.Count == 0 && !string.IsNullOrWhiteSpace(category.Text))
                codings.Add(new() { Display = draft.Fit(draft.Take(category.TextElement)!.Value, LongestTitle, draft.Source, "CarePlan.category.text") });
            if (codings.Any(c => c.Display == category.Text)) draft.Take(category.TextElement);
            categories.AddRange(codings);
        }
        if (categories.Count > MostCategories) draft.LeaveOut("CarePlan.category", $"has more than {MostCategories} codes; the rest is left out");
        return [.. categories.Take(MostCategories)];
    }

    private static IEnumerable<PlanEvent> Lifecycle(PlanDraft draft, R4.CarePlan plan)
    {
        draft.Take(plan.StatusElement);
        if (plan.Status is null or R4.RequestStatus.Unknown) draft.LeaveOut("CarePlan.status", "is 'unknown'; the plan is a draft");
        if (HasNotStarted(plan)) yield break;

        // A plan may be revoked before it ever started.
        if (plan.Status != R4.RequestStatus.Revoked || draft.Start is not null) yield return new() { PlanActivated = new(), OccurredAt = draft.Start };
        if (draft.HasEnded)
            foreach (var id in draft.OpenTaskIds) yield return new() { TaskCancelled = new() { TaskId = id, Reason = "The plan had ended" + Imported }, OccurredAt = draft.End };
        switch (plan.Status)
        {
            case R4.RequestStatus.OnHold: yield return new() { PlanHeld = new() { Reason = "On hold" + Imported } }; break;
            case R4.RequestStatus.Completed: yield return new() { PlanCompleted = new() { Summary = "Completed" + Imported }, OccurredAt = draft.End }; break;
            case R4.RequestStatus.Revoked: yield return new() { PlanRevoked = new() { Reason = "Revoked" + Imported }, OccurredAt = draft.End }; break;
        }
    }
}
