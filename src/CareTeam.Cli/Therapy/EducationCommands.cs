namespace CareTeam.Cli.Therapy;

public static class EducationCommands
{
    public static Command Group() => new("education", "What the patient and the caregiver are taught") { EducationRecord.Command() };
}
