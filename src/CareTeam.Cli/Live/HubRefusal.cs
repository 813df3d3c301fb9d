using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Grpc.Core;
using Microsoft.AspNetCore.SignalR;
using Status = Google.Rpc.Status;

namespace CareTeam.Cli.Live;

/// <summary>The hub ends a stream with the proto3 JSON of the google.rpc.Status that gRPC would have sent; SignalR puts words before it.</summary>
public static class HubRefusal
{
    private static readonly JsonParser Json = new(JsonParser.Settings.Default
        .WithIgnoreUnknownFields(true)
        .WithTypeRegistry(TypeRegistry.FromFiles(ErrorDetailsReflection.Descriptor, PlanEventReflection.Descriptor)));

    public static RpcException AsRpc(HubException refusal)
    {
        var start = refusal.Message.IndexOf('{', StringComparison.Ordinal);
        try
        {
            if (start >= 0) return Json.Parse<Status>(refusal.Message[start..]).ToRpcException();
        }
        catch (Exception e) when (e is InvalidProtocolBufferException or InvalidJsonException or InvalidOperationException)
        {
            // Not ours: a proxy or an older server put it so.
        }
        return new Status { Code = (int)StatusCode.Unknown, Message = refusal.Message }.ToRpcException();
    }
}
