using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace CareTeam.Rules.Tests.Storage;

/// <summary>A message with every field filled, so that nothing of it can be lost unnoticed.</summary>
public static class Filled
{
    public static IMessage Message(MessageDescriptor type)
    {
        if (type.ClrType == typeof(Timestamp)) return Given.Now.Clone();
        var message = (IMessage)Activator.CreateInstance(type.ClrType)!;
        foreach (var field in type.Fields.InDeclarationOrder().Where(f => f.RealContainingOneof is null || f.RealContainingOneof.Fields[0] == f))
        {
            if (field.IsRepeated) ((IList)field.Accessor.GetValue(message)).Add(Value(field));
            else field.Accessor.SetValue(message, Value(field));
        }
        return message;
    }

    private static object Value(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.String => $"text of {field.Name}",
        FieldType.Int32 => field.FieldNumber,
        FieldType.Double => field.FieldNumber + 0.5,
        FieldType.Bool => true,
        FieldType.Enum => Enum.ToObject(field.EnumType.ClrType, field.EnumType.Values[1].Number),
        FieldType.Message => Message(field.MessageType),
        _ => throw new NotSupportedException($"{field.FullName} is of a kind that no event has had so far: {field.FieldType}"),
    };
}
