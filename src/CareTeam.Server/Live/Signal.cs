namespace CareTeam.Server.Live;

/// <summary>Wakes one loop. Signals that come while it is awake wake it once more: it looks at everything that there is to do each time.</summary>
public sealed class Signal(TimeProvider clock)
{
    private TaskCompletionSource set = New();

    public void Set() => Volatile.Read(ref set).TrySetResult();

    /// <summary>Until the signal, or so long at most.</summary>
    public async Task Wait(TimeSpan longest, CancellationToken cancel)
    {
        try
        {
            await Volatile.Read(ref set).Task.WaitAsync(longest, clock, cancel);
        }
        catch (TimeoutException)
        {
            return;
        }
        Volatile.Write(ref set, New());
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
