using Grpc.Core;

namespace CareTeam.Cli.Connection;

public static class Unanswered
{
    /// <summary>Nobody knows whether the server has done it: only sending it again, with the same request_id, tells.</summary>
    public static bool IsUnanswered(this RpcException e) => e.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded;
}
