namespace CareTeam.Cli.Medications;

public static class MedList
{
    public static Command Command()
    {
        var plan = IdOption.Plan();
        return new Command("list", "What the patient takes and took, what is not tolerated, and what the checks found") { plan }
            .Reads(parse => new GetPlanRequest { PlanId = parse.GetValue(plan) }, (screen, answer) =>
            {
                AllergySection.Draw(screen, answer.Plan);
                MedicationSection.Draw(screen, answer.Plan);
            });
    }
}
