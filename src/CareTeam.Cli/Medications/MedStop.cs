namespace CareTeam.Cli.Medications;

public static class MedStop
{
    public static Command Command()
    {
        var medication = IdOption.Existing("medication");
        var day = DayOption.Day("--on", "Last day on which it was taken (default: today)");
        var reason = TextOption.Required("--reason", "Why it is stopped");
        return new Command("stop", "Stop a medication (prescribers; of a reported one also nurses)") { medication, day, reason }
            .SendsOnPlan("Stopped.", parse => new StopMedicationRequest { MedicationId = parse.GetValue(medication), StoppedDate = parse.GetValue(day), Reason = parse.GetValue(reason) });
    }
}
