using Grpc.Core;

namespace CareTeam.Cli.Connection;

/// <summary>
/// Sends again what may not have arrived, until it is answered or the time is up. Safe, because a repeat carries the same request_id and
/// gets the remembered answer.
/// </summary>
public sealed class Resend(TimeSpan patience, TextWriter notices, TimeProvider clock)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(4);

    public async Task<T> UntilAnswered<T>(Func<Task<T>> send, CancellationToken cancel)
    {
        var start = clock.GetTimestamp();
        for (var (wait, told) = (FirstWait, false); ; wait = Shorter(wait * 2, LongestWait), told = true)
        {
            try
            {
                return await send();
            }
            catch (RpcException e) when (e.StatusCode == StatusCode.Cancelled && cancel.IsCancellationRequested)
            {
                throw new OperationCanceledException(cancel);
            }
            catch (RpcException e) when (e.IsUnanswered() && clock.GetElapsedTime(start) < patience)
            {
                if (!told)
                    await notices.WriteLineAsync($"No answer ({e.StatusCode}); sending again with the same request_id for up to {patience.TotalSeconds:0} s ...");
                var left = patience - clock.GetElapsedTime(start);
                await Task.Delay(Shorter(wait, left > TimeSpan.Zero ? left : TimeSpan.Zero), clock, cancel);
            }
        }
    }

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
