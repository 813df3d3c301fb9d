using System.Runtime.CompilerServices;

namespace CareTeam.Cli.CommandLine;

/// <summary>Text that came from standard input and exists nowhere else: a command that fails leaves it in a private file.</summary>
public static class TypedText
{
    private static readonly ConditionalWeakTable<ParseResult, string> Unsent = [];

    public static string Read(ParseResult parse)
    {
        if (!Console.IsInputRedirected) parse.InvocationConfiguration.Error.WriteLine("Write the note, then Ctrl-D:");
        var text = Console.In.ReadToEnd();
        if (!string.IsNullOrWhiteSpace(text)) Unsent.AddOrUpdate(parse, text);
        return text;
    }

    /// <summary>The server has it.</summary>
    public static void Sent(ParseResult parse) => Unsent.Remove(parse);

    /// <summary>Runs a command, and keeps what it has read when it ends before the text was sent, whatever the reason.</summary>
    public static async Task<int> OrKeepsTheText(this ParseResult parse, string requestId, Func<Task<int>> send)
    {
        try
        {
            return await send();
        }
        finally
        {
            if (Unsent.TryGetValue(parse, out var text)) await parse.InvocationConfiguration.Error.WriteLineAsync(Kept(text, requestId));
        }
    }

    private static string Kept(string text, string requestId)
    {
        foreach (var folder in new[] { StateFolder, TemporaryFolder })
        {
            try
            {
                var path = Path.Combine(folder(), $"{requestId}.txt");
                Write(path, text);
                return $"Your text is kept in {path}, which only you can read. Send it with --file '{path}' --request-id {requestId}, then delete the file.";
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // The next folder may do.
            }
        }
        return $"Your text could be kept in no file; here it is, to be sent with --request-id {requestId}:\n{Shown.Plain(text)}";
    }

    private static void Write(string path, string text)
    {
        // A repeat that fails as well writes the same file anew, with no leave from an older one.
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new StreamWriter(path, options);
        file.Write(text);
    }

    private static string StateFolder()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var state = Environment.GetEnvironmentVariable("XDG_STATE_HOME") is { Length: > 0 } given ? given
            : home.Length > 0 ? Path.Combine(home, ".local", "state")
            : throw new DirectoryNotFoundException("There is no home.");
        var folder = Path.GetFullPath(Path.Combine(state, "careteam", "unsent"));
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return folder;
    }

    private static string TemporaryFolder() => Directory.CreateTempSubdirectory("careteam-").FullName;
}
