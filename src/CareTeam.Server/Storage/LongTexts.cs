using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace CareTeam.Server.Storage;

/// <summary>Cuts what people wrote at length, so that several events fit into a status.</summary>
public static class LongTexts
{
    private const int Longest = 200;

    public static void Cut(IMessage message)
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder().Where(f => !f.IsMap))
        {
            var value = field.Accessor.GetValue(message);
            if (field.IsRepeated && field.FieldType == FieldType.Message) foreach (var inner in (IList)value) Cut((IMessage)inner!);
            else if (field.IsRepeated) continue;
            else if (value is IMessage inner) Cut(inner);
            else if (value is string { Length: > Longest } text) field.Accessor.SetValue(message, text.Shortened(Longest));
        }
    }
}
