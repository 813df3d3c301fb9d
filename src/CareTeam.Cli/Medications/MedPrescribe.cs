using CareTeam.Cli.Rules;

namespace CareTeam.Cli.Medications;

public static class MedPrescribe
{
    public static Command Command()
    {
        var name = TextOption.Argument("name", "Ingredient or product: ibuprofen, hydrocodone-acetaminophen");
        var medicationClass = WordOption.One<MedicationClass>("--class", "Class, when the catalog does not know the name");
        var route = WordOption.One<MedicationRoute>("--route", "Route", required: true);
        var release = WordOption.One<MedicationRelease>("--release", "Release (default: immediate, or extended for a brand like OxyContin)");
        var dose = DoseOption.Of(required: true);
        var frequency = new FrequencyOptions();
        var indication = TextOption.Required("--for", "What it is for", "indication");
        var start = DayOption.Day("--start", "First day (default: today)");
        var until = DayOption.Day("--until", "Last day");
        var opioid = new OpioidOptions();
        var told = new Option<bool>("--boxed-warning-told") { Description = "The patient was told what the boxed warnings say" };
        var id = IdOption.New("--medication-id", "medication");
        var command = new Command("prescribe", "Prescribe; the safety checks block or warn (prescribers)") { name, medicationClass, route, release, dose };
        frequency.AddTo(command);
        foreach (var option in new Option[] { indication, start, until }) command.Options.Add(option);
        opioid.AddTo(command);
        command.Options.Add(told);
        command.Options.Add(id);
        return command.TakesOverrides().SendsOnPlan("Prescribed.", parse => new PrescribeMedicationRequest
        {
            MedicationId = parse.GetValue(id),
            Name = parse.GetValue(name),
            MedicationClass = parse.GetValue(medicationClass),
            Route = parse.GetValue(route),
            Release = parse.GetValue(release),
            Dose = parse.GetValue(dose),
            Frequency = frequency.Of(parse),
            Indication = parse.GetValue(indication),
            StartDate = parse.GetValue(start),
            PlannedStopDate = parse.GetValue(until),
            OpioidSafeguards = opioid.Of(parse),
            BoxedWarningTold = parse.GetValue(told),
        });
    }
}
