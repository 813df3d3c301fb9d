using Microsoft.Win32.SafeHandles;

namespace CareTeam.Cli.CommandLine;

/// <summary>Standard output into a pipe, which fails once nobody reads it; to .NET's own stream that is a success.</summary>
public static class PipedOutput
{
    // EPIPE, of Linux and of macOS.
    private const int BrokenPipe = 32;

    public static void Open()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected) return;
        var output = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        // A file stays with .NET's stream: this one would not move the place at which the next command of a script goes on writing.
        if (!output.CanSeek) Console.SetOut(new StreamWriter(output, Console.OutputEncoding) { AutoFlush = true });
    }

    public static bool IsUnread(IOException failure) => failure.HResult == BrokenPipe;
}
