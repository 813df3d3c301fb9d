namespace CareTeam.Server.Storage;

/// <summary>The plan moved on since the state that was decided on.</summary>
public sealed class StaleDecisionException(Exception cause) : Exception("The plan moved on since it was read.", cause);

/// <summary>A receipt with this request_id exists.</summary>
public sealed class RequestIdTakenException(Exception cause) : Exception("The request_id was used before.", cause);
