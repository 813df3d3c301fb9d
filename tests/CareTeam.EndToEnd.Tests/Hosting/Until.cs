namespace CareTeam.EndToEnd.Tests.Hosting;

/// <summary>Asks again until it is so, or the deadline has come.</summary>
public static class Until
{
    public static async Task True(Func<Task<bool>> isSo, TimeSpan patience, Func<string> otherwise, TimeSpan? pause = null)
    {
        using var deadline = new CancellationTokenSource(patience);
        while (!await isSo())
        {
            if (deadline.IsCancellationRequested) throw new TimeoutException(otherwise());
            await Task.Delay(pause ?? TimeSpan.FromMilliseconds(50));
        }
    }
}
