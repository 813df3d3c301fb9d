using Google.Protobuf;

namespace CareTeam.Server.Therapy;

/// <summary>What the events of education do to a plan.</summary>
public static class EducationFold
{
    public static bool Apply(CarePlan plan, PlanEvent e, IMessage change)
    {
        if (change is not EducationRecorded recorded) return false;
        plan.Education.Add(recorded.Summary);
        return true;
    }
}
