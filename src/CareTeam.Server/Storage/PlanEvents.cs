using CareTeam.Server.Plans;
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
    /// <summary>
    /// Holds a PlanEvent without its change, as text: Marten turns each header that looks like a date into one, also a person's id,
    /// and a text that begins with a brace never does.
    /// </summary>
    private const string Envelope = "envelope";

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
        stored.SetHeader(Envelope, ProtoJson.Formatter.Format(EnvelopeOf(e)));
        return stored;
    }

    /// <summary>All of an event but its change and what Marten has columns for, so that a field that the envelope gets one day is not lost.</summary>
    private static PlanEvent EnvelopeOf(PlanEvent e)
    {
        var envelope = ShallowCopy<PlanEvent>.Of(e);
        envelope.ClearChange();
        (envelope.PlanId, envelope.Version, envelope.EventId, envelope.RecordedAt) = ("", 0, "", null);
        if (e.OccurredAt.Equals(e.RecordedAt)) envelope.OccurredAt = null;
        return envelope;
    }

    public static PlanEvent FromStored(IEvent stored)
    {
        var envelope = stored.GetHeader(Envelope)?.ToString() ?? throw new InvalidDataException($"Event {stored.Id} has no envelope.");
        var e = ProtoJson.Parser.Parse<PlanEvent>(envelope);
        e.PlanId = stored.StreamKey;
        e.Version = checked((int)stored.Version);
        e.EventId = stored.Id.ToString("D");
        e.RecordedAt = Timestamp.FromDateTimeOffset(stored.Timestamp);
        e.OccurredAt ??= e.RecordedAt;
        FieldOf[stored.Data.GetType()].Accessor.SetValue(e, stored.Data);
        return e;
    }
}
