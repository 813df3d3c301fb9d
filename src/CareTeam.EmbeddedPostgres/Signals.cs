using System.Runtime.InteropServices;

namespace CareTeam.EmbeddedPostgres;

/// <summary>The signals PostgreSQL gives a meaning to.</summary>
internal enum Signal
{
    /// <summary>Fast shutdown: open transactions are rolled back, a checkpoint is written.</summary>
    Interrupt = 2,

    /// <summary>Immediate shutdown: as a crash, recovered at the next start.</summary>
    Quit = 3,

    Kill = 9,
}

internal static class Signals
{
    public static void Send(int processId, Signal signal) => _ = Kill(processId, (int)signal);

    public static bool IsAlive(int processId)
    {
        const int notPermitted = 1;
        if (Kill(processId, 0) != 0 && Marshal.GetLastPInvokeError() != notPermitted)
            return false;

        // A container's first process may never reap: what is dead still answers a signal there.
        try
        {
            var stat = File.ReadAllText($"/proc/{processId}/stat");
            return !stat.AsSpan(stat.LastIndexOf(')') + 1).TrimStart().StartsWith("Z");
        }
        catch (IOException)
        {
            return !OperatingSystem.IsLinux();
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int processId, int signal);
}
