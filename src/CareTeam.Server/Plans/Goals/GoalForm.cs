using CareTeam.Server.Outcomes;

namespace CareTeam.Server.Plans;

/// <summary>What a goal is measured by, from where to where, as setting and revising it ask for.</summary>
public sealed record GoalForm(string Measure, double? Baseline, double? Target, string Unit, GoalMeasure? MeasuredBy)
{
    public static GoalForm Of(AddGoalRequest r) => new(r.Measure, r.HasBaseline ? r.Baseline : null, r.HasTarget ? r.Target : null, r.Unit, r.MeasuredBy);

    public static GoalForm Of(ReviseGoalRequest r) => new(r.Measure, r.HasBaseline ? r.Baseline : null, r.HasTarget ? r.Target : null, r.Unit, r.MeasuredBy);

    /// <summary>Null: no instrument of the catalog measures it, or what the violations say is wrong.</summary>
    public GoalScore? Check(InstrumentCatalog catalog, DateOnly day, Violations violations)
    {
        violations.Text("measure", Measure, 200, required: MeasuredBy is null && (Baseline ?? Target) is not null);
        violations.Text("unit", Unit, 40, required: false);
        var link = GoalScore.Of(catalog, day, MeasuredBy, Measure, Unit, violations);
        link?.Check("baseline", Baseline, violations);
        link?.Check("target", Target, violations);
        return link;
    }

    /// <summary>
    /// Sets the measured part of a goal, and nothing else of it. Throws Invalid when it is not clear what is measured, or when the catalog has changed since it was checked and it
    /// no longer fits.
    /// </summary>
    public void Set(Goal goal, CarePlan plan, InstrumentCatalog catalog, DateOnly day)
    {
        var violations = new Violations();
        var link = Check(catalog, day, violations);
        if ((Baseline ?? Target) is not null) link = link?.OfOneWindow(plan, violations);
        if (violations.Found.Count > 0) throw Fault.Invalid(violations.Found);
        (goal.Measure, goal.Unit, goal.MeasuredBy) = (Measure.Length > 0 ? Measure : link?.Instrument.Abbreviation ?? "", Unit, link?.Measure);
        goal.ClearBaseline();
        goal.ClearTarget();
        goal.ClearScoreBaseline();
        goal.ClearScoreTarget();
        if (Baseline is { } from) goal.Baseline = from;
        if (Target is { } to) goal.Target = to;
        if (link is not null && Baseline is { } scoredFrom) goal.ScoreBaseline = (double)link.InScore(scoredFrom);
        if (link is not null && Target is { } scoredTo) goal.ScoreTarget = (double)link.InScore(scoredTo);
    }
}
