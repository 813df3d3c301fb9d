namespace CareTeam.Server.Tests.Hosting;

/// <summary>Asks again until it is so, or the deadline has come.</summary>
public static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<T> Is<T>(Func<Task<T>> value, Func<T, bool> so, string otherwise)
    {
        using var deadline = new CancellationTokenSource(Patience);
        while (true)
        {
            var now = await value();
            if (so(now)) return now;
            if (deadline.IsCancellationRequested) throw new TimeoutException($"{otherwise}: {now}");
            await Task.Delay(20);
        }
    }
}
