namespace CareTeam.Server.Live.Presence;

/// <summary>Takes from the board who was silent for too long.</summary>
public sealed class PresenceExpiry(PresenceBoard board, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(500), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) board.Expire();
    }
}
