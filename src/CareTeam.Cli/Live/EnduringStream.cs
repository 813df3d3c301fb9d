using System.Runtime.CompilerServices;

namespace CareTeam.Cli.Live;

/// <summary>A stream that is opened again whenever it ends or falls silent; where it is to go on, whoever opens it knows.</summary>
public sealed class EnduringStream<TItem>(Func<CancellationToken, IAsyncEnumerable<TItem>> open, Func<string> place, TextWriter notices, TimeProvider clock)
    where TItem : class
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    public async IAsyncEnumerable<TItem> Items([EnumeratorCancellation] CancellationToken cancel)
    {
        var (wait, told) = (FirstWait, false);
        while (true)
        {
            await using (var items = new OpenedStream<TItem>(open(cancel), clock, cancel))
            {
                while (await items.Next() is { } item)
                {
                    (wait, told) = (FirstWait, false);
                    yield return item;
                }
                if (!told) await notices.WriteLineAsync($"reconnecting{place()} ({items.End})");
                told = true;
            }
            await Task.Delay(wait, clock, cancel);
            wait = wait * 2 < LongestWait ? wait * 2 : LongestWait;
        }
    }
}
