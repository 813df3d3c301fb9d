using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace CareTeam.Server.History;

/// <summary>
/// What differs between two states of a plan. It reads the contract's own description, so that no field of any area is left out: the answer is empty only when
/// nothing but the version differs.
/// </summary>
public static class PlanDiff
{
    /// <summary>What each event changes anyway.</summary>
    private static readonly HashSet<string> Passing = ["plan_id", "version", "updated_at"];

    public static IEnumerable<PlanDifference> Between(CarePlan from, CarePlan to) => CarePlan.Descriptor.Fields.InFieldNumberOrder()
        .Where(f => !Passing.Contains(f.Name))
        .SelectMany(f => f.IsRepeated ? Elements(f, (IList)f.Accessor.GetValue(from), (IList)f.Accessor.GetValue(to)) : Single(f, Value(f, from), Value(f, to)));

    private static object? Value(FieldDescriptor field, IMessage message) => field.HasPresence && !field.Accessor.HasValue(message) ? null : field.Accessor.GetValue(message);

    private static IEnumerable<PlanDifference> Single(FieldDescriptor field, object? before, object? after)
    {
        if (Equals(before, after)) yield break;
        var fields = before is IMessage or null && after is IMessage or null && !DiffWords.IsOneValue(field)
            ? Fields(before as IMessage, after as IMessage, "").ToList()
            : [new FieldDifference { Field = DiffWords.Spoken(field.Name), Before = DiffWords.Of(field, before), After = DiffWords.Of(field, after) }];
        yield return Told(field, DifferenceKind.Changed, "", DiffWords.Spoken(field.Name), fields);
    }

    /// <summary>Things are the same by their key; those without one are the same when they are equal.</summary>
    private static IEnumerable<PlanDifference> Elements(FieldDescriptor field, IList before, IList after)
    {
        var (old, now) = (Keyed(before), Keyed(after));
        foreach (var (key, element) in now)
        {
            if (!old.TryGetValue(key, out var was)) yield return Told(field, DifferenceKind.Added, DiffWords.Id(element), DiffWords.Title(element), []);
            else if (!was.Equals(element)) yield return Told(field, DifferenceKind.Changed, DiffWords.Id(element), DiffWords.Title(element), [.. Fields((IMessage)was, (IMessage)element, "")]);
        }
        foreach (var (key, element) in old)
            if (!now.ContainsKey(key)) yield return Told(field, DifferenceKind.Removed, DiffWords.Id(element), DiffWords.Title(element), []);
    }

    private static Dictionary<string, object> Keyed(IList elements)
    {
        var keyed = new Dictionary<string, object>();
        foreach (var element in elements)
        {
            var key = DiffWords.Key(element);
            for (var twice = 2; !keyed.TryAdd(key, element!); twice++) key = $"{DiffWords.Key(element)} {twice}";
        }
        return keyed;
    }

    /// <summary>Every field that differs, down to single values.</summary>
    private static IEnumerable<FieldDifference> Fields(IMessage? before, IMessage? after, string path)
    {
        foreach (var field in (before ?? after)!.Descriptor.Fields.InFieldNumberOrder())
        {
            var (old, now) = (before is null ? null : Value(field, before), after is null ? null : Value(field, after));
            if (Equals(old, now)) continue;
            var name = path.Length == 0 ? DiffWords.Spoken(field.Name) : $"{path}, {DiffWords.Spoken(field.Name)}";
            if (field is { FieldType: FieldType.Message, IsRepeated: false } && !DiffWords.IsOneValue(field))
            {
                foreach (var inner in Fields(old as IMessage, now as IMessage, name)) yield return inner;
                if (old is null != now is null && ((IMessage)(old ?? now)!).CalculateSize() == 0) yield return new() { Field = name, Before = DiffWords.There(old), After = DiffWords.There(now) };
                continue;
            }
            // What reads the same differs in what the words leave out; it is told all the same.
            yield return new() { Field = name, Before = DiffWords.Of(field, old), After = DiffWords.Of(field, now) };
        }
    }

    private static PlanDifference Told(FieldDescriptor field, DifferenceKind kind, string id, string title, IReadOnlyList<FieldDifference> fields)
    {
        var difference = new PlanDifference { Area = field.Name, Kind = kind, SubjectId = id, Subject = title, Fields = { fields } };
        difference.Text = DiffWords.Sentence(field, difference);
        return difference;
    }
}
