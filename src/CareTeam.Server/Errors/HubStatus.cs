using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;

namespace CareTeam.Server.Errors;

/// <summary>google.rpc.Status as proto3 JSON, with the details that this server gives.</summary>
public static class HubStatus
{
    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default.WithTypeRegistry(TypeRegistry.FromFiles(
        ErrorDetailsReflection.Descriptor, PlanEventReflection.Descriptor)));

    public static string Json(Google.Rpc.Status status) => Formatter.Format(status);
}
