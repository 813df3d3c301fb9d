namespace CareTeam.Cli.Plans;

public static class DiagnosisCommands
{
    public static Command Group() => new("diagnosis", "Diagnoses of a plan") { DiagnosisAdd.Command(), DiagnosisRevise.Command() };
}
