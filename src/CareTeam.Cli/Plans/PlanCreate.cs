namespace CareTeam.Cli.Plans;

public static class PlanCreate
{
    public static Command Command()
    {
        var title = TextOption.Argument("title", "What the plan is for");
        var patient = TextOption.Required("--patient", "The patient's record elsewhere, like Patient/123", "reference");
        var name = TextOption.Required("--patient-name", "Name of the patient", "name");
        var birthDate = DayOption.Day("--birth-date", "Day of birth of the patient");
        var planId = IdOption.New("--plan-id", "plan");
        return new Command("create", "Open a plan as a draft; you lead it (physiatrists)") { title, patient, name, birthDate, planId }
            .Sends("Plan created.", parse => new CreatePlanRequest
            {
                PlanId = parse.GetValue(planId),
                Title = parse.GetValue(title),
                Patient = new Patient { Reference = parse.GetValue(patient), Name = parse.GetValue(name), BirthDate = parse.GetValue(birthDate) },
            });
    }
}
