namespace CareTeam.Server.Interop;

/// <summary>The statuses of activities and of the requests, tasks and appointments they refer to, as statuses of a task.</summary>
public static class ActivityStatuses
{
    /// <summary>Exact: the task's status says as much. Otherwise what it said is left out, with a line.</summary>
    public static (TaskStatus Status, bool Exact) Of(string code) => code switch
    {
        "not-started" or "requested" or "active" => (TaskStatus.Requested, true),
        "draft" or "proposed" or "pending" or "waitlist" or "received" or "unknown" => (TaskStatus.Requested, false),
        "scheduled" or "accepted" or "booked" => (TaskStatus.Accepted, true),
        // Taken on, and nobody works on it now.
        "ready" or "on-hold" => (TaskStatus.Accepted, false),
        "in-progress" => (TaskStatus.InProgress, true),
        "arrived" or "checked-in" => (TaskStatus.InProgress, false),
        "completed" or "fulfilled" => (TaskStatus.Completed, true),
        "cancelled" or "revoked" => (TaskStatus.Cancelled, true),
        "stopped" or "failed" or "noshow" => (TaskStatus.Cancelled, false),
        "rejected" => (TaskStatus.Declined, true),
        _ => (TaskStatus.Requested, false),
    };
}
