namespace CareTeam.EmbeddedPostgres;

/// <summary>The private PostgreSQL cannot be had; the message says why and what to do.</summary>
public sealed class EmbeddedPostgresException(string message, Exception? inner = null) : Exception(message, inner);
