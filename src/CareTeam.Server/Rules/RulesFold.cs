using Google.Protobuf;

namespace CareTeam.Server.Rules;

/// <summary>What overriding a rule does to a plan: it stays visible.</summary>
public static class RulesFold
{
    public static bool Apply(CarePlan plan, PlanEvent e, IMessage change)
    {
        switch (change)
        {
            case RuleOverridden c: plan.RuleOverrides.Add(new OverriddenRule { Subject = c.Subject, Finding = c.Finding }); break;
            default: return false;
        }
        return true;
    }
}
