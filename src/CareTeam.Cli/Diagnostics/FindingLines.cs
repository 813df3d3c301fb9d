using Google.Protobuf;

namespace CareTeam.Cli.Diagnostics;

/// <summary>Findings given one by one on the command line, or one a line in a file; a file that begins like JSON is a message of the contract.</summary>
public static class FindingLines
{
    public static Argument<string[]> Argument(string example) => new("findings")
    {
        Description = $"A finding each: {example}",
        HelpName = "finding",
        Arity = ArgumentArity.ZeroOrMore,
        DefaultValueFactory = _ => [],
    };

    public static Option<string> File(string message) =>
        new("--file") { Description = $"File with a finding a line, or with careteam.v1.{message} as JSON; -: standard input", HelpName = "file", DefaultValueFactory = _ => "" };

    /// <summary>What was given, read line by line; empty lines and those that begin with # say nothing.</summary>
    public static T Read<T>(IEnumerable<string> given, string file, Action<T, string> add) where T : IMessage<T>, new()
    {
        var text = file.Length == 0 ? "" : file == "-" ? Console.In.ReadToEnd() : System.IO.File.ReadAllText(file);
        var message = text.TrimStart().StartsWith('{') ? FromJson<T>(text) : new T();
        var lines = text.TrimStart().StartsWith('{') ? [] : text.ReplaceLineEndings("\n").Split('\n');
        foreach (var line in lines.Concat(given).Select(l => l.Trim()).Where(l => l.Length > 0 && !l.StartsWith('#'))) add(message, line);
        return message;
    }

    private static T FromJson<T>(string text) where T : IMessage<T>, new()
    {
        try
        {
            return JsonParser.Default.Parse<T>(text);
        }
        catch (Exception e) when (e is InvalidProtocolBufferException or InvalidJsonException)
        {
            throw new UsageException($"The file begins like JSON but is no careteam.v1.{new T().Descriptor.Name}: {e.Message}");
        }
    }
}
