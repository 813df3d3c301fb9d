using CareTeam.Server.Clocks;

namespace CareTeam.Server.Therapy;

/// <summary>What was taught and not shown to be understood is taught again.</summary>
public static class TeachBackRules
{
    public const string Kind = "therapy.teach-back";

    public static readonly RuleKey TeachBack = new(Kind, "days");

    /// <summary>Another lesson is what it asked for; whether that one was understood is another due.</summary>
    public static DueEnd EndOf(CarePlan plan, RuleTable rules, DateOnly today) => DueEnd.DoneIf(rules.InForce(TeachBack, plan, today) is not null, "The rule that asked for it is off.");

    /// <summary>Of each topic, for each who was to learn it, the newest lesson counts: what the caregiver has understood the patient may not have.</summary>
    public static IEnumerable<Due> Dues(CarePlan plan, RuleTable rules, DateOnly today)
    {
        if (rules.InForce(TeachBack, plan, today) is not { } rule) yield break;
        foreach (var newest in NotUnderstood(plan.Education, EducationLearner.Patient).Union(NotUnderstood(plan.Education, EducationLearner.Caregiver)))
        {
            var taught = Dates.Of(newest.EducationDate);
            yield return new(Kind, newest.EducationId, "again", taught, taught.AddDays(rule.Number("days")), rule.Id,
                $"Teach again, with teach-back: {newest.Topic.Spoken()}", $"Taught on {newest.EducationDate}; teach-back: {newest.TeachBack.Spoken()}.",
                newest.TaughtBy.Role.Discipline(), plan.HasMember(newest.TaughtBy.PersonId) ? newest.TaughtBy : null);
        }
    }

    /// <summary>The newest lessons of one learner that showed no understanding; who is not named is the patient.</summary>
    private static IEnumerable<EducationSummary> NotUnderstood(IEnumerable<EducationSummary> lessons, EducationLearner learner)
    {
        var other = learner == EducationLearner.Caregiver ? EducationLearner.Patient : EducationLearner.Caregiver;
        foreach (var topic in lessons.Where(e => e.Learner != other && (e.Learner != EducationLearner.Unspecified || learner == EducationLearner.Patient)).GroupBy(e => e.Topic))
        {
            var newest = topic.MaxBy(e => e.EducationDate, StringComparer.Ordinal)!;
            if (!topic.Any(e => e.EducationDate == newest.EducationDate && e.TeachBack == TeachBackResult.Understood)) yield return newest;
        }
    }
}
