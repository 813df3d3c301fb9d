namespace CareTeam.Cli.Plans;

/// <summary>What measures a goal, where the words of its measure do not say it: the instrument, and which of its forms and reference windows.</summary>
public sealed class GoalMeasureOptions
{
    private readonly Option<string> instrument = TextOption.Optional("--instrument", "Id of the instrument that measures it (default: the one that --measure names)", "instrument");
    private readonly Option<string> form = TextOption.Optional("--form", "Which of the instrument's forms", "form");
    private readonly Option<string> window = TextOption.Optional("--window", "What time its ratings are about: now, average_24h, worst_24h, last_week", "window");

    public Command AddTo(Command command)
    {
        foreach (var option in new[] { instrument, form, window }) command.Options.Add(option);
        return command;
    }

    public GoalMeasure? Read(ParseResult parse) => (parse.GetValue(instrument), parse.GetValue(form), parse.GetValue(window)) is var (id, of, about) && id + of + about is { Length: > 0 }
        ? new() { InstrumentId = id!.ToLowerInvariant(), Form = of, ReferenceWindow = about }
        : null;
}
