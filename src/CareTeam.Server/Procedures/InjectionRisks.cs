using CareTeam.Server.Medications;

namespace CareTeam.Server.Procedures;

/// <summary>What speaks against contrast, agents or radiation: what the checklist found, and what the plan knows of allergies.</summary>
public sealed record InjectionRisks(IReadOnlySet<AllergenKind> Allergens, bool Pregnant)
{
    public static InjectionRisks Of(CarePlan plan, PreProcedureChecklist? checklist) => new(
        plan.Allergies.Where(a => a.Counts()).Select(a => a.Allergen).Concat(checklist?.Allergens ?? []).ToHashSet(),
        checklist?.Pregnancy == PregnancyStatus.Pregnant);

    public bool Contrast => Allergens.Contains(AllergenKind.IodinatedContrast) || Allergens.Contains(AllergenKind.GadoliniumContrast);
}
