namespace CareTeam.EmbeddedPostgres.Tests;

public sealed class BinariesTests
{
    [Fact]
    public async Task Missing_binaries_are_explained_with_what_to_type()
    {
        var missing = await Assert.ThrowsAsync<EmbeddedPostgresException>(
            () => PostgresBinaries.FindAsync(["/nowhere/*/bin"], "/nowhere/bin", null, Poll.Cancelled));
        Assert.Contains("PostgreSQL 14 or newer", missing.Message, StringComparison.Ordinal);
        Assert.Contains("Looked in: /nowhere/*/bin, PATH", missing.Message, StringComparison.Ordinal);
        Assert.Contains("apt-get install postgresql", missing.Message, StringComparison.Ordinal);
        Assert.Contains("dnf install postgresql-server", missing.Message, StringComparison.Ordinal);
        Assert.Contains("brew install postgresql@17", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_newest_is_taken_and_an_old_or_incomplete_one_is_not()
    {
        using var folder = new KeptFolder();
        Install(folder.Root, "9.6.24");
        Install(folder.Root, "14.9");
        Install(folder.Root, "16.10");
        Install(folder.Root, "16.9");
        File.Delete(Path.Combine(Install(folder.Root, "17.1"), "initdb"));

        var newest = await PostgresBinaries.FindAsync([$"{folder.Root}/*/bin"], null, null, Poll.Cancelled);
        Assert.Equal(new Version(16, 10), newest.Version);
        var fitting = await PostgresBinaries.FindAsync([$"{folder.Root}/*/bin"], null, 14, Poll.Cancelled);
        Assert.Equal(new Version(14, 9), fitting.Version);
    }

    [Fact]
    public async Task A_link_on_the_path_leads_to_the_programs()
    {
        using var folder = new KeptFolder();
        var bin = Install(folder.Root, "15.1");
        var links = Directory.CreateDirectory(Path.Combine(folder.Root, "links")).FullName;
        File.CreateSymbolicLink(Path.Combine(links, "postgres"), Path.Combine(bin, "postgres"));

        Assert.Equal(bin, (await PostgresBinaries.FindAsync([], links, null, Poll.Cancelled)).Directory);
    }

    [Fact]
    public async Task A_cluster_of_another_major_version_is_not_touched()
    {
        using var folder = new KeptFolder();
        var data = Directory.CreateDirectory(Path.Combine(folder.Path, "data")).FullName;
        File.WriteAllText(Path.Combine(data, "PG_VERSION"), "99\n");
        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => Clusters.StartAsync(Clusters.In(folder.Path)));
        Assert.Contains("PostgreSQL 99, the version that made this cluster,", refused.Message, StringComparison.Ordinal);
        Assert.Contains("postgresql-99", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Found instead: 1", refused.Message, StringComparison.Ordinal);
    }

    private static string Install(string root, string version)
    {
        var bin = Directory.CreateDirectory(Path.Combine(root, version, "bin")).FullName;
        foreach (var program in new[] { "initdb", "postgres", "pg_ctl" })
        {
            var file = Path.Combine(bin, program);
            File.WriteAllText(file, $"#!/bin/sh\necho '{program} (PostgreSQL) {version}'\n");
            File.SetUnixFileMode(file, (UnixFileMode)0b111_101_101);
        }

        return bin;
    }
}
