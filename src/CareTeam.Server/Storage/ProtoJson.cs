using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Google.Protobuf;

namespace CareTeam.Server.Storage;

/// <summary>Proto messages inside System.Text.Json documents, as proto3 JSON. Unknown fields are ignored, so an older node reads what a newer one wrote.</summary>
public sealed class ProtoJson : JsonConverterFactory
{
    public static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default);
    public static readonly JsonParser Parser = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));

    public override bool CanConvert(Type typeToConvert) => typeof(IMessage).IsAssignableFrom(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert))!;

    private sealed class Converter<T> : JsonConverter<T> where T : IMessage, new()
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            // The reader gives no raw text; a document over it does, at the cost of one copy.
            using var document = JsonDocument.ParseValue(ref reader);
            return Parser.Parse<T>(document.RootElement.GetRawText());
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteRawValue(Encoding.UTF8.GetBytes(Formatter.Format(value)), skipInputValidation: true);
    }
}
