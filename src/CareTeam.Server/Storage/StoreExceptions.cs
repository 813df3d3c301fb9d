namespace CareTeam.Server.Storage;

/// <summary>The plan moved on since the state that was decided on.</summary>
public sealed class StaleDecisionException(Exception cause) : Exception("The plan moved on since it was read.", cause);

/// <summary>The connection was lost during the commit: only the receipt can tell how it ended.</summary>
public sealed class OutcomeUnknownException(Exception cause) : Exception("The connection was lost during the commit.", cause);

/// <summary>A receipt with this request_id exists.</summary>
public sealed class RequestIdTakenException(Exception cause) : Exception("The request_id was used before.", cause);
