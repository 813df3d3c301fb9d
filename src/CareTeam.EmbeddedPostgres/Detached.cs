namespace CareTeam.EmbeddedPostgres;

/// <summary>The words before a command that give it a session of its own, so that a Ctrl-C meant for us does not reach it.</summary>
internal static class Detached
{
    public static readonly string[] Prefix = OnPath("setsid")
        ? ["setsid"]
        : OnPath("perl") ? ["perl", "-MPOSIX", "-e", "POSIX::setsid(); exec @ARGV or die $!"] : []; // macOS has no setsid

    private static bool OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Any(directory => File.Exists(Path.Combine(directory, program)));
}
