using CareTeam.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;

namespace CareTeam.Server.Errors;

/// <summary>The errors that callers can expect, by kind.</summary>
public static class Fault
{
    public static CareTeamException Unauthenticated(string message) => new(ErrorKind.Unauthenticated, "UNAUTHENTICATED", message);

    public static CareTeamException Invalid(IEnumerable<BadRequest.Types.FieldViolation> violations)
    {
        var badRequest = new BadRequest { FieldViolations = { violations } };
        var first = badRequest.FieldViolations[0];
        var more = badRequest.FieldViolations.Count > 1 ? $" (and {badRequest.FieldViolations.Count - 1} more)" : "";
        return new(ErrorKind.Invalid, "INVALID", $"{first.Field}: {first.Description}{more}", [badRequest]);
    }

    public static CareTeamException Invalid(string field, string description) =>
        Invalid([new BadRequest.Types.FieldViolation { Field = field, Description = description }]);

    /// <summary>Also what another organization's id gets: nobody learns that it exists.</summary>
    public static CareTeamException NotFound(string type, string id) =>
        new(ErrorKind.NotFound, "NOT_FOUND", $"There is no {type} {id}.", [new ResourceInfo { ResourceType = type, ResourceName = id }]);

    public static CareTeamException Forbidden(string reason, string message) => new(ErrorKind.Forbidden, reason, message);

    /// <summary>A rule refuses: its id, what it is about, and in words what would allow it.</summary>
    public static CareTeamException Refused(string rule, string subject, string description) =>
        Refused([new PreconditionFailure.Types.Violation { Type = rule, Subject = subject, Description = description }]);

    /// <summary>Several rules refuse at once; the first one is the reason. Details may tell more than google.rpc has words for.</summary>
    public static CareTeamException Refused(IReadOnlyList<PreconditionFailure.Types.Violation> rules, params IReadOnlyList<IMessage> details)
    {
        var more = rules.Count > 1 ? $" (and {rules.Count - 1} more)" : "";
        return new(ErrorKind.Refused, rules[0].Type, rules[0].Description + more, [new PreconditionFailure { Violations = { rules } }, .. details]);
    }

    public static CareTeamException Conflict(PlanConflict conflict) =>
        new(ErrorKind.Conflict, "CONFLICT",
            $"The plan is at version {conflict.CurrentVersion}, and what came after version {conflict.ExpectedVersion} must be seen first.", [conflict]);

    public static CareTeamException TooMany(string message) => new(ErrorKind.TooMany, "TOO_MANY", message);

    public static CareTeamException Unavailable(string message, Exception? cause = null) =>
        new(ErrorKind.Unavailable, "UNAVAILABLE", message, [new RetryInfo { RetryDelay = Duration.FromTimeSpan(TimeSpan.FromMilliseconds(250)) }], cause);
}
