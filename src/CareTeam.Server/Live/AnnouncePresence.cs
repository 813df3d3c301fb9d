using System.Text.Json;
using CareTeam.Server.Live.Presence;

namespace CareTeam.Server.Live;

partial class LiveGrpc
{
    public override Task<AnnouncePresenceResponse> AnnouncePresence(AnnouncePresenceRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

partial class CareHub
{
    private const string OpenWindows = "open windows";

    /// <summary>LiveService.AnnouncePresence for browsers: request and response are proto3 JSON.</summary>
    public async Task<FeedItem<AnnouncePresenceResponse>> AnnouncePresence(JsonElement request)
    {
        var announced = new AnnouncePresenceRequest();
        var answer = await Send(() => announced = Request<AnnouncePresenceRequest>(request));
        // A client that makes up windows has those of its first hundred closed for it; the others close by themselves.
        if (Windows is { Count: < 100 } windows) windows[announced.WindowId] = announced;
        return answer;
    }

    /// <summary>With the connection the windows that were announced over it are closed.</summary>
    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        foreach (var announced in Windows.Values) presences.Announce(announced.PlanId, announced.WindowId, PresenceActivity.Left, Caller.From(Context.User));
        await base.OnDisconnectedAsync(exception);
    }

    private Dictionary<string, AnnouncePresenceRequest> Windows
    {
        get
        {
            if (Context.Items.TryGetValue(OpenWindows, out var windows)) return (Dictionary<string, AnnouncePresenceRequest>)windows!;
            var none = new Dictionary<string, AnnouncePresenceRequest>();
            Context.Items[OpenWindows] = none;
            return none;
        }
    }
}

/// <summary>Somebody has a plan open, writes a note on it, or has closed it.</summary>
public sealed class AnnouncePresence(PlanStore plans, PresenceDesk presences) : RpcUseCase<AnnouncePresenceRequest, AnnouncePresenceResponse>
{
    public override Permission Who => Permission.PersonAmongReaders;

    protected override void Validate(AnnouncePresenceRequest request, Violations violations)
    {
        violations.Required("plan_id", request.PlanId);
        violations.Required("window_id", request.WindowId);
        violations.Required("activity", request.Activity);
    }

    public override async Task<AnnouncePresenceResponse> Answer(AnnouncePresenceRequest request, Caller caller, CancellationToken cancel)
    {
        await plans.ReadFor(caller, request.PlanId, cancel);
        presences.Announce(request.PlanId, request.WindowId, request.Activity, caller);
        return new() { AgainWithinSeconds = (int)PresenceBoard.Again.TotalSeconds };
    }
}
