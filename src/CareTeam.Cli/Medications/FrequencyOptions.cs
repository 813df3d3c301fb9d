namespace CareTeam.Cli.Medications;

/// <summary>How often: --times 3, --every 8 (hours), --as-needed 4 (at most so many a day), the last alone or with one of the others.</summary>
public sealed class FrequencyOptions
{
    private readonly Option<int> times = new("--times") { Description = "Times a day", HelpName = "n" };
    private readonly Option<int> every = new("--every") { Description = "Every so many hours", HelpName = "hours" };
    private readonly Option<int> asNeeded = new("--as-needed") { Description = "Only as needed, at most so many doses a day", HelpName = "most" };

    public void AddTo(Command command)
    {
        command.Options.Add(times);
        command.Options.Add(every);
        command.Options.Add(asNeeded);
        command.Validators.Add(result =>
        {
            if (result.GetResult(times) is not null && result.GetResult(every) is not null) result.AddError("--times contradicts --every.");
        });
    }

    /// <summary>Null when nothing was said.</summary>
    public MedicationFrequency? Of(ParseResult parse)
    {
        var frequency = new MedicationFrequency();
        if (parse.GetResult(times) is not null) frequency.TimesADay = parse.GetValue(times);
        if (parse.GetResult(every) is not null) frequency.EveryHours = parse.GetValue(every);
        if (parse.GetResult(asNeeded) is not null) (frequency.AsNeeded, frequency.MaxDosesADay) = (true, parse.GetValue(asNeeded));
        return frequency.Equals(new MedicationFrequency()) ? null : frequency;
    }
}
