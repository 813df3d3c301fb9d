using CareTeam.Server.Medications;

namespace CareTeam.Server.Procedures;

/// <summary>What speaks against contrast, agents or radiation on a day: what the checklist found, and what the plan knows of allergies and pregnancy.</summary>
/// <param name="Allergens">Kinds of what the patient reacts to.</param>
/// <param name="Substances">Drugs that the patient reacts to, by their names.</param>
/// <param name="Pregnant">As the checklist says; without its word, as it was recorded.</param>
public sealed record InjectionRisks(IReadOnlySet<AllergenKind> Allergens, IReadOnlyList<string> Substances, bool Pregnant)
{
    public static InjectionRisks Of(RuleTable rules, CarePlan plan, PreProcedureChecklist? checklist, DateOnly day) => new(
        plan.Allergies.Where(a => a.Counts()).Select(a => a.Allergen).Concat(checklist?.Allergens ?? []).ToHashSet(),
        [.. plan.Allergies.Where(a => a.Counts() && a.Substance.Length > 0).Select(a => a.Substance)],
        (checklist?.Pregnancy ?? PregnancyStatus.Unspecified) switch
        {
            PregnancyStatus.Unspecified => rules.InForce(ChecklistRules.RadiationInPregnancy, plan, day) is { } rule && Pregnancy.Known(plan, day, rule.Number("counts_for_days")) is not null,
            var status => status == PregnancyStatus.Pregnant,
        });

    public bool Contrast => Allergens.Contains(AllergenKind.IodinatedContrast) || Allergens.Contains(AllergenKind.GadoliniumContrast);

    /// <summary>"lidocaine 1 %" names lidocaine.</summary>
    public bool Names(string agent) => Substances.Any(s => agent.Contains(s.Trim(), StringComparison.OrdinalIgnoreCase));
}
