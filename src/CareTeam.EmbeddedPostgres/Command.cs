using System.Diagnostics;

namespace CareTeam.EmbeddedPostgres;

internal sealed record CommandResult(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;
}

/// <summary>Another program, run without a shell, in a small environment of its own.</summary>
internal static class Command
{
    // A child gets no secrets of ours, no PG* variable that changes what it does, and speaks the English we search its log for.
    private static readonly string[] Inherited = ["PATH", "TMPDIR", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"];

    public static ProcessStartInfo Prepare(IEnumerable<string> command, string? workingDirectory = null)
    {
        var start = new ProcessStartInfo { UseShellExecute = false, WorkingDirectory = workingDirectory ?? "/" };
        foreach (var (i, word) in command.Index())
        {
            if (i == 0)
                start.FileName = word;
            else
                start.ArgumentList.Add(word);
        }

        start.Environment.Clear();
        foreach (var name in Inherited)
        {
            if (Environment.GetEnvironmentVariable(name) is { } value)
                start.Environment[name] = value;
        }

        start.Environment["LC_ALL"] = "C";
        return start;
    }

    public static async Task<CommandResult> RunAsync(
        IEnumerable<string> command, string? workingDirectory = null, CancellationToken ct = default)
    {
        var start = Prepare(command, workingDirectory);
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;

        Process? process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return new CommandResult(127, $"{start.FileName}: {e.Message}");
        }

        using (process)
        {
            process.StandardInput.Close();
            try
            {
                // Both pipes are drained at once: a child that fills one of them would otherwise wait for ever.
                var output = process.StandardOutput.ReadToEndAsync(ct);
                var errors = process.StandardError.ReadToEndAsync(ct);
                await process.WaitForExitAsync(ct);
                return new CommandResult(process.ExitCode, (await output + await errors).Trim());
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
                throw;
            }
        }
    }
}
