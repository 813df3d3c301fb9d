namespace CareTeam.Server.Team;

/// <summary>What therapy assistants do only under a supervisor, and what they do not do.</summary>
public static class AssistantRules
{
    public static readonly RuleKey Supervised = new("assistant.supervised", "task_kinds");
    public static readonly RuleKey NoEvaluation = new("assistant.no-evaluation", "task_kinds");

    /// <summary>By their token or as a member: whoever is an assistant in one way is one.</summary>
    public static bool IsAssistantOn(this Caller caller, CarePlan plan) =>
        caller.Role.IsAssistant() || plan.CurrentMember(caller.Person.PersonId)?.Person.Role.IsAssistant() == true;

    /// <summary>The current member who supervises a current member; null for nobody.</summary>
    public static Person? SupervisorOf(this CarePlan plan, string assistantId) =>
        plan.CurrentMember(assistantId) is { SupervisorPersonId: { Length: > 0 } supervisor } ? plan.CurrentMember(supervisor)?.Person : null;

    /// <summary>For whatever counts as treating: notes, sessions, treatment tasks.</summary>
    public static RuleCheck AskSupervised(this RuleCheck check, CarePlan plan, Caller caller) => !caller.IsAssistantOn(plan)
        ? check
        : check.Ask(Supervised, _ => plan.SupervisorOf(caller.Person.PersonId) is not null ? null : "The assistant has no supervisor on this plan's team; the lead must name one.");

    public static RuleCheck AskOfAssistant(this RuleCheck check, CarePlan plan, Caller caller, CareTask task)
    {
        if (!caller.IsAssistantOn(plan)) return check;
        if (check.InForce(Supervised)?.Words("task_kinds").Contains(task.Kind.ToWords()) == true) check.AskSupervised(plan, caller);
        return check.Ask(NoEvaluation, rule => rule.Words("task_kinds").Contains(task.Kind.ToWords()) ? "The task is an evaluation; a therapist must do it." : null);
    }
}
