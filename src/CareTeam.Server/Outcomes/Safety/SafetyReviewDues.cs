using CareTeam.Server.Clocks;
using CareTeam.Server.Tasks;

namespace CareTeam.Server.Outcomes;

/// <summary>
/// An answer that asks for a safety review falls due the day it is told: a task of the psychologist, or of the lead. It is met by that task only, completed by somebody who
/// may judge it; what is late goes to the lead, and then to the whole team. It is so in every status of a plan: the answer may be told before the plan begins, while it is on
/// hold, and after its end.
/// </summary>
public sealed class SafetyReviewDues : IDueSource
{
    public const string Kind = "outcome.safety-review";

    private const string Review = "review";

    public static readonly RuleKey Rule = new(Kind, "days", "lead_days", "team_days", "reviewers");

    public bool InEveryStatus => true;

    public IEnumerable<Due> Dues(CarePlan plan, RuleTable rules, DateOnly today)
    {
        if (rules.InForce(Rule, plan, today) is not { } rule) yield break;
        foreach (var outcome in Unreviewed(plan, rule))
        {
            var told = rules.Day(plan.Coverage, outcome.RecordedAt);
            var (by, toLead, toTeam) = (told.AddDays(rule.Number("days")), told.AddDays(rule.Number("lead_days")), told.AddDays(rule.Number("team_days")));
            var reviewer = Reviewer(plan, rule);
            yield return Of(Review, told, by, "Safety review, the same day", reviewer, makesTask: true);
            // Where the lead has it already, the next who must know is everybody.
            if (reviewer?.PersonId != plan.Lead.PersonId) yield return Of("lead", toLead, toLead, "Not reviewed: safety review", plan.Lead, makesTask: false);
            yield return Of("team", toTeam, toTeam, "Not reviewed: safety review", null, makesTask: false);

            Due Of(string occurrence, DateOnly notice, DateOnly day, string title, Person? who, bool makesTask) => new(Kind, outcome.OutcomeId, occurrence, notice, day < notice ? notice : day, rule.Id, title,
                $"An answer in the {outcome.Abbreviation} asks for it, whatever the score.{Since(plan, outcome)}", who is null ? Discipline.Unspecified : who.Role.Discipline(), who, makesTask)
            {
                Priority = TaskPriority.Asap,
            };
        }
    }

    public DueEnd? EndOf(PlanDue raised, CarePlan plan, RuleTable rules, DateOnly today) => raised.Kind != Kind ? null
        : rules.InForce(Rule, plan, today) is not { } rule ? new("The rule that asked for it is off.")
        : DueEnd.DoneIf(Unreviewed(plan, rule).All(o => o.OutcomeId != raised.SubjectId), "It is brought to somebody else.");

    public static bool IsReview(CareTask task) => task.DueKind == Kind;

    /// <summary>Throws Refused while an answer waits for its review: with the plan's end nobody would look for it.</summary>
    public static void MustBeDone(CarePlan plan, RuleTable rules, DateOnly today)
    {
        if (rules.InForce(Rule, plan, today) is { } rule && Unreviewed(plan, rule).FirstOrDefault() is { } outcome)
        {
            throw Fault.Refused("plan.safety-reviewed", $"outcome/{outcome.OutcomeId}",
                $"An answer in the {outcome.Abbreviation} asks for a safety review that is not completed; its task is raised shortly after the answer, for: {string.Join(", ", rule.Words("reviewers"))}.");
        }
    }

    /// <summary>The task that stands for a review is accepted and completed by those who may judge it.</summary>
    public static RuleCheck AskReviewer(RuleCheck check, Caller caller, CareTask task) => !IsReview(task) ? check : check.Ask(Rule, rule =>
        MayReview(rule, caller.Role) ? null : $"The task is a safety review, which is done by: {string.Join(", ", rule.Words("reviewers"))}.");

    public static void MustNotBeCalledOff(CareTask task)
    {
        if (IsReview(task))
            throw Fault.Refused(Kind, $"task/{task.TaskId}", "A safety review is not called off. If the answer was recorded by mistake, correct the measurement, complete the task, and say so in its outcome.");
    }

    /// <summary>Who is asked for a review and does not do it leaves it to the lead, the same day: it is never with nobody.</summary>
    public static PlanEvent ToTheLead(CarePlan plan, CareTask task, string reason) => new() { TaskReassigned = new() { TaskId = task.TaskId, Assignee = plan.Lead, Reason = reason } };

    public static void MustNotBeDeclinedBy(Caller caller, CarePlan plan, CareTask task)
    {
        if (IsReview(task) && caller.Is(plan.Lead))
        {
            throw Fault.Refused(Kind, $"task/{task.TaskId}",
                "What nobody else reviews is the lead's: the lead does not decline a safety review. Do it, or reassign the task to a member who may judge it.");
        }
    }

    public static void MustHaveSomebody(CareTask task, Person? assignee)
    {
        if (IsReview(task) && assignee is null) throw Fault.Refused(Kind, $"task/{task.TaskId}", "A safety review is given to somebody, not to the whole team: name a member who may judge it, or the lead.");
    }

    /// <summary>
    /// A correction ends no review: whoever may judge it has to see that the answer was a mistake, since the answer that takes its place may be one too. The open task says so. Null
    /// where no review is open.
    /// </summary>
    public static PlanEvent? Corrected(CarePlan plan, RuleTable rules, OutcomeMeasurement corrected, OutcomeMeasurement now, Timestamp at)
    {
        var day = rules.Day(plan.Coverage, at);
        if (rules.InForce(Rule, plan, day) is not { } rule || plan.Dues.FirstOrDefault(d => d.Kind == Kind && d.SubjectId == corrected.OutcomeId && d.Occurrence == Review) is not { } due
            || plan.Tasks.FirstOrDefault(t => t.TaskId == due.TaskId && t.IsOpen()) is not { } task) return null;
        return new() { TaskFindingAdded = new() { TaskId = task.TaskId, Finding = rule.Finding($"The {corrected.Abbreviation} was corrected on {day.Iso()}: {Asks(now)}.") } };
    }

    private static string Since(CarePlan plan, OutcomeMeasurement outcome) =>
        plan.Outcomes.FirstOrDefault(o => o.OutcomeId == outcome.SupersededByOutcomeId) is { } newer ? $" It was corrected since: {Asks(newer)}." : "";

    private static string Asks(OutcomeMeasurement newer) => newer.NeedsSafetyReview
        ? "the answer as corrected asks for a review too"
        : "the answer as corrected does not ask for a review; whoever may judge it completes this one, and says so";

    private static IEnumerable<OutcomeMeasurement> Unreviewed(CarePlan plan, RuleVersion rule) => plan.Outcomes.Where(o => o.NeedsSafetyReview && !IsReviewed(plan, o, rule));

    /// <summary>By its own task; one that was corrected also by that of what corrects it, whose reviewer knows of both.</summary>
    private static bool IsReviewed(CarePlan plan, OutcomeMeasurement outcome, RuleVersion rule) =>
        HasReview(plan, outcome, rule) || (plan.Outcomes.FirstOrDefault(o => o.OutcomeId == outcome.SupersededByOutcomeId) is { } newer && IsReviewed(plan, newer, rule));

    private static bool HasReview(CarePlan plan, OutcomeMeasurement outcome, RuleVersion rule) => DueCalendar.TasksOf(plan, $"{Kind}/{outcome.OutcomeId}/{Review}")
        .Any(t => t.Status == TaskStatus.Completed && t.Assignee is { } by && MayReview(rule, by.Role));

    private static Person? Reviewer(CarePlan plan, RuleVersion rule) =>
        plan.Members.FirstOrDefault(m => m.Until is null && m.Person.Role == Role.Psychologist && MayReview(rule, Role.Psychologist))?.Person ?? plan.Lead;

    private static bool MayReview(RuleVersion rule, Role role) => rule.Words("reviewers").Contains(role.ToWords());
}
