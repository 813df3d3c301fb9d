using static CareTeam.Cli.Demo.DemoPen;
using static CareTeam.Cli.Demo.DemoPeople;

namespace CareTeam.Cli.Demo;

/// <summary>Week 1: what he takes already, what he must not take, and one anti-inflammatory drug instead of two.</summary>
internal static class BackPainMedications
{
    public static void Tell(DemoPen pen)
    {
        pen.Chapter("Week 1: medication review");
        pen.TakesAlready(Mbeki, "ibuprofen", "400 mg", AsNeeded(4), "Back pain, bought over the counter");
        pen.TakesAlready(Mbeki, "lisinopril", "10 mg", TimesADay(1), "Blood pressure, from his GP", MedicationClass.Other);
        pen.Allergic(Mbeki, "latex", AllergenKind.Latex, "hives from gloves", AllergyCriticality.Low);
        pen.Allergic(Mbeki, "codeine", AllergenKind.Medication, "vomiting", AllergyCriticality.Low, AllergyType.Intolerance);
        pen.Measured(Mbeki, SafetyFactKind.Egfr, 88, pen.Tue(-34));
        pen.Refused("medication.duplicate", () => Naproxen(pen));
        pen.Stops(Mbeki, "ibuprofen", pen.Mon(-34), "Naproxen takes its place; told not to buy other pain relievers.");
        Naproxen(pen);
    }

    private static void Naproxen(DemoPen pen) =>
        pen.Prescribes(Lindqvist, "naproxen", "500 mg", TimesADay(2), "Low back pain, with food", pen.Tue(-34), boxedWarningTold: true);
}
