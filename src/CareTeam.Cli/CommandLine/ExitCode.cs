namespace CareTeam.Cli.CommandLine;

/// <summary>What a script learns from the exit code.</summary>
public static class ExitCode
{
    public const int Ok = 0;
    public const int Refused = 1;
    public const int Usage = 2;
    public const int Unreachable = 3;

    /// <summary>Ctrl-C, as shells report it.</summary>
    public const int Interrupted = 130;

    /// <summary>Nobody reads the output any more, as shells report it.</summary>
    public const int Unread = 141;
}
