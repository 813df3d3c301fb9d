namespace CareTeam.Cli.Procedures;

/// <summary>The pre-procedure checklist, an option an item: what is left out was not done.</summary>
public sealed class ChecklistOptions
{
    private readonly Option<bool> allergies = new("--allergies-reviewed") { Description = "Checklist: allergies to contrast, anaesthetic, steroid and latex were asked for" };
    private readonly Option<AllergenKind[]> allergens = WordOption.Many<AllergenKind>("--allergy", "Checklist: what the patient reacts to, beside the plan's allergies");
    private readonly Option<AntithromboticUse> antithrombotics = WordOption.One<AntithromboticUse>("--antithrombotics", "Checklist: what is done with them");
    private readonly Option<string> antithromboticPlan = TextOption.Optional("--antithrombotic-plan", "Checklist: which drug, what is done with it, from when until when");
    private readonly Option<string> agreedWith = TextOption.Optional("--agreed-with", "Checklist: the prescriber with whom that plan is agreed", "name");
    private readonly Option<bool> infection = new("--infection-excluded") { Description = "Checklist: neither systemic nor of the skin at the site" };
    private readonly Option<PregnancyStatus> pregnancy = WordOption.One<PregnancyStatus>("--pregnancy", "Checklist: pregnancy");
    private readonly Option<bool> noDiabetes = new("--no-diabetes") { Description = "Checklist: the patient has no diabetes" };
    private readonly Option<int> glucose = new("--glucose") { Description = "Checklist: glucose of the day, mg/dL", HelpName = "mg/dL" };
    private readonly Option<bool> consent = new("--consent") { Description = "Checklist: the patient has signed consent" };
    private readonly Option<bool> marked = new("--side-marked") { Description = "Checklist: side and site are marked" };
    private readonly Option<bool> timeOut = new("--time-out") { Description = "Checklist: a time-out has confirmed side and site" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { allergies, allergens, antithrombotics, antithromboticPlan, agreedWith, infection, pregnancy, noDiabetes, glucose, consent, marked, timeOut })
            command.Options.Add(option);
    }

    public PreProcedureChecklist Of(ParseResult parse)
    {
        var plan = new AntithromboticPlan { Use = parse.GetValue(antithrombotics), Plan = parse.GetValue(antithromboticPlan), AgreedWith = parse.GetValue(agreedWith) };
        return new()
        {
            AllergiesReviewed = parse.GetValue(allergies),
            Allergens = { parse.GetValue(allergens) ?? [] },
            Antithrombotics = plan.Equals(new AntithromboticPlan()) ? null : plan,
            InfectionExcluded = parse.GetValue(infection),
            Pregnancy = parse.GetValue(pregnancy),
            DiabetesExcluded = parse.GetValue(noDiabetes),
            GlucoseMgDl = parse.GetValue(glucose),
            ConsentSigned = parse.GetValue(consent),
            SideMarked = parse.GetValue(marked),
            TimeOutDone = parse.GetValue(timeOut),
        };
    }

    /// <summary>Null when nothing was said.</summary>
    public PreProcedureChecklist? Said(ParseResult parse) => Of(parse) is var list && list.Equals(new PreProcedureChecklist()) ? null : list;
}
