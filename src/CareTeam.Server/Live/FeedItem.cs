using System.Text.Json;
using System.Text.Json.Serialization;

namespace CareTeam.Server.Live;

/// <summary>One item of a feed. All watchers share it, so its JSON is made once, when the first hub watcher needs it.</summary>
public sealed class FeedItem(WatchPlanResponse message)
{
    private byte[]? json;

    public WatchPlanResponse Message { get; } = message;

    /// <summary>Size on the wire.</summary>
    public int Bytes { get; } = message.CalculateSize();

    public ReadOnlySpan<byte> Json => json ??= System.Text.Encoding.UTF8.GetBytes(ProtoJson.Formatter.Format(Message));

    public static FeedItem Of(PlanEvent e) => new(new WatchPlanResponse { Event = e });
}

/// <summary>Puts the shared JSON of an item on the wire as it is.</summary>
public sealed class FeedItemJson : JsonConverter<FeedItem>
{
    public override FeedItem Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Feed items only go out.");

    public override void Write(Utf8JsonWriter writer, FeedItem value, JsonSerializerOptions options) => writer.WriteRawValue(value.Json, skipInputValidation: true);
}
