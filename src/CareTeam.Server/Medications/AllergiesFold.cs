using Google.Protobuf;

namespace CareTeam.Server.Medications;

/// <summary>What the events of allergies do to a plan.</summary>
public static class AllergiesFold
{
    public static bool Apply(CarePlan plan, PlanEvent e, IMessage change)
    {
        switch (change)
        {
            case AllergyRecorded c:
                plan.Allergies.Add(Recorded(e, c));
                MedicationsFold.Add(plan, c.Alerts);
                break;
            case AllergyRefuted c:
                plan.Allergies.Change(a => a.AllergyId == c.AllergyId, a => (a.RefutedBy, a.RefutedAt, a.Refutation) = (e.Actor, e.RecordedAt, c.Reason));
                MedicationsFold.Add(plan, c.Alerts);
                break;
            default: return false;
        }
        return true;
    }

    private static Allergy Recorded(PlanEvent e, AllergyRecorded recorded)
    {
        var allergy = recorded.Allergy.Clone();
        (allergy.RecordedBy, allergy.RecordedAt) = (e.Actor, e.RecordedAt);
        return allergy;
    }
}
