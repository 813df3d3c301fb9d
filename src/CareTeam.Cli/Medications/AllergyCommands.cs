namespace CareTeam.Cli.Medications;

public static class AllergyCommands
{
    public static Command Group() => new("allergy", "Allergies and intolerances") { AllergyRecord.Command(), AllergyRefute.Command() };
}
