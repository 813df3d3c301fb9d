using CareTeam.Server.Medications;

namespace CareTeam.Server.Procedures;

/// <summary>The pre-procedure checklist, item by item. It is gone through before a needle is placed; what it says of risks is asked as soon as it is known.</summary>
public static class ChecklistRules
{
    public static readonly RuleKey AllergiesReviewed = new("checklist.allergies-reviewed");
    public static readonly RuleKey AntithromboticPlan = new("checklist.antithrombotic-plan") { IsMetByWords = true };
    public static readonly RuleKey InfectionExcluded = new("checklist.infection-excluded");
    public static readonly RuleKey Pregnancy = new("checklist.pregnancy");
    public static readonly RuleKey Glucose = new("checklist.glucose");
    public static readonly RuleKey Consent = new("checklist.consent");
    public static readonly RuleKey SideMarked = new("checklist.side-marked");
    public static readonly RuleKey ContrastAllergy = new("checklist.contrast-allergy");
    public static readonly RuleKey AgentAllergy = new("checklist.agent-allergy");
    public static readonly RuleKey LatexAllergy = new("checklist.latex-allergy");
    public static readonly RuleKey RadiationInPregnancy = new("checklist.radiation-in-pregnancy", "counts_for_days");

    /// <param name="corrected">The checklist of the record that is corrected: who leaves its word on antithrombotics as it is does not say it again.</param>
    public static RuleCheck AskChecklist(
        this RuleCheck check, CarePlan plan, DateOnly day, PreProcedureChecklist? given, InjectionTechnique technique, PreProcedureChecklist? corrected = null)
    {
        var list = given ?? new();
        check.Ask(AllergiesReviewed, _ => list.AllergiesReviewed ? null : "Allergies were not reviewed.");
        // Nobody overrides it, and a medication that came to be known since must not keep a mistake in the record.
        if (corrected is null || !Equals(corrected.Antithrombotics, list.Antithrombotics)) check.AskAntithrombotics(plan, day, list.Antithrombotics);
        return check
            .Ask(InfectionExcluded, _ => list.InfectionExcluded ? null : "Infection was not excluded.")
            .Ask(Pregnancy, _ => list.Pregnancy != PregnancyStatus.Unspecified ? null : "It is not documented whether the patient is pregnant.")
            .Ask(Glucose, _ => !technique.GivesSteroid() || list.DiabetesExcluded || list.GlucoseMgDl > 0 ? null : "A steroid is given, and neither is diabetes excluded nor the glucose of the day documented.")
            .Ask(Consent, _ => list.ConsentSigned ? null : "The patient has not signed consent.")
            .Ask(SideMarked, _ => (list.SideMarked, list.TimeOutDone) switch
            {
                (true, true) => null,
                (false, _) => "Side and site were not marked.",
                _ => "No time-out confirmed side and site.",
            });
    }

    public static RuleCheck AskAntithrombotics(this RuleCheck check, CarePlan plan, DateOnly day, AntithromboticPlan? documented) =>
        check.Ask(AntithromboticPlan, _ => Antithrombotics(plan, day, check.Today, documented));

    public static RuleCheck AskRisks(this RuleCheck check, InjectionRisks risks, InjectionTechnique technique) => check
        .Ask(ContrastAllergy, _ => technique.GivesContrast() && (risks.Contrast || risks.Names(technique.Contrast.Agent)) ? $"The patient is allergic to contrast, and {technique.Contrast.Agent} is given." : null)
        .Ask(AgentAllergy, _ => technique.Agents.FirstOrDefault(a => (Allergen(a.Kind) is { } allergen && risks.Allergens.Contains(allergen)) || risks.Names(a.Name, Class(a.Kind))) is { } agent
            ? $"The patient is allergic to it or to its kind, and {agent.Name} is given."
            : null)
        .Ask(LatexAllergy, _ => risks.Allergens.Contains(AllergenKind.Latex) ? "The patient is allergic to latex." : null)
        .Ask(RadiationInPregnancy, _ => risks.Pregnant && technique.UsesRadiation() ? $"The patient is pregnant, and the guidance is {technique.Guidance.ToWords()}." : null);

    private static string? Antithrombotics(CarePlan plan, DateOnly day, DateOnly today, AntithromboticPlan? documented) => documented switch
    {
        null or { Use: AntithromboticUse.Unspecified } => Taken(plan, day, today) is { } taken
            ? $"It is not documented whether the patient takes antithrombotics, and the plan has {taken.Name}."
            : "It is not documented whether the patient takes antithrombotics.",
        { Use: AntithromboticUse.NoneTaken } => Taken(plan, day, today) is { } taken
            ? $"The checklist says that no antithrombotic is taken, and the plan has {taken.Name}."
            : null,
        _ when string.IsNullOrWhiteSpace(documented.Plan) => "The patient takes antithrombotics, and no plan to hold or continue them is documented.",
        _ when string.IsNullOrWhiteSpace(documented.AgreedWith) => "The plan for antithrombotics is not agreed with their prescriber.",
        _ => null,
    };

    /// <summary>What is taken on the day; of a day that is over, what was stopped since had been taken too.</summary>
    private static Medication? Taken(CarePlan plan, DateOnly day, DateOnly today) =>
        plan.Medications.FirstOrDefault(m => (day < today ? m.WasTakenOn(day) : m.IsTakenOn(day)) && IsAntithrombotic(Drug.Of(m)));

    private static bool IsAntithrombotic(Drug drug) => drug.Is(MedicationClass.Anticoagulant) || drug.Is(MedicationClass.Antiplatelet);

    private static MedicationClass Class(InjectedAgentKind kind) => kind == InjectedAgentKind.Steroid ? MedicationClass.OralSteroid : MedicationClass.Unspecified;

    private static AllergenKind? Allergen(InjectedAgentKind kind) => kind switch
    {
        InjectedAgentKind.LocalAnaesthetic => AllergenKind.LocalAnaesthetic,
        InjectedAgentKind.Steroid => AllergenKind.Corticosteroid,
        _ => null,
    };
}
