using Google.Protobuf.Collections;

namespace CareTeam.Cli.Rules;

/// <summary>Overriding rules from the command line, for every command whose request has `overrides`.</summary>
public static class OverrideOption
{
    private static readonly Option<string[]> Overrides = new("--override")
    {
        Description = "Override a rule that blocks, as RULE=REASON, if your role may; may be repeated",
        HelpName = "rule=reason",
        DefaultValueFactory = _ => [],
        Validators =
        {
            result =>
            {
                foreach (var token in result.Tokens.Where(t => t.Value.Split('=', 2) is not [{ Length: > 0 }, { Length: > 0 }])) result.AddError($"'{token.Value}' is not RULE=REASON.");
            },
        },
    };

    /// <summary>Call it before SendsOnPlan.</summary>
    public static Command TakesOverrides(this Command command)
    {
        command.Options.Add(Overrides);
        return command;
    }

    /// <summary>Puts what was given into the request, when the command takes it.</summary>
    public static void Apply(ParseResult parse, Google.Protobuf.IMessage request)
    {
        if (!parse.CommandResult.Command.Options.Contains(Overrides)) return;
        var given = parse.GetValue(Overrides)!.Select(text => text.Split('=', 2)).Select(parts => new OverrideRequest { RuleId = parts[0].Trim(), Reason = parts[1].Trim() });
        request.Get<RepeatedField<OverrideRequest>>(RequestField.Overrides).Add(given);
    }

    /// <summary>What rules said of something that was let pass.</summary>
    public static IEnumerable<string> Words(IEnumerable<RuleFinding> findings) => findings.Select(f => f.Override is { } by
        ? $"Overridden: {f.RuleId} by {Shown.NameAndRole(by.By)}: {by.Reason} ({f.Text})"
        : $"Warning: {f.RuleId}: {f.Text} Source: {f.Source}");
}
