using CareTeam.Server.Therapy;

namespace CareTeam.Server.Medications;

/// <summary>An opioid is the last choice, short, and watched.</summary>
public static class OpioidRules
{
    public static readonly RuleKey NonOpioidsFirst = new("medication.opioid-nonopioids-first", "medication_classes", "therapy_sessions");
    public static readonly RuleKey ImmediateRelease = new("medication.opioid-immediate-release");
    public static readonly RuleKey ShortTerm = new("medication.opioid-short-term", "max_days");
    public static readonly RuleKey Mme = new("medication.opioid-mme", "reassess_from");
    public static readonly RuleKey Pdmp = new("medication.opioid-pdmp", "max_age_days");
    public static readonly RuleKey Naloxone = new("medication.opioid-naloxone");

    public static RuleCheck AskOpioid(this RuleCheck check, MedicationCase c)
    {
        if (!c.Drug.Is(MedicationClass.Opioid)) return check;
        check.Ask(Mme, rule => TooMuch(c, rule.Number("reassess_from")));
        if (!c.Drug.IsPrescribedHere) return check;
        var (medication, safeguards) = (c.Drug.Medication, c.Drug.Medication.OpioidSafeguards ?? new());
        return check
            .Ask(NonOpioidsFirst, rule => safeguards.NonopioidsInsufficient.Length > 0 ? null : NothingWithoutOpioids(c.Plan, rule))
            .Ask(ImmediateRelease, _ => medication.Release == MedicationRelease.Extended || medication.Route == MedicationRoute.Transdermal ? "It is long-acting." : null)
            .Ask(ShortTerm, rule => Duration.LongerThan(medication, rule.Number("max_days")))
            .Ask(Pdmp, rule => Looked(safeguards.PdmpCheckedDate, c.Today, rule.Number("max_age_days")))
            .Ask(Naloxone, _ => safeguards.NaloxoneOffered ? null : "It is not attested that naloxone was offered.");
    }

    /// <summary>A drug of the classes, or therapy as often as the rule asks for. What is in an opioid beside it is no treatment without opioids.</summary>
    private static string? NothingWithoutOpioids(CarePlan plan, RuleVersion rule)
    {
        if (plan.Medications.Select(Drug.Of).Any(d => !d.Is(MedicationClass.Opioid) && d.IsAnyOf(rule.Words("medication_classes")))) return null;
        var (needed, attended) = (rule.Number("therapy_sessions"), plan.SessionsThatHold().Count(s => s is { Attendance: SessionAttendance.Attended, Purpose: not SessionPurpose.Evaluation }));
        if (needed > 0 && attended >= needed) return null;
        var therapy = needed == 0 ? "" : $" and {attended} of {needed} therapy sessions";
        return $"The plan shows no drug without opioids{therapy}, and it is not said why treatment without opioids would not suffice.";
    }

    private static string? TooMuch(MedicationCase c, int reassessFrom)
    {
        var opioids = c.Others.Where(o => o.Is(MedicationClass.Opioid)).Prepend(c.Drug).Select(drug => (drug, mme: drug.DailyMme(c.From))).ToList();
        var unknown = opioids.Where(o => o.mme is null).Select(o => o.drug).ToList();
        var total = opioids.Sum(o => o.mme ?? 0);
        return total >= reassessFrom ? $"{total:0.#} MME a day in all; from {reassessFrom} on, benefit and risk are reassessed: say how in the override."
            : unknown.Count > 0 ? $"The morphine equivalent of {SafetyWords.Names(unknown)} cannot be told."
            : null;
    }

    private static string? Looked(string date, DateOnly today, int days) =>
        Dates.Known(date) is not { } day ? "It is not attested that the prescription drug monitoring program was looked up."
        : today.DayNumber - day.DayNumber > days ? $"The prescription drug monitoring program was looked up on {date}, more than {days} days ago."
        : null;
}
