using System.Globalization;

namespace CareTeam.Cli.Live;

/// <summary>Keeps the version seen last in a file: "PLAN VERSION".</summary>
public sealed class CursorFile(string path, string planId)
{
    public int? Read()
    {
        if (!File.Exists(path)) return null;
        return File.ReadAllText(path).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) switch
        {
            [var plan, var version] when plan == planId && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var seen) => seen,
            [var plan, _] when plan != planId => throw new UsageException($"{path} is the cursor of plan {plan}, not of {planId}."),
            _ => throw new UsageException($"{path} is no cursor file; it should hold a plan's id and a version."),
        };
    }

    // Written aside and moved, so that a crash leaves the old cursor or the new one.
    public void Write(int version)
    {
        var draft = path + ".new";
        File.WriteAllText(draft, $"{planId} {version.ToString(CultureInfo.InvariantCulture)}\n");
        File.Move(draft, path, overwrite: true);
    }
}
