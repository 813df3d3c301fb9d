namespace CareTeam.Cli.Medications;

public static class AllergyRecord
{
    public static Command Command()
    {
        var substance = new Argument<string>("substance") { Description = "What exactly: naproxen, iohexol, peanuts", HelpName = "substance", Arity = ArgumentArity.ZeroOrOne, DefaultValueFactory = _ => "" };
        var allergen = WordOption.One<AllergenKind>("--kind", "What kind of thing", required: true);
        var medicationClass = WordOption.One<MedicationClass>("--class", "Of a medication: its whole class");
        var type = WordOption.One<AllergyType>("--type", "Allergy or intolerance (default: allergy)");
        var criticality = WordOption.One<AllergyCriticality>("--criticality", "How bad the next exposure may be (default: unable-to-assess)");
        var reaction = TextOption.Optional("--reaction", "What happened: hives");
        var onset = DayOption.Day("--onset", "Day of onset");
        var id = IdOption.New("--allergy-id", "allergy");
        return new Command("record", "Record what the patient reacts to (nurses, therapists and prescribers)") { substance, allergen, medicationClass, type, criticality, reaction, onset, id }
            .SendsOnPlan("Allergy recorded.", parse => new RecordAllergyRequest
            {
                AllergyId = parse.GetValue(id),
                Allergen = parse.GetValue(allergen),
                Substance = parse.GetValue(substance),
                MedicationClass = parse.GetValue(medicationClass),
                Type = parse.GetValue(type),
                Criticality = parse.GetValue(criticality),
                Reaction = parse.GetValue(reaction),
                OnsetDate = parse.GetValue(onset),
            });
    }
}
