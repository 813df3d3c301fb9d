using System.Globalization;

namespace CareTeam.EmbeddedPostgres;

/// <summary>The right to run one folder's cluster; the operating system takes it back when its holder dies.</summary>
internal sealed class ClusterLock : IDisposable
{
    private readonly ClusterFolder folder;
    private readonly FileStream held;

    private ClusterLock(ClusterFolder folder, FileStream held) => (this.folder, this.held) = (folder, held);

    public static ClusterLock Take(ClusterFolder folder)
    {
        FileStream held;
        try
        {
            held = new FileStream(folder.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (File.Exists(folder.Lock))
        {
            // The locked file cannot be read, so its holder says in another one who it is.
            var holder = File.Exists(folder.Owner) ? File.ReadAllText(folder.Owner) : "unknown";
            throw new EmbeddedPostgresException($"The cluster in {folder.Path} is already run by process {holder}.", e);
        }

        File.Delete(folder.Owner); // another account's is not ours to write, but in our folder ours to delete
        File.WriteAllText(folder.Owner, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        return new ClusterLock(folder, held);
    }

    public void Dispose()
    {
        File.Delete(folder.Owner);
        held.Dispose();
    }
}
