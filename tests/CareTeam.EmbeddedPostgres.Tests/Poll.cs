using System.Diagnostics;

namespace CareTeam.EmbeddedPostgres.Tests;

internal static class Poll
{
    public static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static Task UntilAsync(Func<bool> condition, string what) => UntilAsync(() => Task.FromResult(condition()), what);

    public static async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        var clock = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), $"After {clock.Elapsed}, still not so: {what}");
            await Task.Delay(10, Cancelled);
        }
    }
}
