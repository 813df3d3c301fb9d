namespace CareTeam.Cli.Medications;

internal static class MedicationSection
{
    public static void Draw(Screen screen, CarePlan plan)
    {
        if (plan.Medications.Count > 0) Medications(screen, plan);
        var known = plan.SafetyFacts.Where(f => f.Fact.Kind != SafetyFactKind.NoKnownAllergies).Select(f => MedicationWords.Of(f.Fact)).ToList();
        if (known.Count > 0) screen.Markup($"  [grey]known: {Shown.Safe(string.Join("; ", known))}[/]");
    }

    private static void Medications(Screen screen, CarePlan plan)
    {
        var today = DayOption.Iso(DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime));
        screen.Heading("Medications", plan.Medications.Count(m => IsTaken(m, today)), "taken");
        var listing = new Listing(screen, "What", "Medication", "Status", "What", "For", "When", "By");
        foreach (var medication in plan.Medications.OrderBy(m => !IsTaken(m, today)))
            listing.Row(Shown.ShortId(medication.MedicationId), Status(medication, today), What(medication), Shown.Safe(medication.Indication), When(medication),
                Shown.Safe(Shown.Name(medication.RecordedBy)));
        listing.Draw();
        foreach (var medication in plan.Medications.Where(m => IsTaken(m, today)))
            foreach (var finding in medication.Findings)
                screen.Markup($"  [{Colour(finding)}]{Shown.Safe(medication.Name)}[/]  {Shown.Safe(Words(finding))} [grey]{Shown.Safe(finding.RuleId)}[/]");
    }

    /// <summary>What would have blocked and nobody overrode asks for attention.</summary>
    private static string Colour(RuleFinding finding) => finding is { Severity: RuleSeverity.Block, Override: null } ? "red" : "yellow";

    private static string Words(RuleFinding finding) =>
        finding.Override is { } by ? $"{finding.Text} Overridden by {Shown.NameAndRole(by.By)}: {by.Reason}" : finding.Text;

    private static bool IsTaken(Medication m, string today) => m.Status == MedicationStatus.Active && (m.PlannedStopDate.Length == 0 || string.CompareOrdinal(m.PlannedStopDate, today) >= 0);

    private static string Status(Medication m, string today) => m.Status == MedicationStatus.Stopped ? "[grey]stopped[/]"
        : !IsTaken(m, today) ? "[grey]over[/]"
        : m.Reported ? "[blue]from elsewhere[/]"
        : m.Taper.Count > 0 ? "[yellow]tapered[/]" : "[green]taken[/]";

    /// <summary>from 2026-05-18 to 2026-12-10; what is not known is left out.</summary>
    private static string When(Medication medication)
    {
        var last = medication.Status == MedicationStatus.Stopped ? medication.StoppedDate : medication.PlannedStopDate;
        return string.Join(' ', new[] { medication.StartDate.Length > 0 ? $"from {medication.StartDate}" : "", last.Length > 0 ? $"to {last}" : "" }.Where(w => w.Length > 0));
    }

    private static string What(Medication medication) =>
        Shown.Safe(MedicationWords.Of(medication))
        + Shown.Aside(string.Join("; ", medication.Taper.Select(MedicationWords.Step).Append(medication.StatusReason).Where(t => t.Length > 0)));
}
