using System.Text.Json;
using CareTeam.Server.Live.Presence;
using Microsoft.AspNetCore.SignalR;

namespace CareTeam.Server.Live;

partial class LiveGrpc
{
    public override Task<AnnouncePresenceResponse> AnnouncePresence(AnnouncePresenceRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

partial class CareHub
{
    private const int MostWindows = 100;

    /// <summary>LiveService.AnnouncePresence for browsers: request and response are proto3 JSON.</summary>
    public async Task<FeedItem<AnnouncePresenceResponse>> AnnouncePresence(JsonElement request)
    {
        var answer = await Send(() => Request<AnnouncePresenceRequest>(request));
        var announced = Request<AnnouncePresenceRequest>(request);
        var windows = Windows(Context);
        if (announced.Activity == PresenceActivity.Left) windows.Remove(announced.WindowId);
        // Those that a client makes up beyond that close by themselves.
        else if (windows.Count < MostWindows) windows[announced.WindowId] = announced.PlanId;
        return answer;
    }

    /// <summary>With the connection the windows that were announced over it are closed.</summary>
    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        foreach (var (windowId, planId) in Windows(Context)) presences.Announce(planId, windowId, PresenceActivity.Left, Caller.From(Context.User));
        await base.OnDisconnectedAsync(exception);
    }

    /// <summary>The plan in each window of the connection.</summary>
    private static Dictionary<string, string> Windows(HubCallerContext connection)
    {
        if (!connection.Items.TryGetValue(nameof(Windows), out var windows)) connection.Items[nameof(Windows)] = windows = new Dictionary<string, string>();
        return (Dictionary<string, string>)windows!;
    }
}

/// <summary>Somebody has a plan open, writes a note on it, or has closed it.</summary>
public sealed class AnnouncePresence(PlanStore plans, PresenceDesk presences) : RpcUseCase<AnnouncePresenceRequest, AnnouncePresenceResponse>
{
    public override Permission Who => Permission.Reader;

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
