using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CareTeam.EmbeddedPostgres;

/// <summary>A private PostgreSQL in one folder, on loopback, for as long as this object lives.</summary>
public sealed partial class PostgresCluster : IAsyncDisposable
{
    private readonly SemaphoreSlim changing = new(1);
    private readonly CancellationTokenSource closing = new();
    private readonly ServerLaunch launch;
    private readonly Ownership ownership;
    private readonly ILogger log;
    private readonly Task supervision;
    private Postmaster postmaster;

    private PostgresCluster(ServerLaunch launch, Ownership ownership, Postmaster postmaster, bool supervise, ILogger log)
    {
        (this.launch, this.ownership, this.postmaster, this.log) = (launch, ownership, postmaster, log);
        Port = postmaster.Port;
        supervision = supervise ? Supervision.RunAsync(this, log, closing.Token) : Task.CompletedTask;
    }

    public string Folder => launch.Folder.Path;
    public PostgresBinaries Binaries => launch.Binaries;

    /// <summary>The same for as long as this object lives, however often the server is started again.</summary>
    public int Port { get; }

    /// <summary>The postmaster's, which changes when the server is started again.</summary>
    public int ProcessId => postmaster.ProcessId;

    internal Task Died => postmaster.Exited;

    /// <summary>Makes the folder's cluster if there is none, and starts it or takes over the server that outlived its owner.</summary>
    public static async Task<PostgresCluster> StartAsync(
        PostgresClusterOptions options, ILogger? log = null, CancellationToken ct = default)
    {
        if (OperatingSystem.IsWindows())
            throw new PlatformNotSupportedException("The private PostgreSQL needs Linux or macOS; on Windows, give a connection string.");

        log ??= NullLogger.Instance;
        var folder = ClusterFolder.For(options.Folder);
        var ownership = Ownership.Take(folder, options);
        try
        {
            var launch = await PrepareAsync(folder, options, log, ct);
            var postmaster = await TakeOverAsync(launch, options.Port, log, ct)
                ?? await PostmasterStart.StartAsync(launch, options.Port, ct);
            log.Running(folder.Path, postmaster.Port, postmaster.ProcessId);
            return new PostgresCluster(launch, ownership, postmaster, options.Supervise, log);
        }
        catch
        {
            ownership.Dispose();
            throw;
        }
    }

    /// <summary>Host, port, user, password and database; tuning is added by the caller.</summary>
    public string ConnectionString(string database = "postgres") => launch.ConnectionString(Port, database).ConnectionString;

    /// <summary>Kills the server and all its children with SIGKILL, as a crash does; a supervised one comes back by itself.</summary>
    public Task KillAsync(CancellationToken ct = default) => ChangeAsync(
        async () =>
        {
            if (!postmaster.Exited.IsCompleted)
                Signals.Send(postmaster.ProcessId, Signal.Kill);
            await ServerProcesses.KillAllAsync(launch.ClusterName, ct);
            await postmaster.Exited.WaitAsync(ct);
        },
        ct);

    /// <summary>Starts a dead server on the same port; does nothing if it runs.</summary>
    public Task StartAgainAsync(CancellationToken ct = default) => ChangeAsync(
        async () =>
        {
            if (!postmaster.Exited.IsCompleted)
                return;
            log.Died(postmaster.ProcessId, Folder);
            postmaster = await PostmasterStart.StartAsync(launch, Port, ct);
            log.Running(Folder, Port, postmaster.ProcessId);
        },
        ct);

    /// <summary>Stops the server and gives the folder free; a temporary folder is removed.</summary>
    public async ValueTask DisposeAsync()
    {
        if (closing.IsCancellationRequested)
            return;
        await closing.CancelAsync();
        await supervision.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await changing.WaitAsync();
        await postmaster.StopAsync(launch.Folder.IsTemporary ? Signal.Quit : Signal.Interrupt);
        ownership.Dispose();
        changing.Release();
    }

    private async Task ChangeAsync(Func<Task> change, CancellationToken ct)
    {
        await changing.WaitAsync(ct);
        try
        {
            ObjectDisposedException.ThrowIf(closing.IsCancellationRequested, this);
            await change();
        }
        finally
        {
            changing.Release();
        }
    }
}
