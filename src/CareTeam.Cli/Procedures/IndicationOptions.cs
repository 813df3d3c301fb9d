namespace CareTeam.Cli.Procedures;

/// <summary>Why a needle is indicated, and what the physician attests for its gates.</summary>
public sealed class IndicationOptions
{
    private readonly Option<string> why = TextOption.Required("--why", "What it shall treat or settle, and why now");
    private readonly Option<string> painSince = DayOption.Day("--pain-since", "Since when the pain has lasted (default: since the onset of the diagnoses, of an epidural those of radicular pain; where they began on different days it may be needed)");
    private readonly Option<bool> radicular = new("--radicular") { Description = "Radicular pain or neurogenic claudication, where no diagnosis of the plan says so" };
    private readonly Option<string[]> imaging = IdOption.OfMany("--imaging", "study", "of the plan that agrees with the complaint");
    private readonly Option<string> imagingElsewhere = TextOption.Optional("--imaging-elsewhere", "Imaging elsewhere that agrees: what, when, what it showed");
    private readonly Option<string> failedCare = TextOption.Optional("--failed-care", "What conservative care has failed");
    private readonly Option<string> careSince = DayOption.Day("--care-since", "Since when it was given (default: since the plan's first note or prescription)");
    private readonly Option<bool> unfused = new("--unfused") { Description = "Ablations: none of the segments is fused" };
    private readonly Option<string> unsuitable = TextOption.Optional("--ablation-unsuitable", "Facet joint steroid: why an ablation does not suit");
    private readonly Option<int> tests = new("--provocation-tests") { Description = "Sacroiliac blocks: positive provocation tests, where no examination of the plan has them", HelpName = "n" };
    private readonly Option<TriggerPointFinding[]> findings = WordOption.Many<TriggerPointFinding>("--finding", "Trigger points: what was found");
    private readonly Option<string> uncertain = TextOption.Optional("--uncertain", "Nerve root blocks: what is uncertain after the work-up");

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { why, painSince, radicular, imaging, imagingElsewhere, failedCare, careSince, unfused, unsuitable, tests, findings, uncertain })
            command.Options.Add(option);
    }

    public InjectionIndication Of(ParseResult parse) => new()
    {
        Reason = parse.GetValue(why),
        PainSinceDate = parse.GetValue(painSince),
        RadicularPain = parse.GetValue(radicular),
        StudyIds = { parse.GetValue(imaging) },
        ImagingElsewhere = parse.GetValue(imagingElsewhere),
        FailedCare = parse.GetValue(failedCare),
        CareSinceDate = parse.GetValue(careSince),
        SegmentsUnfused = parse.GetValue(unfused),
        AblationUnsuitable = parse.GetValue(unsuitable),
        ProvocationTests = parse.GetValue(tests),
        Findings = { parse.GetValue(findings) ?? [] },
        Uncertainty = parse.GetValue(uncertain),
    };
}
