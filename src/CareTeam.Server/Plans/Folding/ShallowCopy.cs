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
    private const int Room = 4;

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
    {
        var elements = (RepeatedField<TElement>)field.Accessor.GetValue(from);
        if (elements.Count == 0) return;
        var copy = (RepeatedField<TElement>)field.Accessor.GetValue(to);
        // Room for what a command adds: growing by doubling would copy a long list once more, into the heap of large objects.
        copy.Capacity = elements.Count + Room;
        copy.AddRange(elements);
    };
}
