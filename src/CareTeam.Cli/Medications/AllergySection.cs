namespace CareTeam.Cli.Medications;

/// <summary>Before the medications: what the patient must not be given.</summary>
internal static class AllergySection
{
    public static void Draw(Screen screen, CarePlan plan)
    {
        if (plan.Allergies.Count == 0)
        {
            if (plan.Medications.Count > 0) Unrecorded(screen, plan);
            return;
        }
        screen.Heading("Allergies", plan.Allergies.Count(a => a.RefutedBy is null), "that count");
        foreach (var allergy in plan.Allergies.OrderBy(a => a.RefutedBy is not null))
        {
            var line = $"{Shown.ShortId(allergy.AllergyId)}  {Shown.Safe(MedicationWords.Of(allergy))}";
            var recorded = $"{Shown.Day(allergy.RecordedAt)}, {Shown.Safe(Shown.Name(allergy.RecordedBy))}";
            if (allergy.RefutedBy is { } prescriber) screen.Markup($"  [grey]{line} {recorded}; refuted {Shown.Day(allergy.RefutedAt)} by {Shown.Safe($"{Shown.Name(prescriber)}: {allergy.Refutation}")}[/]");
            else screen.Markup($"  [{(allergy.Criticality == AllergyCriticality.High ? "red" : "yellow")}]{line}[/] [grey]{recorded}[/]");
        }
    }

    private static void Unrecorded(Screen screen, CarePlan plan)
    {
        var none = plan.SafetyFacts.FirstOrDefault(f => f.Fact.Kind == SafetyFactKind.NoKnownAllergies && f.Fact.Present);
        screen.Line();
        screen.Markup($"[bold]Allergies[/] {(none is null ? "[yellow](not asked yet)[/]" : $"[grey](none known, {none.Fact.ObservedDate})[/]")}");
    }
}
