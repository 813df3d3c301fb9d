using System.Diagnostics;

namespace CareTeam.EmbeddedPostgres;

/// <summary>A small process that ends the server, and removes a temporary folder, when this one is killed.</summary>
internal sealed class ParentWatch : IDisposable
{
    // It waits for the end of its input, which the system closes with us: no polling, and no process number to be mistaken in.
    // The recorded server is signalled only if its command line names the folder.
    private const string Script = """
        exec >/dev/null 2>&1
        read -r released && exit 0
        folder=$1 signal=$2 remove=$3
        pid=$(head -n 1 "$folder/data/postmaster.pid")
        runs() { { tr '\0' ' ' <"/proc/$pid/cmdline" || ps -o command= -p "$pid"; } | grep -qF -- "$folder/data"; }
        if [ -n "$pid" ] && runs; then
          kill "-$signal" "$pid"
          n=0
          while [ -e "$folder/data/postmaster.pid" ] && runs && [ $n -lt 300 ]; do sleep 0.1; n=$((n + 1)); done
        fi
        [ "$remove" = yes ] || exit 0
        n=0
        while [ -e "$folder" ] && [ $n -lt 50 ]; do rm -rf -- "$folder"; sleep 0.1; n=$((n + 1)); done
        """;

    private readonly Process watching;

    private ParentWatch(Process watching) => this.watching = watching;

    public static ParentWatch Start(ClusterFolder folder)
    {
        var signal = (int)(folder.IsTemporary ? Signal.Quit : Signal.Interrupt);
        var start = Command.Prepare(
            [.. Detached.Prefix, "sh", "-c", Script, "sh", folder.Path, $"{signal}", folder.IsTemporary ? "yes" : "no"]);
        start.RedirectStandardInput = true;
        return new ParentWatch(Process.Start(start)!);
    }

    public void Dispose()
    {
        try
        {
            watching.StandardInput.WriteLine("released");
            watching.StandardInput.Close();
        }
        catch (IOException)
        {
            // It was killed before us; there is nobody to release.
        }

        watching.Dispose();
    }
}
