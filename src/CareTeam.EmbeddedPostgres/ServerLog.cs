using System.Text;

namespace CareTeam.EmbeddedPostgres;

/// <summary>What the server wrote to its log since a moment.</summary>
internal sealed class ServerLog(ClusterFolder folder)
{
    private const int Tail = 8 * 1024;
    private readonly long start = new FileInfo(folder.Log) is { Exists: true } log ? log.Length : 0;

    public string Read()
    {
        try
        {
            using var log = new FileStream(folder.Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            log.Position = Math.Max(start, log.Length - Tail);
            using var reader = new StreamReader(log, Encoding.UTF8);
            return reader.ReadToEnd();
        }
        catch (IOException)
        {
            return "";
        }
    }

    public string LastLines() => string.Join('\n', Read().TrimEnd().Split('\n').TakeLast(20));
}
