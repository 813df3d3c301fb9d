namespace CareTeam.Cli.Medications;

public static class MedFacts
{
    public static Command Command()
    {
        var egfr = new Option<double?>("--egfr") { Description = "Estimated glomerular filtration rate, mL/min/1.73 m2", HelpName = "value" };
        var clearance = new Option<double?>("--creatinine-clearance") { Description = "Creatinine clearance, mL/min", HelpName = "value" };
        (SafetyFactKind Kind, Option<string> Option)[] yesOrNo =
        [
            (SafetyFactKind.Pregnancy, YesOrNo("--pregnant", "The patient is pregnant")),
            (SafetyFactKind.ChronicLungDisease, YesOrNo("--lung-disease", "Chronic lung disease, like COPD")),
            (SafetyFactKind.SleepApnea, YesOrNo("--sleep-apnea", "Sleep apnea")),
            (SafetyFactKind.NoKnownAllergies, YesOrNo("--no-known-allergies", "The patient was asked, and knows of no allergy")),
        ];
        var on = DayOption.Day("--on", "The day that it is true of: of a laboratory value the day of the sample", required: true);
        var origin = WordOption.One<SafetyFactOrigin>("--from", "Where it comes from; a number only from laboratory or chart", required: true);
        var command = new Command("facts", "Record what prescribing must know (nurses and prescribers)") { egfr, clearance, on, origin };
        foreach (var (_, option) in yesOrNo) command.Options.Add(option);
        return command.SendsOnPlan("Recorded.", parse =>
        {
            var request = new RecordSafetyFactsRequest();
            if (parse.GetValue(egfr) is { } rate) request.Facts.Add(new SafetyFact { Kind = SafetyFactKind.Egfr, Value = rate });
            if (parse.GetValue(clearance) is { } cleared) request.Facts.Add(new SafetyFact { Kind = SafetyFactKind.CreatinineClearance, Value = cleared });
            foreach (var (kind, option) in yesOrNo)
                if (parse.GetValue(option) is { Length: > 0 } said) request.Facts.Add(new SafetyFact { Kind = kind, Present = said == "yes" });
            foreach (var fact in request.Facts) (fact.ObservedDate, fact.Origin) = (parse.GetValue(on), parse.GetValue(origin));
            return request;
        });
    }

    private static Option<string> YesOrNo(string name, string description)
    {
        var option = TextOption.Optional(name, $"{description}: yes or no", "yes|no");
        option.AcceptOnlyFromAmong("yes", "no");
        return option;
    }
}
