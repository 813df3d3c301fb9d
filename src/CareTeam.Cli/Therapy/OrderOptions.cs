namespace CareTeam.Cli.Therapy;

/// <summary>The options that write a therapy order: the same for a new one and for one that is revised.</summary>
public sealed class OrderOptions
{
    private readonly Option<string> type = TextOption.Optional("--type", "Type of therapy: core strengthening, graded activity");
    private readonly Option<string[]> diagnoses = IdOption.OfMany("--diagnosis", "diagnosis", "that it treats");
    private readonly Option<string[]> goals = IdOption.OfMany("--goal", "goal", "that it serves");
    private readonly Option<int> perWeek = Number("--per-week", "Frequency: treatment days a week", required: true);
    private readonly Option<int> weeks = Number("--weeks", "Duration in weeks from the start", required: true);
    private readonly Option<int> perDay = Number("--per-day", "Amount: sessions on a treatment day (default: one)");
    private readonly Option<string> start = DayOption.Day("--start", "First day of treatment", required: true);
    private readonly Option<string[]> precautions = Texts("--precaution", "What to take care of: no loaded flexion; may be repeated");
    private readonly Option<string[]> modalities = Texts("--modality", "Moist heat, TENS; may be repeated");
    private readonly Option<ExerciseLoad?> weightLimit = ExerciseDoseOption.Load("--weight-limit", "No exercise is loaded with more");
    private readonly Option<string> reevaluation = DayOption.Day("--re-evaluate", "Day of the re-evaluation (default: as the rule says)");

    public Command AddTo(Command command)
    {
        foreach (var option in new Option[] { type, diagnoses, goals, perWeek, weeks, perDay, start, precautions, modalities, weightLimit, reevaluation }) command.Options.Add(option);
        return command;
    }

    public TherapyPrescription Read(ParseResult parse) => new()
    {
        TherapyType = parse.GetValue(type),
        DiagnosisIds = { parse.GetValue(diagnoses) },
        GoalIds = { parse.GetValue(goals) },
        SessionsPerWeek = parse.GetValue(perWeek),
        Weeks = parse.GetValue(weeks),
        SessionsPerDay = parse.GetValue(perDay),
        StartDate = parse.GetValue(start),
        Precautions = { parse.GetValue(precautions) },
        Modalities = { parse.GetValue(modalities) },
        WeightLimit = parse.GetValue(weightLimit),
        ReevaluationDate = parse.GetValue(reevaluation),
    };

    public static Option<int> Number(string name, string description, bool required = false) => new(name) { Description = description, HelpName = "n", Required = required };

    private static Option<string[]> Texts(string name, string description) => new(name) { Description = description, HelpName = "text", DefaultValueFactory = _ => [] };
}
