using System.Diagnostics;

namespace CareTeam.EmbeddedPostgres;

/// <summary>A server that runs: a child of ours, or one that outlived the process that started it.</summary>
internal sealed class Postmaster
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public Postmaster(PostmasterFile running, Process? child)
    {
        ProcessId = running.ProcessId;
        Port = running.Port;
        // runuser stays between us and the server, so a child is the server itself only when the numbers agree.
        Exited = child?.Id == ProcessId ? child.WaitForExitAsync() : PollAsync(ProcessId);
    }

    public int ProcessId { get; }
    public int Port { get; }
    public Task Exited { get; }

    /// <summary>Shuts down, harder when the server does not obey.</summary>
    public async Task StopAsync(Signal first)
    {
        foreach (var signal in new[] { first, Signal.Quit, Signal.Kill })
        {
            if (Exited.IsCompleted)
                return;
            Signals.Send(ProcessId, signal);
            await Task.WhenAny(Exited, Task.Delay(Patience));
        }
    }

    private static async Task PollAsync(int processId)
    {
        while (Signals.IsAlive(processId))
            await Task.Delay(20);
    }
}
