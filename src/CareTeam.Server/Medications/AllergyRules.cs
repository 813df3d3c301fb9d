namespace CareTeam.Server.Medications;

/// <summary>Questions about a patient's allergies that several use cases ask.</summary>
public static class AllergyRules
{
    /// <summary>A refuted one no longer counts.</summary>
    public static bool Counts(this Allergy allergy) => allergy.RefutedBy is null;

    public static IEnumerable<Allergy> AllergiesTo(this CarePlan plan, AllergenKind allergen) => plan.Allergies.Where(a => a.Counts() && a.Allergen == allergen);
}
