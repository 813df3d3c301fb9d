using R4 = Hl7.Fhir.Model;

namespace CareTeam.Server.Interop;

/// <summary>What a Goal is measured by. A goal here has one target: the first; others are left out.</summary>
public static class GoalTarget
{
    private const string Ucum = "http://unitsofmeasure.org";
    private const int LongestMeasure = 200, LongestUnit = 40;

    public static Goal Describe(PlanDraft draft, BundledResource found, R4.Goal source, Goal goal)
    {
        var target = source.Target.FirstOrDefault(t => t.ModifierExtension.Count == 0);
        for (var i = 0; i < source.Target.Count; i++)
        {
            draft.Take(source.Target[i]);
            if (source.Target[i] == target) continue;
            draft.Account.TakeWhole(source.Target[i]);
            var reason = source.Target[i].ModifierExtension.Count > 0 ? LeftOutReasons.NotUnderstood : "is another target; a goal here has one";
            draft.Account.LeaveOut(found, $"Goal.target[{i}]", reason);
        }
        if (target is null) return goal;

        goal.Measure = draft.Fit(draft.WordsOf(target.Measure), LongestMeasure, found, "Goal.target.measure");
        if (target.Due is R4.Date due) goal.DueDate = draft.DayOf(due, found, $"target[{source.Target.IndexOf(target)}].due");
        switch (target.Detail)
        {
            case R4.Integer { Value: { } value } whole when draft.Take(whole) is not null: goal.Target = value; break;
            case R4.Quantity quantity: SetTarget(draft, found, goal, quantity, "Goal.target.detail"); break;
            // Only a range that is open on one side has a value to reach.
            case R4.Range { Low: null, High: { } high } range:
                draft.Take(range);
                SetTarget(draft, found, goal, high, "Goal.target.detail.high");
                break;
            case R4.Range { High: null, Low: { } low } range:
                draft.Take(range);
                SetTarget(draft, found, goal, low, "Goal.target.detail.low");
                break;
        }
        return goal;
    }

    private static void SetTarget(PlanDraft draft, BundledResource found, Goal goal, R4.Quantity quantity, string element)
    {
        draft.Take(quantity);
        if (draft.Take(quantity.ValueElement)?.Value is { } value) goal.Target = (double)value;
        var coded = quantity.System == Ucum && !string.IsNullOrEmpty(quantity.Code);
        if (coded)
        {
            draft.Take(quantity.SystemElement);
            draft.Take(quantity.CodeElement);
        }
        // Of a UCUM code the unit is only the way to print it.
        goal.Unit = draft.Fit(coded ? quantity.Code : quantity.Unit, LongestUnit, found, element + ".unit");
        draft.Take(quantity.UnitElement);
    }
}
