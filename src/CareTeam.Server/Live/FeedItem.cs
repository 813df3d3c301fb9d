using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Google.Protobuf;

namespace CareTeam.Server.Live;

/// <summary>One item of a stream. All watchers share it, so its JSON is made once, when the first hub watcher needs it.</summary>
public abstract class FeedItem(IMessage message)
{
    private byte[]? json;

    /// <summary>Size on the wire.</summary>
    public int Bytes { get; } = message.CalculateSize();

    public ReadOnlySpan<byte> Json => json ??= Encoding.UTF8.GetBytes(ProtoJson.Formatter.Format(message));

    public static FeedItem<WatchPlanResponse> Of(PlanEvent e) => new(new WatchPlanResponse { Event = e });
}

public sealed class FeedItem<TMessage>(TMessage message) : FeedItem(message) where TMessage : IMessage
{
    public TMessage Message { get; } = message;
}

/// <summary>Puts the shared JSON of an item on the wire as it is.</summary>
public sealed class FeedItemJson : JsonConverter<FeedItem>
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsAssignableTo(typeof(FeedItem));

    public override FeedItem Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Feed items only go out.");

    public override void Write(Utf8JsonWriter writer, FeedItem value, JsonSerializerOptions options) => writer.WriteRawValue(value.Json, skipInputValidation: true);
}
