namespace CareTeam.Cli.Medications;

public static class AllergyRefute
{
    public static Command Command()
    {
        var allergy = IdOption.Existing("allergy");
        var reason = TextOption.Required("--reason", "Why it does not count");
        return new Command("refute", "State that a recorded allergy is none (prescribers)") { allergy, reason }
            .SendsOnPlan("Allergy refuted.", parse => new RefuteAllergyRequest { AllergyId = parse.GetValue(allergy), Reason = parse.GetValue(reason) });
    }
}
