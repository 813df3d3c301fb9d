namespace CareTeam.EmbeddedPostgres;

/// <summary>The account PostgreSQL runs as: our own, or, because it refuses root, an unprivileged one.</summary>
internal sealed record ServerAccount(string? Name, string[] Prefix)
{
    private static readonly ServerAccount Ours = new(null, []);

    public static async Task<ServerAccount> ChooseAsync(ClusterFolder folder, CancellationToken ct)
    {
        if (!Environment.IsPrivilegedProcess)
            return Ours;

        // Whoever owns an existing cluster keeps it: one start by root must not lock its owner out for ever.
        var owner = folder.HasCluster ? await OwnerOfAsync(folder.Data, ct) : null;
        foreach (var name in new[] { owner, "postgres", "nobody" })
        {
            if (name is not null and not "root" && await DropToAsync(name, ct) is { } account)
                return account;
        }

        throw new EmbeddedPostgresException(
            "PostgreSQL does not run as root, and no way was found to run it as 'postgres' or 'nobody' "
            + "(setpriv or runuser, of util-linux). Run as an ordinary user, or give a connection string.");
    }

    public Task<CommandResult> RunAsync(IEnumerable<string> command, ClusterFolder folder, CancellationToken ct) =>
        Command.RunAsync([.. Prefix, .. command], folder.Path, ct);

    public async Task TakeOverAsync(ClusterFolder folder, CancellationToken ct)
    {
        if (Name is null)
            return;
        await ChownAsync([folder.Path, folder.Lock], ct);
        await RequireReachableAsync(folder.Path, "Choose another folder, or open that one with: chmod o+x", ct);
        if (File.Exists(folder.Password))
            await ChownAsync([folder.Password], ct);
        if (folder.HasCluster && await OwnerOfAsync(folder.Data, ct) != Name)
            await ChownAsync([folder.Data], ct, "-R");
    }

    public async Task RequireReachableAsync(string path, string advice, CancellationToken ct)
    {
        if (Name is null || await CanEnterAsync(path))
            return;
        var obstacle = path;
        while (Path.GetDirectoryName(obstacle) is { } parent && !await CanEnterAsync(parent))
            obstacle = parent;
        throw new EmbeddedPostgresException(
            $"PostgreSQL must not run as root, and the account '{Name}' cannot reach {path} because {obstacle} is closed to it. "
            + $"{advice} {obstacle}");

        async Task<bool> CanEnterAsync(string p) => (await Command.RunAsync([.. Prefix, "test", "-x", p], ct: ct)).Succeeded;
    }

    public async Task ChownAsync(string[] paths, CancellationToken ct, params string[] flags)
    {
        if (Name is null)
            return;
        var result = await Command.RunAsync(["chown", "-h", .. flags, $"{Name}:", .. paths], ct: ct);
        if (!result.Succeeded)
            throw new EmbeddedPostgresException($"{string.Join(' ', paths)} cannot be given to the account '{Name}': {result.Output}");
    }

    private static async Task<ServerAccount?> DropToAsync(string name, CancellationToken ct)
    {
        var user = await Command.RunAsync(["id", "-u", name], ct: ct);
        var group = await Command.RunAsync(["id", "-g", name], ct: ct);
        if (!user.Succeeded || !group.Succeeded)
            return null;

        string[] setpriv = ["setpriv", $"--reuid={user.Output}", $"--regid={group.Output}", "--clear-groups", "--"];
        string[] runuser = ["runuser", "-u", name, "--"];
        foreach (var prefix in new[] { setpriv, runuser })
        {
            if ((await Command.RunAsync([.. prefix, "true"], ct: ct)).Succeeded)
                return new ServerAccount(name, prefix);
        }

        return null;
    }

    private static async Task<string?> OwnerOfAsync(string path, CancellationToken ct)
    {
        // stat's options differ between Linux and macOS; ls is the same.
        var listing = await Command.RunAsync(["ls", "-ld", path], ct: ct);
        return listing.Output.Split(' ', StringSplitOptions.RemoveEmptyEntries).ElementAtOrDefault(2);
    }
}
