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

    /// <summary>All that an answer says of rules, whatever it says it of.</summary>
    public static IEnumerable<RuleFinding> FindingsIn(Google.Protobuf.IMessage answer)
    {
        foreach (var field in answer.Descriptor.Fields.InDeclarationOrder().Where(f => f.IsRepeated && f.FieldType == Google.Protobuf.Reflection.FieldType.Message))
            foreach (Google.Protobuf.IMessage item in (System.Collections.IList)field.Accessor.GetValue(answer))
                foreach (var finding in item is RuleFinding one ? [one] : FindingsIn(item)) yield return finding;
    }

    /// <summary>What rules said of something that was let pass.</summary>
    public static IEnumerable<string> Words(IEnumerable<RuleFinding> findings) => findings.Select(f => f.Override is { } by
        ? $"Overridden: {f.RuleId} by {Shown.NameAndRole(by.By)}: {by.Reason} ({f.Text})"
        : $"{(f.Severity == RuleSeverity.Block ? "ALERT" : "Warning")}: {f.RuleId}: {f.Text} Source: {f.Source}");
}
