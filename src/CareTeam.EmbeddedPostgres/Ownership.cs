namespace CareTeam.EmbeddedPostgres;

/// <summary>All that one process holds while it runs a folder's cluster.</summary>
internal sealed class Ownership(ClusterFolder folder, ClusterLock held, ParentWatch? watch) : IDisposable
{
    public static Ownership Take(ClusterFolder folder, PostgresClusterOptions options)
    {
        try
        {
            folder.Create();
            var held = ClusterLock.Take(folder);
            return new Ownership(folder, held, options.StopWithParent ?? folder.IsTemporary ? ParentWatch.Start(folder) : null);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new EmbeddedPostgresException(
                $"{folder.Path} cannot be used by '{Environment.UserName}': {e.Message} Choose another folder, or start as its owner.", e);
        }
    }

    public void Dispose()
    {
        held.Dispose();
        if (folder.IsTemporary)
            folder.Remove();
        watch?.Dispose();
    }
}
