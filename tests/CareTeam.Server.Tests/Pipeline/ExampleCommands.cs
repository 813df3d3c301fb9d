using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace CareTeam.Server.Tests.Pipeline;

/// <summary>Commands that nobody has written a story for, as their examples: a new use case is played at random, and again after a restart, as soon as its proto is there.</summary>
internal sealed class ExampleCommands(IReadOnlyList<MethodDescriptor> commands) : IRandomCommands
{
    public int Kinds => commands.Count;

    /// <summary>About the plan, and about one thing of it: whatever names a thing by a UUID names this one.</summary>
    public IMessage Request(string planId, IReadOnlyList<string> ids, int kind, int target)
    {
        var request = ExampleRequest.Of(commands[kind]);
        foreach (var field in request.Descriptor.Fields.InDeclarationOrder().Where(f => f is { FieldType: FieldType.String, IsRepeated: false }))
        {
            if (field.Name == "plan_id") field.Accessor.SetValue(request, planId);
            else if (field.Name != "request_id" && Guid.TryParse((string)field.Accessor.GetValue(request), out _)) field.Accessor.SetValue(request, ids[target]);
        }
        return request;
    }

    /// <summary>An example knows nothing of the plan's days and lists.</summary>
    public bool MayBeInvalid(IMessage request, RpcException error) => error.StatusCode == StatusCode.InvalidArgument;
}
