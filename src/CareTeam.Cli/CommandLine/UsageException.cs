namespace CareTeam.Cli.CommandLine;

/// <summary>The command line cannot be carried out as it was given; nothing was sent.</summary>
public sealed class UsageException(string message) : Exception(message);
