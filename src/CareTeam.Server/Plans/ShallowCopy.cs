using Google.Protobuf;
using Google.Protobuf.Collections;
using Google.Protobuf.Reflection;

namespace CareTeam.Server.Plans;

/// <summary>
/// Copies a message one level deep: its lists are new, what they hold is shared. A fold that replaces what it changes can so work on a
/// copy, and a plan once handed out never changes: readers need no lock, and a failed command leaves no trace.
/// </summary>
public static class ShallowCopy<T> where T : IMessage<T>, new()
{
    private static readonly Action<T, T>[] CopyField = [.. new T().Descriptor.Fields.InFieldNumberOrder().Select(Copier)];

    public static T Of(T message)
    {
        var copy = new T();
        foreach (var field in CopyField) field(message, copy);
        return copy;
    }

    private static Action<T, T> Copier(FieldDescriptor field)
    {
        if (field.IsRepeated)
        {
            var element = field.Accessor.GetValue(new T()).GetType().GetGenericArguments().Single();
            var copy = typeof(ShallowCopy<T>).GetMethod(nameof(CopyList), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!;
            return copy.MakeGenericMethod(element).CreateDelegate<Func<FieldDescriptor, Action<T, T>>>()(field);
        }
        return (from, to) =>
        {
            if (!field.HasPresence || field.Accessor.HasValue(from)) field.Accessor.SetValue(to, field.Accessor.GetValue(from));
        };
    }

    private static Action<T, T> CopyList<TElement>(FieldDescriptor field) => (from, to) =>
        ((RepeatedField<TElement>)field.Accessor.GetValue(to)).AddRange((RepeatedField<TElement>)field.Accessor.GetValue(from));
}
