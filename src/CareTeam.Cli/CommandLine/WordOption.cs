using System.CommandLine.Parsing;

namespace CareTeam.Cli.CommandLine;

/// <summary>Options whose values are enum values as people write them: physical-therapist.</summary>
public static class WordOption
{
    public static Option<TEnum> One<TEnum>(string name, string description, bool required = false) where TEnum : struct, Enum => new(name)
    {
        Description = Described<TEnum>(description),
        HelpName = Kind<TEnum>(),
        Required = required,
        CustomParser = result => Parse<TEnum>(result, result.Tokens[^1].Value),
        CompletionSources = { _ => All<TEnum>().Select(words => new System.CommandLine.Completions.CompletionItem(words)) },
    };

    public static Option<TEnum[]> Many<TEnum>(string name, string description) where TEnum : struct, Enum => new(name)
    {
        Description = Described<TEnum>(description),
        HelpName = Kind<TEnum>(),
        AllowMultipleArgumentsPerToken = true,
        CustomParser = result => [.. result.Tokens.Select(t => Parse<TEnum>(result, t.Value))],
        CompletionSources = { _ => All<TEnum>().Select(words => new System.CommandLine.Completions.CompletionItem(words)) },
    };

    // A long list would bury the rest of the help; a wrong value gets it told.
    private static string Described<TEnum>(string description) where TEnum : struct, Enum =>
        All<TEnum>().Count() <= 12 ? $"{description}: {string.Join(", ", All<TEnum>())}" : description;

    public static IEnumerable<string> All<TEnum>() where TEnum : struct, Enum =>
        Enum.GetValues<TEnum>().Where(v => !EqualityComparer<TEnum>.Default.Equals(v, default)).Select(v => v.ToWords());

    private static TEnum Parse<TEnum>(ArgumentResult result, string words) where TEnum : struct, Enum
    {
        if (EnumWords.TryParseWords<TEnum>(words, out var value)) return value;
        result.AddError($"There is no {Kind<TEnum>()} '{words}'; there are {string.Join(", ", All<TEnum>())}.");
        return default;
    }

    // TaskStatus is "task-status" in help.
    private static string Kind<TEnum>() =>
        string.Concat(typeof(TEnum).Name.Select((c, i) => (char.IsUpper(c) && i > 0 ? "-" : "") + char.ToLowerInvariant(c)));
}
