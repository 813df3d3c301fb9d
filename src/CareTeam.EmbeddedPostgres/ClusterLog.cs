using Microsoft.Extensions.Logging;

namespace CareTeam.EmbeddedPostgres;

internal static partial class ClusterLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Making a PostgreSQL {Version} cluster in {Folder}")]
    public static partial void MakingCluster(this ILogger log, Version version, string folder);

    [LoggerMessage(Level = LogLevel.Information, Message = "PostgreSQL in {Folder} runs on 127.0.0.1:{Port} as process {ProcessId}")]
    public static partial void Running(this ILogger log, string folder, int port, int processId);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Took over PostgreSQL process {ProcessId} in {Folder}: it outlived its owner")]
    public static partial void TookOver(this ILogger log, int processId, string folder);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Restarting PostgreSQL in {Folder}: it runs with other settings or another port")]
    public static partial void SettingsDiffer(this ILogger log, string folder);

    [LoggerMessage(Level = LogLevel.Warning, Message = "PostgreSQL process {ProcessId} in {Folder} died; starting it again")]
    public static partial void Died(this ILogger log, int processId, string folder);

    [LoggerMessage(Level = LogLevel.Error, Message = "PostgreSQL in {Folder} could not be started again; next try in {Delay}")]
    public static partial void NotStartedAgain(this ILogger log, Exception exception, string folder, TimeSpan delay);
}
