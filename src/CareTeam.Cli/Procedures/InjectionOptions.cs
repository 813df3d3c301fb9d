using System.Globalization;

namespace CareTeam.Cli.Procedures;

/// <summary>Where a needle goes and with what.</summary>
public sealed class InjectionOptions
{
    private readonly Option<string[]> levels = new("--level")
    {
        Description = "Segment (L4-L5) of a disc, joint or foramen, or nerve root (L5) of a root block; may be repeated",
        HelpName = "level",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
    };

    private readonly Option<Side> side = WordOption.One<Side>("--side", "Side; midline of an interlaminar or caudal access");

    private readonly Option<string[]> muscles = new("--muscle")
    {
        Description = "Muscle of a trigger point; may be repeated",
        HelpName = "muscle",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<ImageGuidance> guidance = WordOption.One<ImageGuidance>("--guidance", "How the needle is seen");
    private readonly Option<string> contrast = TextOption.Optional("--contrast", "Contrast agent: iohexol 240", "agent");
    private readonly Option<string> noContrast = TextOption.Optional("--no-contrast", "Why no contrast is given", "reason");

    private readonly Option<string[]> agents = new("--agent")
    {
        Description = $"What is given, as KIND=NAME DOSE UNIT: \"steroid=dexamethasone 10 mg\"; kinds: {string.Join(", ", WordOption.All<InjectedAgentKind>())}; may be repeated",
        HelpName = "kind=agent",
        DefaultValueFactory = _ => [],
        Validators =
        {
            result =>
            {
                foreach (var token in result.Tokens.Where(t => Agent(t.Value) is null)) result.AddError($"'{token.Value}' is not KIND=NAME DOSE UNIT, like \"steroid=dexamethasone 10 mg\".");
            },
        },
    };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { levels, side, muscles, guidance, contrast, noContrast, agents }) command.Options.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetResult(contrast) is { Implicit: false } && result.GetResult(noContrast) is { Implicit: false }) result.AddError("--contrast contradicts --no-contrast.");
        });
    }

    /// <summary>Null when nothing was said.</summary>
    public InjectionTechnique? Of(ParseResult parse)
    {
        var technique = new InjectionTechnique
        {
            Levels = { parse.GetValue(levels) },
            Side = parse.GetValue(side),
            Muscles = { parse.GetValue(muscles) },
            Guidance = parse.GetValue(guidance),
            Agents = { parse.GetValue(agents)!.Select(Agent).OfType<InjectedAgent>() },
        };
        if (parse.GetValue(contrast) is { Length: > 0 } agent) technique.Contrast = new() { Agent = agent };
        if (parse.GetValue(noContrast) is { Length: > 0 } reason) technique.Contrast = new() { NoneReason = reason };
        return technique.Equals(new InjectionTechnique()) ? null : technique;
    }

    /// <summary>steroid=dexamethasone 10 mg: the last two words are dose and unit, what stands before them the name.</summary>
    public static InjectedAgent? Agent(string text) =>
        text.Split('=', 2) is [var kindWords, var rest] && EnumWords.TryParseWords<InjectedAgentKind>(kindWords, out var kind)
        && rest.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, .., var dose, var unit] words
        && double.TryParse(dose, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && words.Length >= 3
            ? new() { Kind = kind, Name = string.Join(' ', words[..^2]), Dose = number, Unit = unit }
            : null;
}
