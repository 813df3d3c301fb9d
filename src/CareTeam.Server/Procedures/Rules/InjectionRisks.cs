using CareTeam.Server.Medications;

namespace CareTeam.Server.Procedures;

/// <summary>What speaks against contrast, agents or radiation on a day: what the checklist found, and what the plan knows of allergies and pregnancy.</summary>
/// <param name="Allergens">Kinds of what the patient reacts to.</param>
/// <param name="Allergies">What the plan knows of them, with the drugs and classes that they name.</param>
/// <param name="Pregnant">As the checklist says; without its word, as it was recorded.</param>
public sealed record InjectionRisks(IReadOnlySet<AllergenKind> Allergens, IReadOnlyList<Allergy> Allergies, bool Pregnant)
{
    public static InjectionRisks Of(RuleTable rules, CarePlan plan, PreProcedureChecklist? checklist, DateOnly day) => new(
        plan.Allergies.Where(a => a.Counts()).Select(a => a.Allergen).Concat(checklist?.Allergens ?? []).ToHashSet(),
        [.. plan.Allergies.Where(AllergyRules.Counts)],
        (checklist?.Pregnancy ?? PregnancyStatus.Unspecified) switch
        {
            PregnancyStatus.Unspecified => rules.InForce(ChecklistRules.RadiationInPregnancy, plan, day) is { } rule && Pregnancy.Known(plan, day, rule.Number("counts_for_days")) is not null,
            var status => status == PregnancyStatus.Pregnant,
        });

    public bool Contrast => Allergens.Contains(AllergenKind.IodinatedContrast) || Allergens.Contains(AllergenKind.GadoliniumContrast);

    /// <summary>"lidocaine 1 %" names lidocaine; what the catalog knows is found by its other names and by its class too.</summary>
    /// <param name="medicationClass">What it belongs to whatever its name is.</param>
    public bool Names(string agent, MedicationClass medicationClass = MedicationClass.Unspecified)
    {
        var drug = Drug.Of(new() { Name = agent, MedicationClass = medicationClass });
        return Allergies.Any(a => a.Is(drug) || (!string.IsNullOrWhiteSpace(a.Substance) && agent.Contains(a.Substance.Trim(), StringComparison.OrdinalIgnoreCase)));
    }
}
