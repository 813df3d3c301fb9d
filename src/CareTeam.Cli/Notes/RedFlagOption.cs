namespace CareTeam.Cli.Notes;

/// <summary>A note's red-flag checklist: kinds that were asked for and are absent, and kinds that are present, with what was found.</summary>
public static class RedFlagOption
{
    public static Option<RedFlagKind[]> Absent() => WordOption.Many<RedFlagKind>("--no-red-flag", "Red flags that were asked for and are absent");

    public static Option<string[]> Present() => new("--red-flag")
    {
        Description = "A red flag that is present, as KIND=FINDING: it is raised with the note; may be repeated",
        HelpName = "kind=finding",
        DefaultValueFactory = _ => [],
        Validators =
        {
            result =>
            {
                foreach (var token in result.Tokens)
                    if (Parse(token.Value) is null) result.AddError($"'{token.Value}' is not KIND=FINDING, where KIND is one of {string.Join(", ", WordOption.All<RedFlagKind>())}.");
            },
        },
    };

    public static IEnumerable<RedFlagCheck> Checks(IEnumerable<RedFlagKind>? absent, IEnumerable<string>? present) =>
        (absent ?? []).Select(kind => new RedFlagCheck { Kind = kind }).Concat((present ?? []).Select(Parse).OfType<RedFlagCheck>());

    private static RedFlagCheck? Parse(string text) =>
        text.Split('=', 2) is [var word, var finding] && EnumWords.TryParseWords<RedFlagKind>(word, out var kind)
            ? new RedFlagCheck { Kind = kind, Present = true, Finding = finding.Trim() }
            : null;
}
