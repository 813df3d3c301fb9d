namespace CareTeam.Server.Medications;

/// <summary>All rules of the table that are asked of a medication, before any of them refuses.</summary>
public static class MedicationSafety
{
    public static RuleCheck AskAll(this RuleCheck check, CarePlan plan, Medication medication)
    {
        var c = new MedicationCase(plan, medication, check.Today);
        return check.AskDuplicates(c).AskAllergies(c).AskNsaid(c).AskRenal(c).AskSedation(c).AskOpioid(c).AskInteractions(c);
    }
}
