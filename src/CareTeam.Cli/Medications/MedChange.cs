using CareTeam.Cli.Rules;

namespace CareTeam.Cli.Medications;

public static class MedChange
{
    public static Command Command()
    {
        var medication = IdOption.Existing("medication");
        var dose = DoseOption.Of(required: false);
        var frequency = new FrequencyOptions();
        var until = DayOption.Day("--until", "Last day");
        var openEnded = new Option<bool>("--open-ended") { Description = "No last day is planned any more" };
        var opioid = new OpioidOptions();
        var reason = TextOption.Required("--reason", "Why it is changed");
        var command = new Command("change", "Change dose, frequency or last day; checked like a prescription (prescribers)") { medication, dose, until, openEnded, reason };
        frequency.AddTo(command);
        opioid.AddTo(command);
        return command.TakesOverrides().SendsOnPlan("Changed.", parse => new ChangeMedicationRequest
        {
            MedicationId = parse.GetValue(medication),
            Dose = parse.GetValue(dose),
            Frequency = frequency.Of(parse),
            PlannedStopDate = parse.GetValue(until),
            WithoutPlannedStop = parse.GetValue(openEnded),
            OpioidSafeguards = opioid.Of(parse),
            Reason = parse.GetValue(reason),
        });
    }
}
