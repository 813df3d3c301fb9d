using CareTeam.V1;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using JasperFx.Events;

namespace CareTeam.Server.Storage;

/// <summary>
/// A PlanEvent and what Marten keeps of it: the change is the event's data, stored under the name of its field in PlanEvent; version,
/// id and time are Marten's own columns; who did it, and when it occurred if that differs, are headers.
/// </summary>
public static class PlanEvents
{
    private const string ActorId = "actorId", ActorName = "actorName", ActorRole = "actorRole", OccurredAt = "occurredAt";

    private static readonly OneofDescriptor Change = PlanEvent.Descriptor.Oneofs.Single(o => o.Name == "change");

    public static readonly IReadOnlyDictionary<System.Type, FieldDescriptor> FieldOf = Change.Fields.ToDictionary(f => f.MessageType.ClrType);

    /// <summary>The message that says what happened.</summary>
    public static IMessage GetChange(this PlanEvent e) =>
        (IMessage?)Change.Accessor.GetCaseFieldDescriptor(e)?.Accessor.GetValue(e) ?? throw new InvalidOperationException($"Event {e.Version} of plan {e.PlanId} has no change.");

    public static void Stamp(this PlanEvent e, string planId, int version, Person actor, Timestamp now)
    {
        e.PlanId = planId;
        e.Version = version;
        e.EventId = Guid.CreateVersion7(now.ToDateTimeOffset()).ToString("D");
        e.RecordedAt = now;
        e.OccurredAt ??= now;
        e.Actor = actor;
    }

    public static IEvent ToStored(this PlanEvent e)
    {
        var stored = (IEvent)Activator.CreateInstance(typeof(Event<>).MakeGenericType(e.GetChange().GetType()), e.GetChange())!;
        stored.Id = Guid.Parse(e.EventId);
        stored.Timestamp = e.RecordedAt.ToDateTimeOffset();
        stored.SetHeader(ActorId, e.Actor.PersonId);
        stored.SetHeader(ActorName, e.Actor.Name);
        stored.SetHeader(ActorRole, (int)e.Actor.Role);
        if (!e.OccurredAt.Equals(e.RecordedAt)) stored.SetHeader(OccurredAt, ProtoJson.Formatter.Format(e.OccurredAt).Trim('"'));
        return stored;
    }

    public static PlanEvent FromStored(IEvent stored)
    {
        var recordedAt = Timestamp.FromDateTimeOffset(stored.Timestamp);
        var e = new PlanEvent
        {
            PlanId = stored.StreamKey,
            Version = checked((int)stored.Version),
            EventId = stored.Id.ToString("D"),
            RecordedAt = recordedAt,
            OccurredAt = stored.GetHeader(OccurredAt)?.ToString() is { } occurred ? ProtoJson.Parser.Parse<Timestamp>($"\"{occurred}\"") : recordedAt,
            Actor = new Person
            {
                PersonId = Header(stored, ActorId),
                Name = Header(stored, ActorName),
                Role = (Role)int.Parse(Header(stored, ActorRole), System.Globalization.CultureInfo.InvariantCulture),
            },
        };
        FieldOf[stored.Data.GetType()].Accessor.SetValue(e, stored.Data);
        return e;
    }

    private static string Header(IEvent stored, string name) =>
        stored.GetHeader(name)?.ToString() ?? throw new InvalidDataException($"Event {stored.Id} lacks its header {name}.");
}
