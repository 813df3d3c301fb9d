namespace CareTeam.Cli.Medications;

public static class MedReport
{
    public static Command Command()
    {
        var name = TextOption.Argument("name", "What the patient takes from elsewhere");
        var medicationClass = WordOption.One<MedicationClass>("--class", "Class, when the catalog does not know the name");
        var route = WordOption.One<MedicationRoute>("--route", "Route (default: oral)");
        var dose = DoseOption.Of(required: false);
        var frequency = new FrequencyOptions();
        var indication = TextOption.Optional("--for", "What it is for", "indication");
        var since = DayOption.Day("--since", "First day, if known");
        var until = DayOption.Day("--until", "Last day, if planned");
        var command = new Command("report", "Record what the patient takes from elsewhere (nurses and prescribers)") { name, medicationClass, route, dose, indication, since, until };
        frequency.AddTo(command);
        return command.SendsOnPlan("Reported.", parse => new ReportHomeMedicationRequest
        {
            Name = parse.GetValue(name),
            MedicationClass = parse.GetValue(medicationClass),
            Route = parse.GetValue(route),
            Dose = parse.GetValue(dose),
            Frequency = frequency.Of(parse),
            Indication = parse.GetValue(indication),
            StartDate = parse.GetValue(since),
            PlannedStopDate = parse.GetValue(until),
        });
    }
}
